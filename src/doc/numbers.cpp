#include "doc/numbers.hpp"

#include <algorithm>
#include <string_view>

namespace triptych::doc {
namespace {

constexpr std::int32_t letters = 26;
constexpr std::int32_t last_roman = 3999;

std::string in_letters(std::int32_t number, char first) {
    std::string text;
    for (; number > 0; number = (number - 1) / letters)
        text += static_cast<char>(first + (number - 1) % letters);
    std::reverse(text.begin(), text.end());
    return text;
}

struct Numeral {
    std::int32_t value;
    std::string_view lower, upper;
};
constexpr Numeral numerals[] = {
    {1000, "m", "M"}, {900, "cm", "CM"}, {500, "d", "D"},  {400, "cd", "CD"}, {100, "c", "C"},
    {90, "xc", "XC"}, {50, "l", "L"},    {40, "xl", "XL"}, {10, "x", "X"},    {9, "ix", "IX"},
    {5, "v", "V"},    {4, "iv", "IV"},   {1, "i", "I"},
};

std::string in_roman(std::int32_t number, std::string_view Numeral::*letter_case) {
    std::string text;
    for (const Numeral& numeral : numerals)
        for (; number >= numeral.value; number -= numeral.value) text += numeral.*letter_case;
    return text;
}

}  // namespace

std::vector<std::int32_t> numbers_of(const List& list) {
    std::vector<std::int32_t> numbers;
    numbers.reserve(list.items.size());
    std::int32_t next = list.start;
    for (const ListItem& item : list.items) {
        const std::int32_t number = item.number.value_or(next);
        numbers.push_back(number);
        next = list.reversed ? number - 1 : number + 1;
    }
    return numbers;
}

std::string written_number(std::int32_t number, Numbering numbering) {
    const bool is_roman = number > 0 && number <= last_roman;
    switch (numbering) {
        case Numbering::decimal:
            break;
        case Numbering::lower_letters:
            if (number > 0) return in_letters(number, 'a');
            break;
        case Numbering::upper_letters:
            if (number > 0) return in_letters(number, 'A');
            break;
        case Numbering::lower_roman:
            if (is_roman) return in_roman(number, &Numeral::lower);
            break;
        case Numbering::upper_roman:
            if (is_roman) return in_roman(number, &Numeral::upper);
            break;
    }
    return std::to_string(number);
}

}  // namespace triptych::doc
