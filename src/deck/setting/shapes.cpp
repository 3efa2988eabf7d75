#include <algorithm>
#include <string_view>
#include <variant>

#include "base/match.hpp"
#include "base/text.hpp"
#include "deck/setting/zones.hpp"

/// Which blocks of a body are drawn as one.
namespace triptych::deck {
namespace {

constexpr std::size_t most_narrow_columns = 3;   // of a table in the column of text
constexpr std::size_t most_narrow_cards = 4;     // there, two in a row
constexpr std::size_t cards_in_a_row = 3;        // of the whole width
constexpr std::size_t longest_narrow_line = 60;  // bytes of a line of code there

ShapeKind kind_of(const doc::Block& block) {
    return std::visit(Match{[](const doc::Paragraph&) { return ShapeKind::text; },
                            [](const doc::Heading&) { return ShapeKind::text; },
                            [](const doc::List&) { return ShapeKind::text; },
                            [](const doc::Steps&) { return ShapeKind::text; },
                            [](const doc::Tabs&) { return ShapeKind::text; },
                            [](const doc::Details&) { return ShapeKind::text; },
                            [](const doc::Updates&) { return ShapeKind::text; },
                            [](const doc::MathBlock&) { return ShapeKind::text; },
                            [](const doc::ThematicBreak&) { return ShapeKind::text; },
                            [](const doc::Callout&) { return ShapeKind::box; },
                            [](const doc::Quote&) { return ShapeKind::box; },
                            [](const doc::LinkCard&) { return ShapeKind::box; },
                            [](const doc::MissingPicture&) { return ShapeKind::box; },
                            [](const doc::CodeBlock&) { return ShapeKind::code; },
                            [](const doc::Diagram&) { return ShapeKind::code; },
                            [](const doc::Unsupported&) { return ShapeKind::code; },
                            [](const doc::Table&) { return ShapeKind::table; },
                            [](const doc::Figure&) { return ShapeKind::figure; },
                            [](const doc::Cards&) { return ShapeKind::grid; },
                            [](const doc::Columns&) { return ShapeKind::grid; }},
                      block.node);
}

bool has_long_line(std::string_view code) {
    for (const auto line : text::split(code, '\n'))
        if (line.size() > longest_narrow_line) return true;
    return false;
}

/// Whether the block is cramped in the column of running text.
bool needs_width(const doc::Block& block) {
    if (const auto* table = std::get_if<doc::Table>(&block.node))
        return table->columns.size() > most_narrow_columns;
    if (const auto* code = std::get_if<doc::CodeBlock>(&block.node))
        return has_long_line(code->text);
    if (const auto* columns = std::get_if<doc::Columns>(&block.node))
        return columns->columns.size() > 2;
    const auto* cards = std::get_if<doc::Cards>(&block.node);
    return cards &&
           (cards->cards.size() == cards_in_a_row || cards->cards.size() > most_narrow_cards);
}

}  // namespace

std::vector<Shape> shapes(const Slide& slide, const style::Slides& look) {
    const auto cells = cell_block(slide, look);
    std::vector<Shape> all;
    for (std::size_t i = 0; i < slide.body.size(); ++i) {
        ShapeKind kind = kind_of(slide.body[i]);
        if (cells && kind == ShapeKind::text) kind = ShapeKind::aside;
        if (cells == i) kind = ShapeKind::cells;
        const bool flows = kind == ShapeKind::text || kind == ShapeKind::aside;
        if (flows && !all.empty() && all.back().kind == kind)
            all.back().end = i + 1;
        else
            all.push_back({kind, i, i + 1});
    }
    return all;
}

doc::Blocks blocks_of(const doc::Blocks& body, const Shape& shape) {
    return {body.begin() + static_cast<std::ptrdiff_t>(shape.begin),
            body.begin() + static_cast<std::ptrdiff_t>(shape.end)};
}

bool needs_width(const Slide& slide) {
    return std::any_of(slide.body.begin(), slide.body.end(),
                       [](const doc::Block& block) { return needs_width(block); });
}

}  // namespace triptych::deck
