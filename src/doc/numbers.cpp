#include "doc/numbers.hpp"

#include <algorithm>

#include "base/number_signs.hpp"
#include "base/roman.hpp"

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

std::string written_number(std::int32_t number, Numbering numbering, std::string_view language) {
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
            if (is_roman) return lower_roman(static_cast<std::uint32_t>(number));
            break;
        case Numbering::upper_roman:
            if (is_roman) return upper_roman(static_cast<std::uint32_t>(number));
            break;
    }
    return own_digits(std::to_string(number), language);
}

}  // namespace triptych::doc
