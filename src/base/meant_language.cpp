#include "base/meant_language.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <utility>
#include <vector>

#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include "base/text.hpp"

namespace triptych {
namespace {

constexpr std::size_t longest_tag = 60;

/// Codes of countries, and old or bibliographic codes, that people take for those of languages.
constexpr std::array mistaken = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"jp", "ja"},  {"cn", "zh"},  {"tw", "zh-TW"}, {"kr", "ko"},  {"ua", "uk"},  {"cz", "cs"},
    {"gr", "el"},  {"dk", "da"},  {"vn", "vi"},    {"us", "en"},  {"gb", "en"},  {"ir", "fa"},
    {"il", "he"},  {"iw", "he"},  {"in", "id"},    {"fre", "fr"}, {"ger", "de"}, {"dut", "nl"},
    {"gre", "el"}, {"chi", "zh"}, {"cze", "cs"},   {"per", "fa"}, {"rum", "ro"}, {"slo", "sk"},
});

bool all_of(std::string_view text, int (*test)(int)) {
    return std::all_of(text.begin(), text.end(),
                       [&](char c) { return test(static_cast<unsigned char>(c)) != 0; });
}

std::string upper(std::string_view text) {
    std::string result(text);
    for (char& c : result) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return result;
}

bool is_among(const char* const* codes, std::string_view code) {
    for (; *codes != nullptr; ++codes)
        if (code == *codes) return true;
    return false;
}

/// The shortest code of the language with code `code`, in lower case; "" when there is none.
std::string language_code(const std::string& code) {
    if (code.size() < 2 || code.size() > 3 || !all_of(code, std::isalpha)) return {};
    for (const auto& [wrong, right] : mistaken)
        if (wrong == code) return std::string(right);
    std::array<char, 12> shortest{};
    UErrorCode status = U_ZERO_ERROR;
    uloc_getLanguage(code.c_str(), shortest.data(), shortest.size(), &status);
    return U_SUCCESS(status) && is_among(uloc_getISOLanguages(), shortest.data())
               ? std::string(shortest.data())
               : std::string();
}

/// Text without accents, for names of languages as people type them.
std::string bare(std::string_view name) {
    std::string plain;
    const std::string decomposed = text::nfd(text::lower_case(name));
    for (std::size_t at = 0; at < decomposed.size();) {
        const char32_t c = text::next_code_point(decomposed, at);
        if (c < 0x300 || c > 0x36F) text::append_code_point(plain, c);
    }
    return plain;
}

std::string display_name(const char* language, const char* in) {
    std::array<UChar, 100> wide{};
    std::array<char, 400> narrow{};
    UErrorCode status = U_ZERO_ERROR;
    const auto length = uloc_getDisplayLanguage(language, in, wide.data(), wide.size(), &status);
    std::int32_t bytes = 0;
    u_strToUTF8(narrow.data(), narrow.size(), &bytes, wide.data(), length, &status);
    return U_SUCCESS(status) ? std::string(narrow.data(), static_cast<std::size_t>(bytes))
                             : std::string();
}

/// The language called `name` in English, in French or in itself.
std::string language_called(std::string_view name) {
    const std::string wanted = bare(name);
    for (const char* const* code = uloc_getISOLanguages(); *code != nullptr; ++code)
        for (const char* in : {"en", "fr", static_cast<const char*>(*code)})
            if (bare(display_name(*code, in)) == wanted) return *code;
    return {};
}

/// The parts of a tag behind its language as far as they are well formed, each behind a hyphen.
std::string further_parts(const std::vector<std::string_view>& parts) {
    std::string further;
    bool region = false;
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const std::string_view part = parts[i];
        if (part.empty() || part.size() > 8 || !all_of(part, std::isalnum)) break;
        if (i == 1 && part.size() == 4 && all_of(part, std::isalpha)) {
            further += '-' + upper(part.substr(0, 1)) + text::lower_case(part.substr(1));
        } else if (!region && part.size() == 2 && all_of(part, std::isalpha)) {
            if (!is_among(uloc_getISOCountries(), upper(part))) break;
            region = true;
            further += '-' + upper(part);
        } else {
            further += '-' + text::lower_case(part);
        }
    }
    return further;
}

}  // namespace

std::string meant_language(std::string_view written) {
    written = text::trim(written);
    if (written.empty() || written.size() > longest_tag) return {};
    std::string tag(written.substr(0, std::min(written.find_first_of(".@"), written.size())));
    std::replace(tag.begin(), tag.end(), '_', '-');
    const auto parts = text::split(tag, '-');
    const std::string language = language_code(text::lower_case(parts.front()));
    if (!language.empty()) return language + further_parts(parts);
    return language_called(written);
}

bool is_written_as_tag(std::string_view written) {
    return !written.empty() &&
           text::lower_case(meant_language(written)) == text::lower_case(written);
}

}  // namespace triptych
