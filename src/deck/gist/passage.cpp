#include "deck/gist/passage.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "base/match.hpp"
#include "base/text.hpp"
#include "deck/gist/flat_blocks.hpp"
#include "deck/sentence/pointers.hpp"
#include "deck/sentence/waymark.hpp"
#include "deck/split/text.hpp"
#include "doc/traits.hpp"
#include "doc/typography/letters.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

constexpr std::uint8_t bold_look = 7;
constexpr std::size_t longest_page_title = 400;  // bytes
constexpr std::size_t least_enclosed = 3;
constexpr std::size_t longest_reading_list = 80;                              // words
constexpr std::size_t long_section = 500, long_child = 90, few_sections = 6;  // words, sections

const doc::Paragraph* bold_heading(std::span<const doc::Block> blocks, std::size_t at) {
    const auto* paragraph = std::get_if<doc::Paragraph>(&blocks[at].node);
    const bool bold = paragraph && paragraph->role == doc::ParagraphRole::bold_heading;
    if (!bold || at + 1 >= blocks.size() || is_counted_caption(paragraph->body)) return nullptr;
    const auto* next = std::get_if<doc::Paragraph>(&blocks[at + 1].node);
    const bool followed = !std::holds_alternative<doc::Heading>(blocks[at + 1].node) &&
                          !(next && next->role == doc::ParagraphRole::bold_heading);
    return followed ? paragraph : nullptr;
}

/// A heading in a row of blocks.
struct Mark {
    std::size_t at = 0;
    Passage opened;
};

/// Authors make the first heading of a row one, and the others lines in bold: those stand beside
/// the only heading under another one, not under it.
void level(std::vector<Mark>& marks) {
    constexpr std::size_t least_lines = 2;
    for (std::size_t i = 1; i < marks.size(); ++i) {
        const std::uint8_t look = marks[i].opened.look;
        if (look >= bold_look || marks[i - 1].opened.look >= look) continue;
        std::size_t end = i + 1;
        while (end < marks.size() && marks[end].opened.look == bold_look) ++end;
        const bool alone = end == marks.size() || marks[end].opened.look < look;
        const bool says_something = end > i + 1 && marks[i + 1].at > marks[i].at + 1;
        if (!alone || !says_something || end - i - 1 < least_lines) continue;
        for (std::size_t line = i + 1; line < end; ++line) {
            Passage& passage = marks[line].opened;
            passage.look = look;
            if (passage.title.size() != 1) continue;
            if (auto* strong = std::get_if<doc::Strong>(&passage.title.front().node))
                passage.title = doc::Inlines(strong->body);
        }
    }
}

std::vector<Mark> marks_in(std::span<const doc::Block> blocks) {
    std::vector<Mark> marks;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        Passage passage;
        passage.span = blocks[i].span;
        if (const auto* heading = std::get_if<doc::Heading>(&blocks[i].node)) {
            passage.look = std::max<std::uint8_t>(heading->written_level, 2);
            passage.id = heading->id;
            passage.number = heading->number;
            passage.title = heading->body;
        } else if (const auto* paragraph = bold_heading(blocks, i)) {
            passage.look = bold_look;
            passage.title = paragraph->body;
        } else {
            continue;
        }
        marks.push_back({i, std::move(passage)});
    }
    level(marks);
    return marks;
}

/// Hangs marks `next` and following under `parent`, while they are deeper; `end` is where `parent`
/// ends.
void hang(Passage& parent, std::span<const doc::Block> blocks, std::vector<Mark>& marks,
          std::size_t& next, std::size_t end) {
    while (next < marks.size() && marks[next].at < end && marks[next].opened.look > parent.look) {
        Mark& mark = marks[next];
        Passage child = std::move(mark.opened);
        const std::size_t begin = mark.at + 1;
        std::size_t stop = next + 1;
        while (stop < marks.size() && marks[stop].opened.look > child.look) ++stop;
        const std::size_t child_end = std::min(end, stop < marks.size() ? marks[stop].at : end);
        const std::size_t first = next + 1 < stop ? marks[next + 1].at : child_end;
        child.page_title = parent.page_title;
        child.own = blocks.subspan(begin, std::min(first, child_end) - begin);
        child.whole = blocks.subspan(begin, child_end - begin);
        ++next;
        hang(child, blocks, marks, next, child_end);
        parent.children.push_back(std::move(child));
    }
}

bool is_opened(const Passage& section, std::size_t sections) {
    if (sections > few_sections || count_words(section.whole) <= long_section) return false;
    const auto long_ones =
        std::count_if(section.children.begin(), section.children.end(),
                      [](const Passage& child) { return count_words(child.whole) > long_child; });
    return static_cast<std::size_t>(long_ones) >= least_enclosed;
}

/// The tree of some blocks under the section's heading.
Passage passage_in(const Passage& section, std::span<const doc::Block> blocks) {
    Passage passage = section;
    passage.children.clear();
    auto marks = marks_in(blocks);
    passage.whole = blocks;
    passage.own = blocks.first(marks.empty() ? blocks.size() : marks.front().at);
    std::size_t next = 0;
    hang(passage, blocks, marks, next, blocks.size());
    return passage;
}

/// The section, parted where the author draws a line between its blocks; a part under a heading of
/// its own is called by that.
std::vector<Passage> parted(const Passage& section) {
    std::vector<Passage> parts;
    std::size_t begin = 0;
    const auto blocks = section.whole;
    for (std::size_t i = 0; i <= blocks.size(); ++i) {
        if (i < blocks.size() && !doc::traits_of(blocks[i]).is_ornament) continue;
        if (i > begin) parts.push_back(passage_in(section, blocks.subspan(begin, i - begin)));
        begin = i + 1;
    }
    if (parts.size() < 2) return {section};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        Passage& part = parts[i];
        if (part.own.empty() && part.children.size() == 1) {
            part = Passage(part.children.front());
        } else if (i > 0) {
            if (!part.id.empty()) part.id += "-part" + std::to_string(i + 1);
            part.number.clear();
        }
        part.is_forced = true;
    }
    return parts;
}

bool is_link(const doc::Block& block) {
    const auto says_more = [](const auto&) { return false; };
    return std::visit(
        Match{[](const doc::LinkCard&) { return true; },
              [](const doc::ThematicBreak&) { return true; },
              [](const doc::Paragraph& paragraph) { return points_elsewhere(paragraph.body); },
              [](const doc::List& list) {
                  return std::all_of(list.items.begin(), list.items.end(), [](const auto& item) {
                      return std::all_of(item.body.begin(), item.body.end(), is_link);
                  });
              },
              [&](const doc::Heading& node) { return says_more(node); },
              [&](const doc::Callout& node) { return says_more(node); },
              [&](const doc::Quote& node) { return says_more(node); },
              [&](const doc::CodeBlock& node) { return says_more(node); },
              [&](const doc::Diagram& node) { return says_more(node); },
              [&](const doc::MathBlock& node) { return says_more(node); },
              [&](const doc::Table& node) { return says_more(node); },
              [&](const doc::Figure& node) { return says_more(node); },
              [&](const doc::MissingPicture& node) { return says_more(node); },
              [&](const doc::Tabs& node) { return says_more(node); },
              [&](const doc::Steps& node) { return says_more(node); },
              [&](const doc::Cards& node) { return says_more(node); },
              [&](const doc::Details& node) { return says_more(node); },
              [&](const doc::Columns& node) { return says_more(node); },
              [&](const doc::Updates& node) { return says_more(node); },
              [&](const doc::Unsupported& node) { return says_more(node); }},
        block.node);
}

bool holds_link(const doc::Inlines& inlines) {
    return std::any_of(inlines.begin(), inlines.end(), [](const doc::Inline& node) {
        bool found = std::holds_alternative<doc::Link>(node.node);
        doc::for_each_child(node,
                            [&](const doc::Inlines& inner) { found = found || holds_link(inner); });
        return found;
    });
}

bool holds_link(std::span<const doc::Block> blocks) {
    return std::any_of(blocks.begin(), blocks.end(), [](const doc::Block& block) {
        bool found = std::holds_alternative<doc::LinkCard>(block.node);
        doc::for_each_child(
            block, [&](const doc::Inlines& inner) { found = found || holds_link(inner); },
            [&](const doc::Blocks& inner) {
                found = found || holds_link(std::span<const doc::Block>(inner));
            });
        return found;
    });
}

/// Has links to follow, and nothing to look at: a section called "Links" may well explain them.
bool says_where(std::span<const doc::Block> blocks) {
    return !holds_special(blocks) && holds_link(blocks);
}

bool is_titled(const Passage& section, const Phrases& titles) {
    return titles.hold(words_in(bare_title(section.title)));
}

/// The section up to the first heading under it.
Passage without_children(const Passage& section) {
    Passage own = section;
    own.children.clear();
    own.whole = own.own;
    return own;
}

/// Keeps the heading of a section that only those under it stand for.
void add_enclosing(const Passage& section, PageSections& found) {
    found.enclosing.push_back(section.id);
    found.titles.push_back(section.title);
}

}  // namespace

Passage passage_of(const doc::Page& page) {
    Passage whole;
    whole.id = page.id;
    whole.title = page.title;
    if (is_blank(whole.title)) whole.title = inlines_of(page.short_title, page.span);
    whole.span = page.span;
    // Every section asks for it.
    if (doc::plain_text(page.title).size() <= longest_page_title) whole.page_title = &page.title;
    Passage found = passage_in(whole, page.body);
    found.page_title = nullptr;
    return found;
}

PageSections sections_of(const Passage& page) {
    PageSections found;
    const Passage* around = &page;
    if (page.children.empty()) {
        auto parts = parted(page);
        found.introduction.push_back(parts.front().whole);
        std::move(parts.begin() + 1, parts.end(), std::back_inserter(found.sections));
        return found;
    }
    found.introduction.push_back(page.own);
    while (around->children.size() == 1 &&
           around->children.front().children.size() >= least_enclosed) {
        around = &around->children.front();
        // What says much by itself is a section before those it encloses.
        if (count_words(around->own) > long_child) {
            found.sections.push_back(without_children(*around));
            continue;
        }
        found.introduction.push_back(around->own);
        add_enclosing(*around, found);
    }
    for (const Passage& section : around->children) {
        if (!is_opened(section, around->children.size())) {
            auto parts = parted(section);
            const bool named = std::any_of(parts.begin(), parts.end(), [&](const Passage& part) {
                return part.look == section.look;
            });
            if (!named) add_enclosing(section, found);
            std::move(parts.begin(), parts.end(), std::back_inserter(found.sections));
            continue;
        }
        for (const Passage& child : section.children) found.sections.push_back(child);
        if (!section.own.empty()) {
            found.sections.insert(
                found.sections.end() - static_cast<std::ptrdiff_t>(section.children.size()),
                without_children(section));
        } else {
            add_enclosing(section, found);
        }
    }
    return found;
}

std::size_t count_words(std::span<const doc::Block> blocks) {
    std::size_t words = 0;
    for (const auto& block : blocks) words += doc::count_words({block});
    return words;
}

bool only_refers(const Passage& section, const Lexicon* lexicon) {
    return lexicon && is_titled(section, lexicon->see_also) && section.children.empty() &&
           !holds_special(section.whole) && count_words(section.whole) < longest_reading_list;
}

bool leads_elsewhere(const Passage& section, const Lexicon* lexicon) {
    if (section.whole.empty() && is_imprint(section.title)) return true;
    const bool named = lexicon && is_titled(section, lexicon->further_reading);
    const bool links =
        !section.whole.empty() && std::all_of(section.whole.begin(), section.whole.end(), is_link);
    return links || (named && count_words(section.whole) < longest_reading_list &&
                     says_where(section.whole));
}

bool holds_content(const Passage& section, const Lexicon* lexicon) {
    const auto* only = section.whole.size() == 1
                           ? std::get_if<doc::Paragraph>(&section.whole.front().node)
                           : nullptr;
    const bool is_nothing = lexicon && only && says_nothing(section.title, only->body, *lexicon);
    return !is_nothing && !leads_elsewhere(section, lexicon) && !only_refers(section, lexicon);
}

void add_links(std::span<const doc::Block> blocks, std::vector<doc::Inlines>& links) {
    for (const auto& block : blocks) {
        if (const auto* paragraph = std::get_if<doc::Paragraph>(&block.node)) {
            if (points_elsewhere(paragraph->body)) links.push_back(paragraph->body);
        } else if (const auto* card = std::get_if<doc::LinkCard>(&block.node)) {
            links.push_back({{doc::Link{card->target, card->title}, block.span}});
        }
        doc::for_each_child(
            block, [](const doc::Inlines&) {},
            [&](const doc::Blocks& inner) {
                add_links(std::span<const doc::Block>(inner), links);
            });
    }
}

}  // namespace triptych::deck
