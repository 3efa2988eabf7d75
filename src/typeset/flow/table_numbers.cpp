#include "typeset/flow/table_numbers.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "doc/walk.hpp"

namespace triptych::typeset {
namespace {

/// Longer units are words, and what has words is read from the left.
constexpr std::size_t longest_unit = 3;
/// Words of a cell from which on it is text, numbers around it or not.
constexpr std::size_t words_of_text = 4;

bool groups_digits(char32_t c) {
    return c == ' ' || c == 0xA0 || c == 0x202F || c == 0x2009 || c == '.' || c == ',' ||
           c == '/' || c == ':' || c == '+' || c == '-' || c == 0x2212 || c == 0x2013 || c == '%' ||
           c == 0x20AC || c == '$' || c == '~' || c == 0x2248 || c == '<' || c == '>';
}

/// No column of which a cell is a phrase: that is read from the left.
bool mostly_numbers(const doc::Table& table, std::size_t column) {
    std::size_t numbers = 0, filled = 0;
    for (const doc::Row& row : table.rows) {
        if (column >= row.cells.size() || row.cells[column].body.empty()) continue;
        const std::string text = doc::plain_text(row.cells[column].body);
        if (text.empty()) continue;
        ++filled;
        if (doc::count_words(row.cells[column].body) >= words_of_text && !is_number(text))
            return false;
        if (is_number(text)) ++numbers;
    }
    return numbers >= 2 && numbers * 2 > filled;
}

}  // namespace

bool is_number(std::string_view text) {
    std::size_t digits = 0, letters = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::next_code_point(text, at);
        if (ascii::is_digit(c))
            ++digits;
        else if (!groups_digits(c))
            ++letters;
    }
    return digits > 0 && letters <= longest_unit && letters <= digits + 1;
}

std::vector<doc::Align> alignments(const doc::Table& table) {
    std::vector<doc::Align> result;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const doc::Align own = table.columns[i].align;
        const bool right = own == doc::Align::automatic && mostly_numbers(table, i);
        result.push_back(right ? doc::Align::right : own);
    }
    return result;
}

Length gutter_behind(std::size_t column, const std::vector<doc::Align>& aligns, Length em) {
    if (column + 1 >= aligns.size() || aligns[column] != doc::Align::right) return {};
    const doc::Align next = aligns[column + 1];
    return next == doc::Align::automatic || next == doc::Align::left ? em * 2 / 3 : Length{};
}

}  // namespace triptych::typeset
