#include "deck/fit/atoms.hpp"

#include <algorithm>
#include <span>
#include <type_traits>
#include <utility>

#include "base/match.hpp"
#include "base/text.hpp"
#include "deck/split/text.hpp"
#include "doc/code_lines.hpp"
#include "doc/numbers.hpp"
#include "doc/traits.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t longest_whole_paragraph = 60;  // words
constexpr std::size_t most_lines_of_code = 8;

class Cutter {
public:
    std::vector<Atom> cut(const doc::Blocks& blocks) {
        for (const auto& block : blocks) {
            add_block(block);
            ++source_;
        }
        if (!atoms_.empty()) atoms_.back().keeps_next = false;
        return std::move(atoms_);
    }

private:
    // Long because every kind of block has its line.
    void add_block(const doc::Block& block) {
        const auto whole = [&](const auto&) { push(block); };
        std::visit(Match{[&](const doc::Paragraph& paragraph) { add(paragraph, block); },
                         [&](const doc::Heading&) { push(block, true); },
                         [&](const doc::List& list) { add(list, block); },
                         [&](const doc::Callout& callout) {
                             if (doc::count_words(callout.body) <= longest_whole_paragraph)
                                 return push(block);
                             add_framed(callout.body, block.span, [&](doc::Block inner) {
                                 return doc::Callout{callout.kind, {std::move(inner)}};
                             });
                         },
                         [&](const doc::Quote& quote) {
                             add_framed(quote.body, block.span, [](doc::Block inner) {
                                 return doc::Quote{{std::move(inner)}};
                             });
                         },
                         [&](const doc::CodeBlock& code) { add(code, block); },
                         [&](const doc::Table& table) { add(table, block); },
                         [&](const doc::Steps& steps) {
                             auto number = steps.start;
                             for (const auto& step : steps.steps)
                                 push({doc::Steps{{step}, number++}, block.span});
                         },
                         [&](const doc::Cards& cards) {
                             for (const auto& card : cards.cards)
                                 push({doc::Cards{{card}}, block.span});
                         },
                         [&](const doc::Tabs& tabs) {
                             for (const auto& tab : tabs.tabs)
                                 add_titled(tab.title, tab.body, block);
                         },
                         [&](const doc::Details& details) {
                             add_titled(details.summary, details.body, block);
                         },
                         [&](const doc::Columns& columns) {
                             for (const auto& column : columns.columns) add_inner(column.body);
                         },
                         [&](const doc::Updates& updates) {
                             for (const auto& update : updates.updates)
                                 push({doc::Updates{{update}}, block.span});
                         },
                         [&](const doc::Unsupported& node) { whole(node); },
                         [&](const doc::Diagram& node) { whole(node); },
                         [&](const doc::MathBlock& node) { whole(node); },
                         [&](const doc::Figure& node) { whole(node); },
                         [&](const doc::MissingPicture& node) { whole(node); },
                         [&](const doc::LinkCard& node) { whole(node); },
                         [&](const doc::ThematicBreak& node) { whole(node); }},
                   block.node);
    }
    void push(doc::Block block, bool keeps_next = false) {
        const bool whole = doc::traits_of(block).is_dense;
        atoms_.push_back({std::move(block), source_, keeps_next, whole, Joint::block, {}});
    }
    void add_inner(const doc::Blocks& blocks) {
        for (const auto& inner : blocks) {
            ++source_;
            add_block(inner);
        }
    }
    void add_titled(const doc::Inlines& title, const doc::Blocks& body, const doc::Block& block) {
        ++source_;
        if (!title.empty())
            push({doc::Paragraph{{{doc::Strong{title}, block.span}},
                                 doc::ParagraphRole::bold_heading},
                  block.span},
                 true);
        add_inner(body);
    }
    /// Each block in a frame of its own; long paragraphs sentence by sentence.
    template <class Frame>
    void add_framed(const doc::Blocks& body, Span span, Frame framed) {
        for (const auto& inner : body) {
            const auto* paragraph = std::get_if<doc::Paragraph>(&inner.node);
            if (!paragraph || count_words(paragraph->body) <= longest_whole_paragraph) {
                push({framed(inner), span});
                continue;
            }
            bool goes_on = false;
            for (auto& sentence : sentences(paragraph->body)) {
                push({framed({doc::Paragraph{std::move(sentence), paragraph->role}, inner.span}),
                      span});
                if (std::exchange(goes_on, true)) atoms_.back().joint = Joint::sentence;
            }
        }
    }
    void add(const doc::Paragraph& paragraph, const doc::Block& block) {
        const bool leads = paragraph.role == doc::ParagraphRole::lead_in ||
                           paragraph.role == doc::ParagraphRole::bold_heading;
        if (leads || count_words(paragraph.body) <= longest_whole_paragraph)
            return push(block, leads);
        for (auto& sentence : sentences(paragraph.body))
            push({doc::Paragraph{std::move(sentence), paragraph.role}, block.span});
    }
    void add(const doc::List& list, const doc::Block& block) {
        const std::size_t count = list.items.size();
        const auto numbers = doc::numbers_of(list);
        for (std::size_t i = 0; i < count; ++i) {
            doc::List one = list;
            one.items = {list.items[i]};
            one.start = numbers[i];
            if (!add_sentences(one, block) && !add_nested(one, block))
                push({std::move(one), block.span}, i + 1 < count && (i == 0 || i + 2 == count));
        }
    }
    /// A list of one long paragraph, sentence by sentence; false when it is short or not text.
    bool add_sentences(const doc::List& one, const doc::Block& block) {
        const auto& body = one.items.front().body;
        const auto* paragraph =
            body.size() == 1 ? std::get_if<doc::Paragraph>(&body.front().node) : nullptr;
        if (!paragraph || count_words(paragraph->body) <= longest_whole_paragraph) return false;
        const std::size_t first = atoms_.size();
        for (auto& sentence : sentences(paragraph->body)) {
            doc::List part = one;
            part.items.front().body = {paragraph_of(std::move(sentence), block.span)};
            push({std::move(part), block.span});
            if (atoms_.size() > first + 1) atoms_.back().joint = Joint::sentence;
        }
        return true;
    }
    /// A list of one long item that ends in a list: its first blocks, then the inner items; false
    /// when the item is of another kind.
    bool add_nested(const doc::List& one, const doc::Block& block) {
        const auto& body = one.items.front().body;
        if (body.size() < 2 || doc::count_words(body) <= longest_whole_paragraph) return false;
        const auto* inner = std::get_if<doc::List>(&body.back().node);
        if (!inner) return false;
        doc::List head = one;
        head.items.front().body.pop_back();
        push({std::move(head), block.span}, true);
        const auto numbers = doc::numbers_of(*inner);
        for (std::size_t i = 0; i < inner->items.size(); ++i) {
            doc::List part = *inner;
            part.items = {inner->items[i]};
            part.start = numbers[i];
            push({std::move(part), block.span});
            atoms_.back().joint = Joint::nested;
        }
        return true;
    }
    /// Passages between empty lines, the longest in pieces.
    void add(const doc::CodeBlock& code, const doc::Block& block) {
        const auto lines = doc::code_lines(code);
        const std::span<const doc::CodeLine> all(lines);
        std::size_t first = 0;
        for (std::size_t i = 1; i < lines.size(); ++i) {
            const bool passage_ends = text::trim(lines[i - 1].text).empty();
            if (!passage_ends && i - first < most_lines_of_code) continue;
            push({doc::with_lines(code, all.subspan(first, i - first)), block.span});
            first = i;
        }
        push({doc::with_lines(code, all.subspan(first)), block.span});
    }
    void add(const doc::Table& table, const doc::Block& block) {
        for (const auto& row : table.rows)
            push({doc::Table{table.columns, table.head, {row}, table.caption}, block.span});
        if (table.rows.empty()) push(block);
    }

    std::vector<Atom> atoms_;
    std::size_t source_ = 0;
};

template <typename Element>
void append(std::vector<Element>& to, const std::vector<Element>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

void append_sentence(doc::Paragraph& to, const doc::Paragraph& from, Span span) {
    to.body.push_back({doc::Text{" "}, span});
    append(to.body, from.body);
}

/// What a list item, a quotation or a callout holds; null for what has no paragraphs to go on in.
template <class Block>
auto* body_of(Block& block) {
    using Body = std::conditional_t<std::is_const_v<Block>, const doc::Blocks, doc::Blocks>;
    Body* body = nullptr;
    if (auto* list = std::get_if<doc::List>(&block.node)) body = &list->items.back().body;
    if (auto* quote = std::get_if<doc::Quote>(&block.node)) body = &quote->body;
    if (auto* callout = std::get_if<doc::Callout>(&block.node)) body = &callout->body;
    return body;
}

/// Goes on in the last paragraph of `last`, which is a block of the same kind.
void append_to_paragraph(doc::Block& last, const doc::Block& next) {
    append_sentence(std::get<doc::Paragraph>(body_of(last)->back().node),
                    std::get<doc::Paragraph>(body_of(next)->front().node), next.span);
}

void append_inside(doc::List& list, const doc::Block& next) {
    auto& body = list.items.back().body;
    auto* inner = std::get_if<doc::List>(&body.back().node);
    if (inner)
        append(inner->items, std::get<doc::List>(next.node).items);
    else
        body.push_back(next);
}

/// Adds `next` to `last`, which is of the same kind and from the same source.
void join(doc::Block& last, const doc::Block& next) {
    if (auto* list = std::get_if<doc::List>(&last.node))
        append(list->items, std::get<doc::List>(next.node).items);
    else if (auto* table = std::get_if<doc::Table>(&last.node))
        append(table->rows, std::get<doc::Table>(next.node).rows);
    else if (auto* callout = std::get_if<doc::Callout>(&last.node))
        append(callout->body, std::get<doc::Callout>(next.node).body);
    else if (auto* quote = std::get_if<doc::Quote>(&last.node))
        append(quote->body, std::get<doc::Quote>(next.node).body);
    else if (auto* steps = std::get_if<doc::Steps>(&last.node))
        append(steps->steps, std::get<doc::Steps>(next.node).steps);
    else if (auto* cards = std::get_if<doc::Cards>(&last.node))
        append(cards->cards, std::get<doc::Cards>(next.node).cards);
    else if (auto* updates = std::get_if<doc::Updates>(&last.node))
        append(updates->updates, std::get<doc::Updates>(next.node).updates);
    else if (auto* code = std::get_if<doc::CodeBlock>(&last.node))
        doc::append_lines(*code, std::get<doc::CodeBlock>(next.node));
    else if (auto* paragraph = std::get_if<doc::Paragraph>(&last.node))
        append_sentence(*paragraph, std::get<doc::Paragraph>(next.node), next.span);
}

}  // namespace

std::vector<Atom> atoms_of(const doc::Blocks& blocks) { return Cutter().cut(blocks); }

doc::Blocks join(const std::vector<Atom>& atoms, std::size_t begin, std::size_t end) {
    doc::Blocks blocks;
    Joint opener{};  // of the atom that the last block began with
    for (std::size_t i = begin; i < end; ++i) {
        const bool goes_on = i > begin && atoms[i].source == atoms[i - 1].source &&
                             atoms[i].block.node.index() == blocks.back().node.index();
        const bool inside = atoms[i].joint == Joint::nested && opener != Joint::nested;
        if (!goes_on) {
            blocks.push_back(atoms[i].block);
            opener = atoms[i].joint;
        } else if (atoms[i].joint == Joint::sentence) {
            append_to_paragraph(blocks.back(), atoms[i].block);
        } else if (inside) {
            append_inside(std::get<doc::List>(blocks.back().node), atoms[i].block);
        } else {
            join(blocks.back(), atoms[i].block);
        }
    }
    return blocks;
}

}  // namespace triptych::deck
