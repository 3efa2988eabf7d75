#include <array>
#include <utility>

#include "pages/pages.hpp"

namespace triptych::pages {

namespace {

std::string lower_roman(std::uint32_t number) {
    static constexpr std::array<std::pair<std::uint32_t, std::string_view>, 13> digits = {
        {{1000, "m"},
         {900, "cm"},
         {500, "d"},
         {400, "cd"},
         {100, "c"},
         {90, "xc"},
         {50, "l"},
         {40, "xl"},
         {10, "x"},
         {9, "ix"},
         {5, "v"},
         {4, "iv"},
         {1, "i"}}};
    std::string out;
    for (const auto& [value, letters] : digits)
        for (; number >= value; number -= value) out += letters;
    return out;
}

/// Above this, roman numerals are as long as they are unreadable.
constexpr std::uint32_t greatest_roman = 49'999;

}  // namespace

std::string Page::label() const {
    if (!name.empty()) return name;
    switch (numbering) {
        case Numbering::none:
            return {};
        case Numbering::decimal:
            return std::to_string(number);
        case Numbering::roman:
            return number <= greatest_roman ? lower_roman(number) : std::to_string(number);
    }
    return {};
}

}  // namespace triptych::pages
