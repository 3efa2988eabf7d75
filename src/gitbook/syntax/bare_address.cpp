#include "gitbook/syntax/bare_address.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

#include "base/ascii.hpp"
#include "base/text.hpp"

namespace triptych::gitbook {
namespace {

bool is_latin(char32_t c) {
    UErrorCode error = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &error);
    return script == USCRIPT_LATIN || script == USCRIPT_COMMON || script == USCRIPT_INHERITED;
}

/// Quotation marks, brackets and stops that no address holds unless they are escaped.
bool ends_address(char32_t c) {
    if (c < 0x80)
        return std::string_view("\"<>{}|\\^`").find(static_cast<char>(c)) != std::string_view::npos;
    if (u_isUWhiteSpace(static_cast<UChar32>(c)) != 0) return true;
    const auto kind = u_charType(static_cast<UChar32>(c));
    return kind == U_START_PUNCTUATION || kind == U_END_PUNCTUATION ||
           kind == U_INITIAL_PUNCTUATION || kind == U_FINAL_PUNCTUATION ||
           kind == U_OTHER_PUNCTUATION || (c >= 0xFF00 && c <= 0xFFEF);
}

/// Whether a character reference (`&#x20;`, `&nbsp;`) begins at `at`; its semicolon may be missing.
/// `&amp;` between values of a query is part of it.
bool is_reference(std::string_view text, std::size_t at) {
    if (text[at] != '&') return false;
    if (text.substr(at + 1, 4) == "amp;" && at + 5 < text.size() &&
        ascii::is_alphanumeric(static_cast<unsigned char>(text[at + 5])))
        return false;
    if (at + 1 < text.size() && text[at + 1] == '#') return true;
    std::size_t end = at + 1;
    while (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
    const std::string_view name = text.substr(at + 1, end - at - 1);
    return (end == text.size() || text[end] == ';') &&
           (name == "nbsp" || name == "amp" || name == "lt" || name == "gt" || name == "quot");
}

std::size_t without_stops(std::string_view text) {
    std::size_t end = text.size();
    while (end > 0) {
        const char last = text[end - 1];
        if (std::string_view("?!.,:;*_~'\"").find(last) != std::string_view::npos) {
            --end;
            continue;
        }
        const auto inside = text.substr(0, end);
        if (last != ')' || std::count(inside.begin(), inside.end(), ')') <=
                               std::count(inside.begin(), inside.end(), '('))
            break;
        --end;
    }
    return end;
}

}  // namespace

std::size_t length_of_address(std::string_view text) {
    const std::size_t scheme = text.find("://");
    std::size_t at = scheme == std::string_view::npos ? 0 : scheme + 3;
    bool in_host = true;
    const bool latin_host = at < text.size() && (text[at] & 0x80) == 0;
    while (at < text.size()) {
        if (is_reference(text, at)) break;
        std::size_t next = at;
        const char32_t c = text::next_code_point(text, next);
        if (ends_address(c)) break;
        if (c == '/' || c == '?' || c == '#') in_host = false;
        if (in_host && latin_host && c >= 0x80 && !is_latin(c)) break;
        at = next;
    }
    return without_stops(text.substr(0, at));
}

}  // namespace triptych::gitbook
