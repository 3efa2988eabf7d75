#include "base/number_signs.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <unicode/uchar.h>

#include "base/ascii.hpp"
#include "base/is_one_of.hpp"
#include "base/language_tag.hpp"
#include "base/text.hpp"

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

/// Digits that are not those of Latin letters, by their names in BCP 47 and in style sheets.
struct Digits {
    std::string_view name;
    char32_t zero;
    std::string_view in_style_sheets{};
};
constexpr std::array<Digits, 20> all_digits = {
    {{"arab", U'٠', "arabic-indic"}, {"arabext", U'۰', "persian"}, {"deva", U'०', "devanagari"},
     {"beng", U'০', "bengali"},      {"guru", U'੦', "gurmukhi"},   {"gujr", U'૦', "gujarati"},
     {"orya", U'୦', "oriya"},        {"tamldec", U'௦', "tamil"},   {"telu", U'౦', "telugu"},
     {"knda", U'೦', "kannada"},      {"mlym", U'൦', "malayalam"},  {"thai", U'๐', "thai"},
     {"laoo", U'໐', "lao"},          {"tibt", U'༠', "tibetan"},    {"mymr", U'၀', "myanmar"},
     {"khmr", U'០', "khmer"},        {"mong", U'᠐', "mongolian"},  {"olck", U'᱐'},
     {"cakm", U'\U00011136'},        {"adlm", U'\U0001E950'}}};

/// The digits of a language, of one in a script, and those of a region that differ ("" for Latin).
struct Custom {
    std::string_view language, script, region, digits;
};
constexpr std::array<Custom, 35> customs = {
    {{"ar", "", "AE", ""},        {"ar", "", "DZ", ""},          {"ar", "", "EH", ""},
     {"ar", "", "LY", ""},        {"ar", "", "MA", ""},          {"ar", "", "TN", ""},
     {"ar", "", "", "arab"},      {"as", "", "", "beng"},        {"bgc", "", "", "deva"},
     {"bho", "", "", "deva"},     {"bn", "", "", "beng"},        {"ccp", "", "", "cakm"},
     {"ckb", "", "", "arab"},     {"dz", "", "", "tibt"},        {"fa", "", "", "arabext"},
     {"ff", "Adlm", "", "adlm"},  {"ks", "Deva", "", ""},        {"ks", "", "", "arabext"},
     {"lrc", "", "", "arabext"},  {"mni", "Mtei", "", ""},       {"mni", "", "", "beng"},
     {"mr", "", "", "deva"},      {"my", "", "", "mymr"},        {"mzn", "", "", "arabext"},
     {"ne", "", "", "deva"},      {"pa", "Arab", "", "arabext"}, {"ps", "", "", "arabext"},
     {"raj", "", "", "deva"},     {"sa", "", "", "deva"},        {"sat", "Deva", "", ""},
     {"sat", "", "", "olck"},     {"sd", "Deva", "", ""},        {"sd", "", "", "arab"},
     {"ur", "", "IN", "arabext"}, {"uz", "Arab", "", "arabext"}}};

bool same_but_for_case(std::string_view one, std::string_view other) {
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                      [](char a, char b) { return ascii::to_lower(a) == ascii::to_lower(b); });
}

const Digits* digits_named(std::string_view name) {
    const auto* const found =
        std::find_if(all_digits.begin(), all_digits.end(),
                     [&](const Digits& digits) { return same_but_for_case(name, digits.name); });
    return found == all_digits.end() ? nullptr : found;
}

using Parts = std::vector<std::string_view>;

/// The part of a tag that is `wanted`, at `begin` or behind.
Parts::const_iterator find_part(Parts::const_iterator begin, const Parts& tag,
                                std::string_view wanted) {
    return std::find_if(begin, tag.end(),
                        [&](std::string_view part) { return same_but_for_case(part, wanted); });
}

/// The digits that `tag` asks for by "-u-nu-", null for those of Latin letters; nothing if it asks
/// for none.
std::optional<const Digits*> digits_asked_for(const Parts& tag) {
    const auto key = find_part(find_part(tag.begin(), tag, "u"), tag, "nu");
    if (key == tag.end() || key + 1 == tag.end()) return std::nullopt;
    return digits_named(key[1]);
}

/// Null for those of Latin letters.
const Digits* digits_of(std::string_view tag) {
    // Most books are told apart without more.
    if (tag == "fr" || tag == "en") return nullptr;
    const Parts parts = text::split(tag, '-');
    if (const auto asked = digits_asked_for(parts)) return *asked;
    const std::string primary = primary_language(tag);
    const auto has = [&](std::string_view wanted) {
        return wanted.empty() || find_part(parts.begin() + 1, parts, wanted) != parts.end();
    };
    for (const Custom& custom : customs)
        if (custom.language == primary && has(custom.script) && has(custom.region))
            return digits_named(custom.digits);
    return nullptr;
}

NumberSigns signs_of(std::string_view language) {
    const Digits* const digits = digits_of(language);
    if (digits != nullptr && is_one_of(digits->name, {"arab", "arabext"})) return {{}, "٫", "٬"};
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

std::string own_digits(std::string text, std::string_view language) {
    const Digits* const digits = digits_of(language);
    if (digits == nullptr) return text;
    std::string own;
    for (const char c : text) {
        if (ascii::is_digit(c))
            text::append_code_point(own, digits->zero + static_cast<char32_t>(c - '0'));
        else
            own += c;
    }
    return own;
}

std::string own_digits(std::size_t number, std::string_view language) {
    return own_digits(std::to_string(number), language);
}

bool begins_with_figure(std::string_view word) {
    std::size_t at = 0;
    return !word.empty() && u_isdigit(static_cast<UChar32>(text::next_code_point(word, at))) != 0;
}

std::string_view digits_in_style_sheets(std::string_view language) {
    const Digits* const digits = digits_of(language);
    return digits == nullptr ? std::string_view() : digits->in_style_sheets;
}

std::string_view decimal_sign(std::string_view language) { return signs_of(language).decimal; }

std::string grouped_number(std::size_t number, std::string_view language) {
    const std::string_view separator = signs_of(language).group;
    std::string digits = fmt::format("{}", number);
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, separator);
    }
    return own_digits(std::move(digits), language);
}

std::string file_size(std::size_t bytes, std::string_view language) {
    const auto [byte, kilobyte, megabyte] = byte_words(language);
    if (bytes < 1000) return fmt::format("{}{}{}", own_digits(bytes, language), no_break, byte);
    const bool large = bytes >= 1'000'000;
    const auto tenths = (bytes + (large ? 50'000 : 50)) / (large ? 100'000 : 100);
    std::string size = fmt::format("{}", tenths / 10);
    if (large || tenths < 100) size += fmt::format("{}{}", decimal_sign(language), tenths % 10);
    return fmt::format("{}{}{}", own_digits(std::move(size), language), no_break,
                       large ? megabyte : kilobyte);
}

}  // namespace triptych
