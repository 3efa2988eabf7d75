#include "base/roman.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace triptych {

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

std::string upper_roman(std::uint32_t number) {
    std::string out = lower_roman(number);
    for (char& letter : out) letter = static_cast<char>(letter - 'a' + 'A');
    return out;
}

}  // namespace triptych
