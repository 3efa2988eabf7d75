#include "doc/structure.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.hpp"
#include "doc/traits.hpp"
#include "doc/walk.hpp"

namespace triptych::doc {

namespace {

constexpr int deepest_level = 6;
constexpr std::size_t longest_bold_heading = 100;  ///< bytes; longer bold paragraphs are text

bool holds_picture(const Inlines& inlines) {
    return std::any_of(inlines.begin(), inlines.end(), [](const Inline& node) {
        bool found = facts_of(node).picture != nullptr;
        for_each_child(node, [&](const Inlines& body) { found = found || holds_picture(body); });
        return found;
    });
}

/// True when the heading shows text that is not white space, or a picture.
bool shows_something(const Heading& heading) {
    return !heading.number.empty() || !text::trim(plain_text(heading.body)).empty() ||
           holds_picture(heading.body);
}

/// Whether the titles of the boxes of a block rank above the headings in them.
bool ranks_titles(const Block& block) {
    return std::holds_alternative<Tabs>(block.node) || std::holds_alternative<Steps>(block.node) ||
           std::holds_alternative<Details>(block.node);
}

/// Gives levels to the headings of one page, in reading order.
class Levels {
public:
    explicit Levels(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    /// Headings in a note, which stands under a heading of its own.
    void give_note(Blocks& blocks) {
        sections_ = {2, {}, deepest_level};
        give(blocks);
    }

    void give(Blocks& blocks) {
        for (Block& block : blocks) {
            if (auto* heading = std::get_if<Heading>(&block.node))
                give(*heading, block.span);
            else
                below(block);
        }
    }

private:
    /// The sections that are open at a place.
    struct Sections {
        std::size_t around = 1;   ///< the page's title, and sections around the box we are in
        std::vector<int> levels;  ///< of the headings open in this box, each deeper than the last
        int previous_level = 1;
    };

    void give(Heading& heading, Span span) {
        auto& levels = sections_.levels;
        while (!levels.empty() && levels.back() >= heading.written_level) levels.pop_back();
        const auto level = static_cast<int>(sections_.around + levels.size() + 1);
        heading.level = static_cast<std::uint8_t>(std::min(level, deepest_level));
        if (!shows_something(heading)) {
            diagnostics_.report(Kind::empty_heading, span, say("heading without text"),
                                say("write a title or remove the '#' signs"));
            return;
        }
        levels.push_back(heading.written_level);
        if (heading.written_level > sections_.previous_level + 1)
            diagnostics_.report(Kind::heading_jump, span,
                                say("heading of level {} under one of level {}",
                                    heading.written_level, sections_.previous_level),
                                say("it counts as level {} and keeps its look", heading.level));
        sections_.previous_level = heading.written_level;
    }

    /// A heading in a box belongs to the section around the box, under the title of its own box if
    /// that has one (of two steps one may), and opens none behind it; columns are no box, they only
    /// stand side by side.
    void below(Block& block) {
        const bool boxed = traits_of(block).is_box;
        const bool ranked = ranks_titles(block);
        std::size_t titles = 0;
        for_each_child(
            block, [&](Inlines& title) { titles = ranked && !title.empty() ? 1 : 0; },
            [&](Blocks& body) {
                if (!boxed) return give(body);
                const std::size_t around = sections_.around + sections_.levels.size() + titles;
                Sections outside = std::exchange(sections_, {around, {}, deepest_level});
                give(body);
                sections_ = std::move(outside);
            });
    }

    Diagnostics& diagnostics_;
    Sections sections_;
};

/// True for what may stand beside a bold phrase without being seen as text.
bool is_blank(const Inline& node) {
    if (const auto* words = std::get_if<Text>(&node.node)) return text::trim(words->text).empty();
    const InlineFacts facts = facts_of(node);
    return facts.id != nullptr || facts.note || std::holds_alternative<LineBreak>(node.node);
}

/// "2. Words", "2) Words".
bool opens_with_count(std::string_view words) {
    const std::size_t end = std::min(words.find_first_not_of("0123456789"), words.size());
    return end > 0 && end + 1 < words.size() && (words[end] == '.' || words[end] == ')') &&
           words[end + 1] == ' ';
}

/// True when all that is seen of `paragraph` is one short bold phrase.
bool is_bold_phrase(const Paragraph& paragraph) {
    const Strong* strong = nullptr;
    for (const Inline& node : paragraph.body) {
        const auto* found = std::get_if<Strong>(&node.node);
        if (found != nullptr && strong == nullptr)
            strong = found;
        else if (!is_blank(node))
            return false;
    }
    if (strong == nullptr) return false;
    const std::string phrase = plain_text(strong->body);
    const std::string_view shown = text::trim(phrase);
    // A sentence in bold is none, unless its author counts it among the headings.
    return !shown.empty() && shown.size() <= longest_bold_heading &&
           (!shown.ends_with('.') || opens_with_count(shown));
}

bool ends_in_colon(const Paragraph& paragraph) {
    const std::string shown = plain_text(paragraph.body);
    return text::trim(shown).ends_with(':');
}

ParagraphRole role_before(const Paragraph& paragraph, const Block& next) {
    if (is_bold_phrase(paragraph)) return ParagraphRole::bold_heading;
    if (traits_of(next).can_be_introduced && ends_in_colon(paragraph))
        return ParagraphRole::lead_in;
    return ParagraphRole::body;
}

void mark_roles(Blocks& blocks) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        auto* paragraph = std::get_if<Paragraph>(&blocks[i].node);
        if (paragraph != nullptr && paragraph->role == ParagraphRole::body && i + 1 < blocks.size())
            paragraph->role = role_before(*paragraph, blocks[i + 1]);
        for_each_child(
            blocks[i], [](Inlines&) {}, mark_roles);
    }
}

}  // namespace

void compress_heading_levels(Book& book, Diagnostics& diagnostics) {
    for (Page& page : book.pages) {
        Levels(diagnostics).give(page.body);
        for (Note& note : page.notes) Levels(diagnostics).give_note(note.body);
    }
}

void mark_paragraph_roles(Book& book) {
    for (Page& page : book.pages) mark_roles(page.body);
}

}  // namespace triptych::doc
