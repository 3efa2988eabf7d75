#include "base/hyphenation_package.hpp"

#include "base/is_one_of.hpp"
#include "base/language_tag.hpp"
#include "base/text.hpp"

namespace triptych {

std::string hyphenation_package(std::string_view language) {
    const std::string primary = primary_language(language);
    const std::string tag = text::lower_case(language);
    if (primary == "en")
        return is_one_of(tag, {"en", "en-us", "en-latn-us"}) ? "hyphen-en-us" : "hyphen-en-gb";
    if (primary == "pt") return tag.ends_with("-br") ? "hyphen-pt-br" : "hyphen-pt-pt";
    if (is_one_of(primary, {"nb", "nn", "no"})) return "hyphen-no";
    if (primary == "et") return "myspell-et";
    constexpr std::string_view packed =
        " af as be bg bn ca cs da de el es fr gl gu hi hr hu id is it kn lt lv ml mn mr nl or pa "
        "pl "
        "ro ru sk sl sr sv ta te uk zu ";
    const bool known = packed.find(' ' + primary + ' ') != std::string_view::npos;
    return known ? "hyphen-" + primary : std::string();
}

}  // namespace triptych
