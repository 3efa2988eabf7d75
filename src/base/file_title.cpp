#include "base/file_title.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "base/text.hpp"

namespace triptych {
namespace {

constexpr std::size_t most_characters = 60, most_bytes = 180;

bool is_latin(char32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(static_cast<UChar32>(c), &status) == USCRIPT_LATIN;
}

/// Whether it belongs to the letter in front of it.
bool extends(char32_t c) {
    const auto character = static_cast<UChar32>(c);
    return u_hasBinaryProperty(character, UCHAR_GRAPHEME_EXTEND) ||
           u_charType(character) == U_COMBINING_SPACING_MARK;
}

/// Of another script than Latin.
bool is_foreign_letter(char32_t c) {
    return c >= 0x370 && u_isalnum(static_cast<UChar32>(c)) && !is_latin(c);
}

/// Joiners and marks of direction are not seen in names.
bool is_invisible(char32_t c) { return u_charType(static_cast<UChar32>(c)) == U_FORMAT_CHAR; }

/// What a character is in a name; a hyphen for one that has no place there.
std::string form_of(char32_t c) {
    std::string own;
    text::append_code_point(own, c);
    if (is_foreign_letter(c)) return own;
    const std::string folded = text::file_slug(own);
    return folded == "document" ? "-" : folded;
}

bool has_foreign_letter(std::string_view title) {
    for (std::size_t at = 0; at < title.size();)
        if (is_foreign_letter(text::next_code_point(title, at))) return true;
    return false;
}

}  // namespace

std::string file_title(std::string_view title) {
    if (!has_foreign_letter(title)) return text::file_slug(title);
    const std::string lower = text::nfc(text::lower_case(title));
    std::string name;
    std::size_t characters = 0;
    for (std::size_t at = 0; at < lower.size();) {
        const char32_t c = text::next_code_point(lower, at);
        if (is_invisible(c)) continue;
        const bool joins = extends(c) && !name.empty() && name.back() != '-';
        std::string form = form_of(c);
        if (joins && form == "-") {
            form.clear();
            text::append_code_point(form, c);
        }
        if (form == "-" && (name.empty() || name.back() == '-')) continue;
        if (name.size() + form.size() > most_bytes || (!joins && characters == most_characters))
            break;
        name += form;
        characters += joins ? 0 : 1;
    }
    while (name.ends_with('-')) name.pop_back();
    return name.empty() ? "document" : name;
}

}  // namespace triptych
