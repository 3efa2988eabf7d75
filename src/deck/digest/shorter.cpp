#include "deck/digest/shorter.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "deck/flat/flat_text.hpp"
#include "deck/sentence/cut.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t most_rows = 7, most_table_words = 90, least_rows = 3, most_columns = 5;
constexpr std::size_t longest_cell = 25, most_code_lines = 14, compared_columns = 3;
/// Letters, at 18 pt between the margins, that a column's padding takes, too.
constexpr std::size_t letters_across = 96, letters_of_padding = 2, longest_narrow_cell = 5;
constexpr CutLimits cell_limits{longest_cell, longest_cell, 5, false};

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

/// Letters of the longest word, which is not broken.
std::size_t letters_of(const doc::Cell& cell) {
    std::size_t longest = 0, letters = 0;
    for (const char byte : doc::plain_text(cell.body) + " ") {
        if (byte == ' ' || byte == '\n') {
            longest = std::max(longest, letters);
            letters = 0;
        } else if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) {
            ++letters;
        }
    }
    return longest;
}

std::size_t letters_of(const doc::Table& table, std::size_t column) {
    std::size_t longest = 0;
    for (const auto* rows : {&table.head, &table.rows})
        for (const doc::Row& row : *rows)
            if (column < row.cells.size())
                longest = std::max(longest, letters_of(row.cells[column]));
    return longest + letters_of_padding;
}

/// Whether its cells hold a word or a few.
bool holds_words(const doc::Table& table, std::size_t column) {
    return std::all_of(table.rows.begin(), table.rows.end(), [&](const doc::Row& row) {
        return column >= row.cells.size() ||
               doc::count_words(row.cells[column].body) <= longest_narrow_cell;
    });
}

/// How many of the columns a slide is wide enough for.
std::size_t columns_across(const doc::Table& table, const std::vector<std::size_t>& columns) {
    std::size_t letters = 0, fits = 0;
    for (const std::size_t column : columns) {
        letters += letters_of(table, column);
        const bool among_first = fits < most_columns;
        if (!among_first && (letters > letters_across || !holds_words(table, column))) break;
        ++fits;
    }
    return fits;
}

void shorten(doc::Cell& cell, const Lexicon& lexicon, std::vector<Cut>& cuts) {
    auto* paragraph =
        cell.body.empty() ? nullptr : std::get_if<doc::Paragraph>(&cell.body.front().node);
    if (!paragraph) return;
    const FlatText flat = flatten(paragraph->body);
    const auto sentences = sentences_of(flat, &lexicon);
    if (sentences.empty()) return;
    Range first = sentences.front();
    if (sentences.size() > 1 && opens_with_contrast(flat, sentences[1], lexicon))
        first.end = sentences[1].end;
    auto ranges = shortened(flat, first, cell_limits, &lexicon);
    if (!ranges) return;
    cuts.push_back({CutKind::tail, 1, doc::plain_text(cell.body)});
    doc::Inlines words = slice(paragraph->body, *ranges);
    words.push_back({doc::Text{" [\xE2\x80\xA6]"}, cell.span});
    paragraph->body = std::move(words);
    cell.body.resize(1);
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

void shorten_cells(doc::Table& table, const Lexicon* lexicon, std::vector<Cut>& cuts) {
    std::size_t narrow = 1;
    for (std::size_t i = 1; i < table.columns.size(); ++i)
        if (is_narrow(table, i)) ++narrow;
    // All are long: the table is one of texts, and has its first rows.
    if (!lexicon || narrow < 2 || narrow == table.columns.size()) return;
    for (doc::Row& row : table.rows)
        for (std::size_t i = 1; i < row.cells.size(); ++i)
            if (doc::count_words(row.cells[i].body) > longest_cell)
                shorten(row.cells[i], *lexicon, cuts);
}

std::size_t drop_columns(doc::Table& table) {
    if (table.columns.size() <= compared_columns) return 0;
    std::vector<std::size_t> kept = {0};
    for (std::size_t i = 1; i < table.columns.size(); ++i)
        if (is_narrow(table, i)) kept.push_back(i);
    kept.resize(columns_across(table, kept));
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
