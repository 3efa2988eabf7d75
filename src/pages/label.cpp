#include "base/roman.hpp"
#include "pages/pages.hpp"

namespace triptych::pages {

namespace {

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
