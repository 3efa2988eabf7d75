#include "markup/table_width.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/title_text.hpp"
#include "doc/merged_cells.hpp"
#include "doc/walk.hpp"

namespace triptych::markup {
namespace {

/// In characters. A column is read with ease when it is as wide as its longest word, or than so
/// many of its words' letters; longer words are broken, and cells have their padding.
constexpr std::size_t easy_column = 12, longest_word = 20, padding = 2;
/// What fits beside each other on a telephone, and on a small tablet.
constexpr std::size_t telephone = 40, small_tablet = 75;

std::size_t word_width(std::string_view text) {
    std::size_t widest = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
        widest = std::max(widest, text::count_characters(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return std::min(widest, longest_word);
}

std::size_t cell_width(const doc::Cell& cell) {
    const std::string text = doc::plain_text(cell.body);
    return std::max(word_width(text), std::min(text::count_characters(text), easy_column));
}

std::size_t width(const doc::Table& table) {
    std::size_t sum = 0;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        std::size_t widest = 0;
        for (const auto* rows : {&table.head, &table.rows})
            for (const doc::Row& row : *rows)
                if (i < row.cells.size()) widest = std::max(widest, cell_width(row.cells[i]));
        sum += widest + padding;
    }
    return sum;
}

/// Whether every cell has one head, and every row its own cells.
bool is_plain(const doc::Table& table) {
    if (table.head.size() != 1) return false;
    const doc::MergedCells merged(table.rows), merged_heads(table.head);
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        for (std::size_t i = 0; i < table.rows[row].cells.size(); ++i) {
            const doc::CellSpan span = merged.span_of(row, i);
            if (merged.is_covered(row, i) || span.columns > 1 || span.rows > 1) return false;
        }
    for (std::size_t i = 0; i < table.head.front().cells.size(); ++i)
        if (merged_heads.is_covered(0, i) || merged_heads.span_of(0, i).columns > 1) return false;
    return true;
}

}  // namespace

NarrowForm narrow_form(const doc::Table& table) {
    const std::size_t needed = width(table);
    if (needed <= telephone) return NarrowForm::table;
    if (!is_plain(table)) return NarrowForm::scrolls;
    return needed <= small_tablet ? NarrowForm::stacks : NarrowForm::stacks_early;
}

}  // namespace triptych::markup
