#include "doc/number_columns.hpp"

#include <algorithm>

#include <unicode/uchar.h>

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "doc/walk.hpp"

namespace triptych::doc {
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

/// A key to press is a label, whatever stands on it.
bool holds_key(const Inlines& inlines) {
    return std::any_of(inlines.begin(), inlines.end(), [](const Inline& node) {
        bool found = std::holds_alternative<Keyboard>(node.node);
        for_each_child(node, [&](const Inlines& body) { found = found || holds_key(body); });
        return found;
    });
}

bool holds_key(const Blocks& blocks) {
    return std::any_of(blocks.begin(), blocks.end(), [](const Block& block) {
        bool found = false;
        for_each_child(
            block, [&](const Inlines& body) { found = found || holds_key(body); },
            [&](const Blocks& body) { found = found || holds_key(body); });
        return found;
    });
}

/// What makes a label of the digits behind it: "F1", "n° 5", "#3".
bool begins_label(char32_t c) {
    return c == U'#' || c == U'°' || c == U'№' || u_isalpha(static_cast<UChar32>(c)) != 0;
}

/// No column of which a cell is a phrase: that is read from the left.
bool mostly_numbers(const Table& table, std::size_t column) {
    std::size_t numbers = 0, filled = 0;
    for (const Row& row : table.rows) {
        if (column >= row.cells.size() || row.cells[column].body.empty()) continue;
        const std::string text = plain_text(row.cells[column].body);
        if (text.empty()) continue;
        ++filled;
        if (count_words(row.cells[column].body) >= words_of_text && !is_number(text)) return false;
        if (is_number(text) && !holds_key(row.cells[column].body)) ++numbers;
    }
    return numbers >= 2 && numbers * 2 > filled;
}

void align(Table& table) {
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (table.columns[i].align == Align::automatic && mostly_numbers(table, i))
            table.columns[i].align = Align::right;
}

void align(Blocks& blocks) {
    for (Block& block : blocks) {
        if (auto* table = std::get_if<Table>(&block.node)) align(*table);
        for_each_child(
            block, [](Inlines&) {}, [](Blocks& body) { align(body); });
    }
}

}  // namespace

bool is_number(std::string_view text) {
    std::size_t digits = 0, letters = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::next_code_point(text, at);
        if (ascii::is_digit(c))
            ++digits;
        else if (digits == 0 && begins_label(c))
            return false;
        else if (!groups_digits(c))
            ++letters;
    }
    return digits > 0 && letters <= longest_unit && letters <= digits + 1;
}

void align_number_columns(Book& book) {
    for (Page& page : book.pages) {
        align(page.body);
        for (Note& note : page.notes) align(note.body);
    }
}

}  // namespace triptych::doc
