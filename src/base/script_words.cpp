#include "base/script_words.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <triptych/message.hpp>

#include "base/language_tag.hpp"

namespace triptych {

namespace {

/// Names of scripts that ICU gives.
[[maybe_unused]] constexpr const char* of_scripts[] = {
    message_id("Arabic"),   message_id("Armenian"),  message_id("Bengali"),
    message_id("Bopomofo"), message_id("Braille"),   message_id("Cherokee"),
    message_id("Coptic"),   message_id("Cyrillic"),  message_id("Devanagari"),
    message_id("Ethiopic"), message_id("Georgian"),  message_id("Greek"),
    message_id("Gujarati"), message_id("Gurmukhi"),  message_id("Hebrew"),
    message_id("Kannada"),  message_id("Khmer"),     message_id("Lao"),
    message_id("Latin"),    message_id("Malayalam"), message_id("Mongolian"),
    message_id("Myanmar"),  message_id("Oriya"),     message_id("Sinhala"),
    message_id("Syriac"),   message_id("Tamil"),     message_id("Telugu"),
    message_id("Thaana"),   message_id("Thai"),      message_id("Tibetan"),
    message_id("Tifinagh"),
};

/// "" for a language that does not use the characters of East Asia.
std::string_view east_asian(std::string_view language) {
    const std::string primary = primary_language(language);
    if (primary == "ja") return message_id("Japanese");
    if (primary == "zh") return message_id("Chinese");
    return primary == "ko" ? message_id("Korean") : "";
}

/// A comma as wide as an ideograph, or a letter.
bool is_wide(UChar32 c) {
    const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_FULLWIDTH || (width == U_EA_WIDE && u_ispunct(c) != 0);
}

}  // namespace

std::string_view script_words(char32_t character, std::string_view language) {
    const auto c = static_cast<UChar32>(character);
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &status);
    const bool kana = uscript_hasScript(c, USCRIPT_HIRAGANA) != 0 || script == USCRIPT_KATAKANA;
    const bool han = uscript_hasScript(c, USCRIPT_HAN) != 0;
    const bool hangul = uscript_hasScript(c, USCRIPT_HANGUL) != 0;
    if (script == USCRIPT_HANGUL) return message_id("Korean");
    if (kana || han || hangul || is_wide(c)) {
        if (const auto words = east_asian(language); !words.empty()) return words;
        return script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA
                   ? message_id("Japanese")
                   : message_id("Chinese or Japanese");
    }
    if (U_FAILURE(status) || script == USCRIPT_COMMON || script == USCRIPT_INHERITED ||
        script == USCRIPT_UNKNOWN)
        return message_id("these signs");
    return uscript_getName(script);
}

}  // namespace triptych
