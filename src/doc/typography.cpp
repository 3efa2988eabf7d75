#include "doc/typography.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/match.hpp"
#include "base/text.hpp"
#include "doc/typography/rules.hpp"
#include "doc/walk.hpp"

namespace triptych::doc {

namespace {

using typography::Conventions;
using typography::Passage;
using typography::Rule;

constexpr std::uint32_t no_node = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t context = 12;  ///< characters shown at both sides of a change

void push_text(Passage& passage, std::string_view text, std::uint32_t node) {
    for (std::size_t at = 0; at < text.size();) passage.push(text::next_code_point(text, at), node);
}

std::string_view without_scheme(std::string_view address) {
    for (const std::string_view prefix : {"http://", "https://", "mailto:", "tel:", "www."})
        if (address.starts_with(prefix)) address.remove_prefix(prefix.size());
    while (address.ends_with('/')) address.remove_suffix(1);
    return address;
}

/// True for a link whose label is its own address.
bool is_bare_address(const Link& link) {
    const auto* url = std::get_if<Url>(&link.target);
    if (url == nullptr) return false;
    const std::string label = plain_text(link.body);
    return without_scheme(text::trim(label)) == without_scheme(url->address);
}

/// True for a card whose title is the name of its file or its own address.
bool is_titled_by_name(const Block& block) {
    const auto* card = std::get_if<LinkCard>(&block.node);
    return card != nullptr &&
           (card->kind == LinkCardKind::file || is_bare_address(Link{card->target, card->title}));
}

/// What a node is to the paragraph around it.
enum class Role : std::uint8_t {
    words,
    styled,  ///< words with a look of their own
    script,  ///< words above or below the line, where nothing is raised
    sign,    ///< counts as one sign that no rule looks into
    line_break,
    invisible,
};

Role role_of(const Inline& node) {
    return std::visit(
        Match{
            [](const Text&) { return Role::words; },
            [](const Emphasis&) { return Role::styled; },
            [](const Strong&) { return Role::styled; },
            [](const Strikethrough&) { return Role::styled; },
            [](const Superscript&) { return Role::script; },
            [](const Subscript&) { return Role::script; },
            [](const Mark&) { return Role::styled; },
            [](const Foreign&) { return Role::sign; },
            [](const Ruby&) { return Role::sign; },
            [](const Code&) { return Role::sign; },
            [](const Keyboard&) { return Role::sign; },
            [](const Math&) { return Role::sign; },
            [](const Link& link) { return is_bare_address(link) ? Role::sign : Role::styled; },
            [](const InlineImage&) { return Role::sign; },
            [](const NoteReference&) { return Role::invisible; },
            [](const Anchor&) { return Role::invisible; },
            [](const LineBreak&) { return Role::line_break; },
        },
        node.node);
}

bool is_open(Role role) { return role == Role::styled || role == Role::script; }

/// Places of the changes in `passage`, as (first, behind last); neighbours of one rule are one.
std::vector<std::pair<std::size_t, std::size_t>> changed_ranges(const Passage& passage) {
    std::vector<std::pair<std::size_t, std::size_t>> ranges;
    Rule last = Rule::none;
    for (std::size_t at = 0; at < passage.size(); ++at) {
        const Rule rule = passage.edit(at).rule;
        if (rule != Rule::none && rule == last)
            ranges.back().second = at + 1;
        else if (rule != Rule::none)
            ranges.emplace_back(at, at + 1);
        last = rule;
    }
    return ranges;
}

/// Sets the paragraphs of a book, one after the other.
class Setter {
public:
    Setter(std::string_view language, std::vector<Change>* changes)
        : conventions_(typography::conventions_of(language)), changes_(changes) {}

    void set(Blocks& blocks) {
        for (Block& block : blocks) {
            if (auto* missing = std::get_if<MissingPicture>(&block.node))
                set(missing->alternative, block.span);
            const bool keeps_title = is_titled_by_name(block);
            for_each_child(
                block,
                [&](Inlines& body) {
                    if (!keeps_title) set(body);
                },
                [&](Blocks& body) { set(body); });
        }
    }

    void set(Inlines& paragraph) {
        passage_.clear();
        raisable_.clear();
        spans_.clear();
        gather(paragraph, true);
        typography::set_passage(passage_, conventions_, raisable_);
        if (passage_.is_changed()) {
            explain();
            collect_pieces();
            next_ = 0;
            rewrite(paragraph);
        }
        set_foreign(paragraph);
    }

    /// A text outside the flow, line by line; nothing in it can be raised.
    void set(std::string& text, Span span) {
        std::string out;
        for (const std::string_view line : text::split(text, '\n')) {
            if (line.data() != text.data()) out += '\n';
            passage_.clear();
            raisable_.assign(1, false);
            spans_.assign(1, span);
            push_text(passage_, line, 0);
            typography::set_passage(passage_, conventions_, raisable_);
            explain();
            out += passage_.shown_text(0, passage_.size());
        }
        text = std::move(out);
    }

private:
    /// A run of characters of one node that is raised, or is not.
    struct Piece {
        std::string text;
        bool raised = false;
    };

    void gather(Inlines& inlines, bool raisable) {
        for (Inline& node : inlines) {
            const Role role = role_of(node);
            if (role == Role::words)
                gather_words(std::get<Text>(node.node).text, node.span, raisable);
            else if (role == Role::line_break)
                passage_.push(typography::line_break, no_node);
            else if (role == Role::sign)
                passage_.push(typography::object, no_node);
            const bool level = raisable && role != Role::script;
            if (is_open(role)) for_each_child(node, [&](Inlines& body) { gather(body, level); });
        }
    }

    void gather_words(std::string_view words, Span span, bool raisable) {
        push_text(passage_, words, static_cast<std::uint32_t>(spans_.size()));
        spans_.push_back(span);
        raisable_.push_back(raisable);
    }

    void collect_pieces() {
        pieces_.assign(spans_.size(), {});
        passage_.for_each_shown([&](char32_t code, std::uint32_t node, bool raised) {
            if (node == no_node) return;
            auto& pieces = pieces_[node];
            if (pieces.empty() || pieces.back().raised != raised) pieces.push_back({"", raised});
            text::append_code_point(pieces.back().text, code);
        });
    }

    /// Puts the pieces in the place of the text nodes, in the order of `gather`.
    void rewrite(Inlines& inlines) {
        Inlines out;
        for (Inline& node : inlines) {
            const Role role = role_of(node);
            if (role == Role::words) {
                for (Piece& piece : pieces_[next_++]) out.push_back(inline_of(piece, node.span));
                continue;
            }
            if (is_open(role)) for_each_child(node, [&](Inlines& body) { rewrite(body); });
            out.push_back(std::move(node));
        }
        inlines = std::move(out);
    }

    static Inline inline_of(Piece& piece, Span span) {
        Inline text{Text{std::move(piece.text)}, span};
        if (!piece.raised) return text;
        return {Superscript{{std::move(text)}}, span};
    }

    /// Passages in another language follow that language.
    void set_foreign(Inlines& inlines) {
        for (Inline& node : inlines) {
            if (auto* foreign = std::get_if<Foreign>(&node.node))
                Setter(foreign->language, changes_).set(foreign->body);
            else if (is_open(role_of(node)))
                for_each_child(node, [&](Inlines& body) { set_foreign(body); });
        }
    }

    void explain() {
        if (changes_ == nullptr) return;
        for (const auto& [first, last] : changed_ranges(passage_)) {
            const std::size_t begin = first - std::min(first, context);
            const std::size_t end = std::min(last + context, passage_.size());
            changes_->push_back({spans_[passage_.node(first)], passage_.written_text(begin, end),
                                 passage_.shown_text(begin, end),
                                 typography::name(passage_.edit(first).rule)});
        }
    }

    const Conventions& conventions_;
    std::vector<Change>* changes_;
    Passage passage_;
    std::vector<bool> raisable_;  ///< by node: may it hold raised letters
    std::vector<Span> spans_;     ///< by node
    std::vector<std::vector<Piece>> pieces_;
    std::size_t next_ = 0;
};

void set_metadata(Metadata& metadata, Setter& setter) {
    for (std::string* text : {&metadata.title, &metadata.subtitle, &metadata.description,
                              &metadata.publisher, &metadata.rights, &metadata.series})
        setter.set(*text, {});
}

void set_page(Page& page, Setter& setter) {
    setter.set(page.title);
    for (std::string* text :
         {&page.short_title, &page.description, &page.slides.title, &page.slides.notes})
        setter.set(*text, page.span);
    setter.set(page.body);
    for (Note& note : page.notes) setter.set(note.body);
}

}  // namespace

void apply_typography(Book& book, std::vector<Change>* changes, Threads& threads) {
    Setter setter(book.metadata.language, changes);
    set_metadata(book.metadata, setter);
    for (Part& part : book.parts) setter.set(part.title);
    std::vector<std::vector<Change>> of_pages(changes != nullptr ? book.pages.size() : 0);
    for_each_index(book.pages.size(), threads, [&](std::size_t i) {
        Setter of_page(book.metadata.language, changes != nullptr ? &of_pages[i] : nullptr);
        set_page(book.pages[i], of_page);
    });
    for (auto& of_page : of_pages)
        std::move(of_page.begin(), of_page.end(), std::back_inserter(*changes));
}

std::string set_text(std::string_view text, std::string_view language) {
    std::string out(text);
    Setter(language, nullptr).set(out, {});
    return out;
}

}  // namespace triptych::doc
