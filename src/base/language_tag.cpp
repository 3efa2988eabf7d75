#include "base/language_tag.hpp"

#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "base/ascii.hpp"
#include "base/is_one_of.hpp"

namespace triptych {

bool is_language_tag(std::string_view tag) {
    std::size_t part = 0, length = 0;
    for (const char c : tag) {
        if (c == '-') {
            if (length == 0) return false;
            ++part;
            length = 0;
            continue;
        }
        if (!ascii::is_letter(c) && !(ascii::is_digit(c) && part > 0)) return false;
        if (++length > 8) return false;
    }
    return length > 0;
}

std::string primary_language(std::string_view tag) {
    std::string first(tag.substr(0, tag.find_first_of("-_")));
    std::transform(first.begin(), first.end(), first.begin(), ascii::to_lower);
    if (first.size() != 3 || !std::all_of(first.begin(), first.end(), ascii::is_lower))
        return first;
    std::array<char, ULOC_LANG_CAPACITY> shorter{};
    UErrorCode status = U_ZERO_ERROR;
    uloc_getLanguage(first.c_str(), shorter.data(), shorter.size(), &status);
    return U_SUCCESS(status) ? std::string(shorter.data()) : first;
}

bool same_language(std::string_view a, std::string_view b) {
    return primary_language(a) == primary_language(b);
}

bool is_right_to_left(std::string_view tag) {
    // Most languages are told apart without asking for what ICU knows of them.
    constexpr std::string_view usual[] = {"fr", "en", "de", "es", "it", "ja", "zh", "ko"};
    const std::string_view first = tag.substr(0, tag.find('-'));
    if (std::find(std::begin(usual), std::end(usual), first) != std::end(usual)) return false;
    return !tag.empty() && uloc_isRightToLeft(std::string(tag).c_str()) != 0;
}

bool takes_nastaliq(std::string_view tag) {
    return is_one_of(primary_language(tag), {"ur", "ks", "pnb", "skr"});
}

bool is_french(std::string_view tag) { return primary_language(tag) == "fr"; }
bool is_english(std::string_view tag) { return primary_language(tag) == "en"; }

}  // namespace triptych
