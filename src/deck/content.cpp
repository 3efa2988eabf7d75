#include "deck/content.hpp"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

#include "base/number_signs.hpp"
#include "base/words.hpp"
#include "doc/numbers.hpp"
#include "doc/own_words.hpp"

namespace triptych::deck {
namespace {

/// The block of kind `Node` in the body; null unless there is just one.
template <typename Node>
const Node* only(const doc::Blocks& blocks) {
    const Node* found = nullptr;
    for (const auto& block : blocks) {
        const auto* node = std::get_if<Node>(&block.node);
        if (node && found) return nullptr;
        if (node) found = node;
    }
    return found;
}

const doc::List* list_of(const Slide& slide) { return only<doc::List>(slide.body); }

/// Bold words before a line break are a head.
Item item_of(const doc::ListItem& item) {
    Item read{{}, {}, item.task, item.span};
    if (item.body.empty()) return read;
    const auto* paragraph = std::get_if<doc::Paragraph>(&item.body.front().node);
    if (!paragraph) return read;
    const doc::Inlines& words = paragraph->body;
    const bool headed = words.size() > 1 && std::holds_alternative<doc::LineBreak>(words[1].node);
    const auto* head = headed ? std::get_if<doc::Strong>(&words.front().node) : nullptr;
    if (!head) {
        read.text = words;
        return read;
    }
    read.head = head->body;
    read.text.assign(words.begin() + 2, words.end());
    return read;
}

SidePanel panel_of(const doc::SideColumn& column, Stance stance) {
    SidePanel panel{{}, stance, column.body};
    const auto* label =
        column.body.empty() ? nullptr : std::get_if<doc::Paragraph>(&column.body.front().node);
    if (!label || label->role != doc::ParagraphRole::lead_in) return panel;
    const auto* bold =
        label->body.size() == 1 ? std::get_if<doc::Strong>(&label->body.front().node) : nullptr;
    panel.label = bold ? bold->body : label->body;
    panel.body = panel.body.subspan(1);
    return panel;
}

Word unit_of(MoreOf unit, bool one) {
    switch (unit) {
        case MoreOf::points:
            return one ? Word::point : Word::points;
        case MoreOf::rows:
            return one ? Word::row : Word::rows;
        case MoreOf::lines:
            return one ? Word::line : Word::lines;
        case MoreOf::pictures:
            return one ? Word::picture : Word::pictures;
        case MoreOf::columns:
            return one ? Word::column : Word::columns;
        case MoreOf::tables:
            return one ? Word::further_table : Word::further_tables;
        case MoreOf::listings:
            return one ? Word::listing : Word::listings;
        case MoreOf::explanations:
            return one ? Word::explanation : Word::explanations;
        case MoreOf::warnings:
            return one ? Word::warning : Word::warnings;
    }
    return Word::points;
}

}  // namespace

std::vector<Item> items_of(const Slide& slide) {
    std::vector<Item> items;
    if (const auto* list = list_of(slide))
        for (const auto& item : list->items) items.push_back(item_of(item));
    return items;
}

bool are_counted(const Slide& slide) {
    const auto* list = list_of(slide);
    return list && list->ordered;
}

bool count_from_one(const Slide& slide) {
    if (!are_counted(slide)) return false;
    std::int32_t next = 1;
    const auto numbers = doc::numbers_of(*list_of(slide));
    return std::all_of(numbers.begin(), numbers.end(),
                       [&](std::int32_t number) { return number == next++; });
}

doc::Inline number_sign(std::int32_t number, doc::Numbering numbering, std::string_view language,
                        Span span) {
    return {doc::Text{doc::written_number(number, numbering, language) + ".\u00A0"}, span};
}

const doc::Inlines* lead_in_of(const Slide& slide) {
    for (const auto& block : slide.body) {
        const auto* paragraph = std::get_if<doc::Paragraph>(&block.node);
        if (paragraph && paragraph->role == doc::ParagraphRole::lead_in) return &paragraph->body;
    }
    return nullptr;
}

std::vector<SidePanel> panels_of(const Slide& slide) {
    const auto* columns = only<doc::Columns>(slide.body);
    if (!columns || columns->columns.size() != 2) return {};
    const auto stances = slide.compared.value_or(Stances{});
    return {panel_of(columns->columns[0], stances.left),
            panel_of(columns->columns[1], stances.right)};
}

std::vector<doc::Inlines> entries_of(const Slide& slide) {
    if (slide.archetype == Archetype::part) return slide.claim;
    std::vector<doc::Inlines> entries;
    for (auto& item : items_of(slide)) entries.push_back(std::move(item.text));
    return entries;
}

const doc::Cards* cards_of(const Slide& slide) { return only<doc::Cards>(slide.body); }
const doc::Table* table_of(const Slide& slide) { return only<doc::Table>(slide.body); }
const doc::CodeBlock* listing_of(const Slide& slide) { return only<doc::CodeBlock>(slide.body); }
const doc::Callout* alert_of(const Slide& slide) { return only<doc::Callout>(slide.body); }

void add_further(Slide& slide, MoreOf unit, std::size_t count) {
    if (count == 0) return;
    const auto same = std::find_if(slide.further.begin(), slide.further.end(),
                                   [&](const MoreCount& each) { return each.of == unit; });
    if (same == slide.further.end())
        slide.further.push_back({unit, count});
    else
        same->count += count;
}

std::string more_words(const Slide& slide, std::string_view language) {
    if (!slide.leaves_out()) return {};
    std::string words;
    const auto add = [&](MoreOf unit, std::size_t count) {
        if (count > 0)
            words += fmt::format("+ {} {} ", own_digits(count, language),
                                 word_in(language, unit_of(unit, count == 1)));
    };
    add(slide.more_of, slide.more);
    for (const MoreCount& each : slide.further) add(each.of, each.count);
    words += word_in(language, Word::in_the_notes);
    return words;
}

doc::Inlines more_line(const Slide& slide, std::string_view language) {
    std::string words = more_words(slide, language);
    if (words.empty()) return {};
    return doc::own_words(std::move(words), language, slide.span);
}

std::string booklet_words(const Slide& slide, std::string_view language) {
    if (slide.booklet_page.empty()) return {};
    return fmt::format("{} {}", word_in(language, Word::booklet),
                       page_words(language, slide.booklet_page));
}

}  // namespace triptych::deck
