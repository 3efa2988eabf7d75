#include "deck/digest/shorter.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t most_rows = 7, most_table_words = 90, least_rows = 3, most_columns = 5;
constexpr std::size_t longest_cell = 25, most_code_lines = 14;

std::size_t words_of_row(const doc::Row& row) {
    std::size_t words = 0;
    for (const auto& cell : row.cells) words += doc::count_words(cell.body);
    return words;
}

/// Whether all cells of a column are short.
bool is_narrow(const doc::Table& table, std::size_t column) {
    return std::all_of(table.rows.begin(), table.rows.end(), [&](const doc::Row& row) {
        return column >= row.cells.size() ||
               doc::count_words(row.cells[column].body) <= longest_cell;
    });
}

void keep_columns(std::vector<doc::Row>& rows, const std::vector<std::size_t>& kept) {
    for (auto& row : rows) {
        std::vector<doc::Cell> cells;
        for (const std::size_t column : kept)
            if (column < row.cells.size()) cells.push_back(std::move(row.cells[column]));
        row.cells = std::move(cells);
    }
}

}  // namespace

std::size_t drop_columns(doc::Table& table) {
    std::vector<std::size_t> kept = {0};
    for (std::size_t i = 1; i < table.columns.size() && kept.size() < most_columns; ++i)
        if (is_narrow(table, i)) kept.push_back(i);
    if (kept.size() < 2 || kept.size() == table.columns.size()) return 0;
    const std::size_t dropped = table.columns.size() - kept.size();
    std::vector<doc::Column> columns;
    columns.reserve(kept.size());
    for (const std::size_t column : kept) columns.push_back(table.columns[column]);
    for (auto& column : columns) column.width = 0;
    table.columns = std::move(columns);
    keep_columns(table.head, kept);
    keep_columns(table.rows, kept);
    return dropped;
}

std::size_t drop_rows(doc::Table& table) {
    std::size_t shown = 0, words = 0;
    while (shown < table.rows.size() && shown < most_rows) {
        words += words_of_row(table.rows[shown]);
        if (words > most_table_words && shown >= least_rows) break;
        ++shown;
    }
    const std::size_t dropped = table.rows.size() - shown;
    if (dropped <= 1 && table.rows.size() <= most_rows) return 0;
    table.rows.resize(shown);
    return dropped;
}

std::size_t drop_lines(doc::CodeBlock& code) {
    const auto lines = text::split(code.text, '\n');
    if (lines.size() <= most_code_lines) return 0;
    std::size_t shown = most_code_lines;
    for (std::size_t i = most_code_lines; i > most_code_lines / 2; --i)
        if (text::trim(lines[i]).empty()) {
            shown = i;
            break;
        }
    const std::size_t dropped = lines.size() - shown;
    const auto bytes = static_cast<std::size_t>(lines[shown].data() - code.text.data()) - 1;
    code.text.resize(bytes);
    code.parts.erase(std::remove_if(code.parts.begin(), code.parts.end(),
                                    [&](const doc::CodeSpan& part) { return part.end > bytes; }),
                     code.parts.end());
    code.highlighted.erase(std::remove_if(code.highlighted.begin(), code.highlighted.end(),
                                          [&](std::uint32_t line) { return line > shown; }),
                           code.highlighted.end());
    return dropped;
}

}  // namespace triptych::deck
