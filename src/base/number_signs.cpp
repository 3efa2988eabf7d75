#include "base/number_signs.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/language_tag.hpp"

namespace triptych {
namespace {

constexpr std::string_view no_break = "\u00A0", narrow_no_break = "\u202F";

struct NumberSigns {
    std::string_view language, decimal, group;
};
/// Languages that are not here write as English does.
constexpr std::array<NumberSigns, 31> number_signs = {{{"fr", ",", narrow_no_break},
                                                       {"bg", ",", no_break},
                                                       {"cs", ",", no_break},
                                                       {"da", ",", "."},
                                                       {"de", ",", "."},
                                                       {"el", ",", "."},
                                                       {"es", ",", "."},
                                                       {"et", ",", no_break},
                                                       {"fi", ",", no_break},
                                                       {"hr", ",", "."},
                                                       {"hu", ",", no_break},
                                                       {"id", ",", "."},
                                                       {"it", ",", "."},
                                                       {"lt", ",", no_break},
                                                       {"lv", ",", no_break},
                                                       {"nl", ",", "."},
                                                       {"pl", ",", no_break},
                                                       {"pt", ",", no_break},
                                                       {"ro", ",", "."},
                                                       {"ru", ",", no_break},
                                                       {"sk", ",", no_break},
                                                       {"sl", ",", "."},
                                                       {"sv", ",", no_break},
                                                       {"tr", ",", "."},
                                                       {"uk", ",", no_break},
                                                       {"vi", ",", "."},
                                                       {"nb", ",", no_break},
                                                       {"nn", ",", no_break},
                                                       {"no", ",", no_break},
                                                       {"ca", ",", "."},
                                                       {"eu", ",", "."}}};

NumberSigns signs_of(std::string_view language) {
    const std::string primary = primary_language(language);
    const auto* const found =
        std::find_if(number_signs.begin(), number_signs.end(),
                     [&](const NumberSigns& signs) { return signs.language == primary; });
    return found == number_signs.end() ? NumberSigns{"en", ".", ","} : *found;
}

/// Bytes, kilobytes, megabytes.
std::array<std::string_view, 3> byte_words(std::string_view language) {
    const std::string primary = primary_language(language);
    if (primary == "fr") return {"o", "ko", "Mo"};
    if (primary == "fi") return {"t", "kt", "Mt"};
    if (primary == "ru" || primary == "uk") return {"Б", "кБ", "МБ"};
    return {"B", "kB", "MB"};
}

}  // namespace

std::string_view decimal_sign(std::string_view language) { return signs_of(language).decimal; }

std::string grouped_number(std::size_t number, std::string_view language) {
    const std::string_view separator = signs_of(language).group;
    std::string digits = fmt::format("{}", number);
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, separator);
    }
    return digits;
}

std::string file_size(std::size_t bytes, std::string_view language) {
    const auto [byte, kilobyte, megabyte] = byte_words(language);
    if (bytes < 1000) return fmt::format("{}{}{}", bytes, no_break, byte);
    const bool large = bytes >= 1'000'000;
    const auto tenths = (bytes + (large ? 50'000 : 50)) / (large ? 100'000 : 100);
    std::string size = fmt::format("{}", tenths / 10);
    if (large || tenths < 100) size += fmt::format("{}{}", decimal_sign(language), tenths % 10);
    return fmt::format("{}{}{}", size, no_break, large ? megabyte : kilobyte);
}

}  // namespace triptych
