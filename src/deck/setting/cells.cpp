#include "deck/setting/cells.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/number_signs.hpp"
#include "base/text.hpp"
#include "deck/content.hpp"
#include "deck/setting/scale.hpp"
#include "doc/numbers.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

using namespace literals;
using style::Role;

constexpr std::size_t letters_across = 60;  // of words in the chevrons of a row

bool is_cell_block(const doc::Block& block, CellKind kind) {
    switch (kind) {
        case CellKind::card:
            return std::holds_alternative<doc::Cards>(block.node);
        case CellKind::panel:
        case CellKind::column:
            return std::holds_alternative<doc::Columns>(block.node);
        case CellKind::ruled:
        case CellKind::step:
        case CellKind::task:
            break;
    }
    return std::holds_alternative<doc::List>(block.node);
}

/// Bold words in front of a line break are a head, as is all of a paragraph in bold.
std::size_t head_length(const doc::Inlines& words) {
    if (words.empty() || !std::holds_alternative<doc::Strong>(words.front().node)) return 0;
    if (words.size() == 1) return 1;
    return std::holds_alternative<doc::LineBreak>(words[1].node) ? 2 : 0;
}

void take_head(Cell& cell) {
    if (cell.body.empty()) return;
    auto* paragraph = std::get_if<doc::Paragraph>(&cell.body.front().node);
    const std::size_t length = paragraph ? head_length(paragraph->body) : 0;
    if (length == 0) return;
    auto& words = paragraph->body;
    cell.head = std::get<doc::Strong>(words.front().node).body;
    words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(length));
    if (words.empty()) cell.body.erase(cell.body.begin());
}

Cell cell_of(const doc::ListItem& item) {
    Cell cell{{}, item.body, {}, item.task, item.span};
    take_head(cell);
    return cell;
}

Cell cell_of(const doc::Card& card) {
    Cell cell{card.title, card.body, {}, {}, card.span};
    if (card.target && !card.title.empty())
        cell.head = {{doc::Link{*card.target, card.title}, card.span}};
    return cell;
}

Cell cell_of(const SidePanel& side) {
    Cell cell{side.label, {side.body.begin(), side.body.end()}, side.stance, {}, {}};
    if (!side.body.empty()) cell.span = side.body.front().span;
    return cell;
}

Cell cell_of(const doc::SideColumn& column) {
    Cell cell{{}, column.body, {}, {}, {}};
    take_head(cell);
    return cell;
}

template <typename Parts>
std::vector<Cell> all_of(const Parts& parts) {
    std::vector<Cell> cells;
    cells.reserve(parts.size());
    for (const auto& part : parts) cells.push_back(cell_of(part));
    return cells;
}

/// The author's number stands before what it counts.
void count(Cell& cell, std::int32_t number, doc::Numbering numbering, std::string_view language) {
    const doc::Inline sign = number_sign(number, numbering, language, cell.span);
    auto* first =
        cell.body.empty() ? nullptr : std::get_if<doc::Paragraph>(&cell.body.front().node);
    if (!cell.head.empty())
        cell.head.insert(cell.head.begin(), sign);
    else if (first)
        first->body.insert(first->body.begin(), sign);
}

/// Whether it takes at most two lines of `longest` bytes.
bool fits_chevron(const std::string& head, std::size_t longest) {
    if (head.size() > longest * 2) return false;
    const auto words = text::split(head, ' ');
    return std::all_of(words.begin(), words.end(),
                       [&](std::string_view word) { return word.size() <= longest; });
}

/// The words of a step without a head that are few enough for its chevron; else null.
doc::Paragraph* few_words_of(Cell& cell, std::size_t longest) {
    if (!cell.head.empty() || cell.body.size() != 1) return nullptr;
    auto* words = std::get_if<doc::Paragraph>(&cell.body.front().node);
    return words && fits_chevron(doc::plain_text(words->body), longest) ? words : nullptr;
}

/// A step that is a word or two is a head among those that have one, or where all are.
void name_steps(std::vector<Cell>& cells) {
    const std::size_t longest = letters_across / std::max<std::size_t>(1, cells.size());
    const bool named = std::any_of(cells.begin(), cells.end(),
                                   [](const Cell& cell) { return !cell.head.empty(); });
    const bool all_short = std::all_of(cells.begin(), cells.end(), [&](Cell& cell) {
        return few_words_of(cell, longest) != nullptr;
    });
    if (!named && !all_short) return;
    for (Cell& cell : cells) {
        auto* words = few_words_of(cell, longest);
        if (!words) continue;
        cell.head = std::move(words->body);
        cell.body.clear();
    }
}

Colour head_colour(const Cell& cell, CellKind kind, const style::Slides& look) {
    if (cell.stance == Stance::wrong) return look.medium.callouts[3].label;
    if (cell.stance == Stance::right) return look.medium.callouts[1].label;
    return kind == CellKind::ruled || kind == CellKind::task ? look.ink : look.accent;
}

style::BlockStyle& style_of(style::Medium& medium, Role role) {
    return medium.styles[static_cast<std::size_t>(role)];
}

}  // namespace

std::optional<CellKind> cell_kind(const Slide& slide, const style::Slides& look) {
    if (look.zones == style::Zones::fixed) return std::nullopt;
    switch (slide.archetype) {
        case Archetype::chapter:
        case Archetype::pillar:
        case Archetype::plain_pillar:
        case Archetype::terms:
            return CellKind::ruled;
        case Archetype::siblings:
            return CellKind::card;
        case Archetype::compare:
            return CellKind::panel;
        case Archetype::pair:
            return CellKind::column;
        case Archetype::process:
            return CellKind::step;
        case Archetype::checklist:
            return CellKind::task;
        case Archetype::none:
        case Archetype::cover:
        case Archetype::part:
        case Archetype::table:
        case Archetype::picture:
        case Archetype::full_picture:
        case Archetype::code:
        case Archetype::number:
        case Archetype::statement:
        case Archetype::bullets:
        case Archetype::see_also:
        case Archetype::closing:
            break;
    }
    return std::nullopt;
}

std::optional<std::size_t> cell_block(const Slide& slide, const style::Slides& look) {
    const auto kind = cell_kind(slide, look);
    if (!kind) return std::nullopt;
    for (std::size_t i = 0; i < slide.body.size(); ++i)
        if (is_cell_block(slide.body[i], *kind)) return i;
    return std::nullopt;
}

namespace {

Cells cells_in(const Slide& slide, const style::Slides& look) {
    const CellKind kind = *cell_kind(slide, look);
    const doc::Block& block = slide.body[*cell_block(slide, look)];
    if (const auto* list = std::get_if<doc::List>(&block.node)) {
        Cells cells{kind, true, all_of(list->items)};
        if (kind == CellKind::step) name_steps(cells.all);
        if (!list->ordered || kind == CellKind::step) return cells;
        const auto numbers = doc::numbers_of(*list);
        for (std::size_t i = 0; i < cells.all.size(); ++i)
            count(cells.all[i], numbers[i], list->numbering, slide.language);
        return cells;
    }
    if (const auto* cards = std::get_if<doc::Cards>(&block.node))
        return {kind, true, all_of(cards->cards)};
    const auto sides = panels_of(slide);
    if (!sides.empty()) return {kind, false, all_of(sides)};
    return {kind, false, all_of(std::get<doc::Columns>(block.node).columns)};
}

}  // namespace

Cells cells_of(const Slide& slide, const style::Slides& look) {
    Cells cells = cells_in(slide, look);
    cells.language = slide.language;
    return cells;
}

bool has_heads_in_chevrons(const Cells& cells) {
    if (cells.kind != CellKind::step) return false;
    const std::size_t longest = letters_across / std::max<std::size_t>(1, cells.all.size());
    return std::all_of(cells.all.begin(), cells.all.end(), [&](const Cell& cell) {
        return !cell.head.empty() && fits_chevron(doc::plain_text(cell.head), longest);
    });
}

doc::Inlines step_words(const Cells& cells, std::size_t number) {
    const Cell& cell = cells.all[number];
    doc::Inlines words = {{doc::Text{own_digits(number + 1, cells.language)}, cell.span}};
    if (!has_heads_in_chevrons(cells)) return words;
    words.push_back({doc::Text{"\xC2\xA0"}, cell.span});
    words.insert(words.end(), cell.head.begin(), cell.head.end());
    return words;
}

doc::Blocks blocks_of(const Cells& cells, std::size_t number) {
    const Cell& cell = cells.all[number];
    doc::Blocks blocks;
    if (!cell.head.empty() && !has_heads_in_chevrons(cells))
        blocks.push_back({doc::Paragraph{cell.head, doc::ParagraphRole::bold_heading}, cell.span});
    blocks.insert(blocks.end(), cell.body.begin(), cell.body.end());
    return blocks;
}

bool has_sign(const Cell& cell) {
    const bool sided = cell.stance == Stance::wrong || cell.stance == Stance::right;
    return sided && !cell.head.empty();
}

Length sign_width(const style::Slides& look) { return more_style(look).leading; }

style::Medium medium_of_cell(const Cell& cell, CellKind kind, Length body_size,
                             const style::Slides& look) {
    style::Medium medium = medium_at(look, body_size, {});
    auto& head = style_of(medium, Role::bold_heading);
    head.text = medium[Role::body].text;
    head.text.weight = 700;
    head.text.colour = head_colour(cell, kind, look);
    if (has_sign(cell)) head.first_line = sign_width(look);
    head.space_before = {};
    head.space_after = 2_pt;
    for (const Role role : {Role::body, Role::list}) {
        style_of(medium, role).space_before = 4_pt;
        style_of(medium, role).space_after = 4_pt;
    }
    style_of(medium, Role::code).box = {};
    return medium;
}

style::TextStyle step_style(const style::Slides& look) {
    auto style = resized(look.medium[Role::body].text, scale_of(look).small.scaled(17, 19));
    style.weight = 700;
    return style;
}

}  // namespace triptych::deck
