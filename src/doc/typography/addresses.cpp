#include <algorithm>

#include "doc/typography/rules.hpp"

namespace triptych::doc::typography {

namespace {

constexpr std::size_t longest_elision = 8;     ///< letters before an apostrophe: `lorsqu’`
constexpr std::size_t longest_shortcode = 40;  ///< letters between the colons of `:smile:`

/// Every address, path and shortcode has one of these.
constexpr std::u32string_view address_signs = U":={$./\\@_";

/// A run of characters without a gap.
struct Token {
    std::size_t begin = 0, end = 0;
};

/// Without the punctuation of the sentence around it.
Token core(const Passage& passage, Token token) {
    while (token.begin < token.end && is_one_of(passage.written(token.begin), U"(\"'«[{“‘<"))
        ++token.begin;
    while (token.begin < token.end &&
           is_one_of(passage.written(token.end - 1), U".,;:!?)]}\"'»”’…>"))
        --token.end;
    return token;
}

/// Behind the `l’` or `d’` in front of it.
Token without_elision(const Passage& passage, Token token) {
    const std::size_t last = std::min(token.end, token.begin + longest_elision);
    std::size_t at = token.begin;
    while (at < last && is_letter(passage.written(at))) ++at;
    if (at > token.begin && is_one_of(passage.written(at), U"'’") && at + 1 < token.end)
        token.begin = at + 1;
    return token;
}

bool starts_like_address(const Passage& passage, std::size_t at) {
    for (const std::u32string_view start : {U"www.", U"mailto:", U"tel:", U"./", U"../", U"~/"})
        if (passage.has(at, start)) return true;
    return passage.written(at) == '/' && is_alphanumeric(passage.written(at + 1));
}

/// True when the characters at `at` occur in no word of prose.
bool marks_address(const Passage& passage, Token token, std::size_t at) {
    const char32_t sign = passage.written(at);
    if (!is_one_of(sign, address_signs)) return false;
    for (const std::u32string_view mark : {U"://", U"=\"", U"='", U"{{", U"${", U".../", U"/..."})
        if (passage.has(at, mark)) return true;
    if (sign == '\\') return true;
    if (!is_one_of(sign, U".@_") || at == token.begin || at + 1 >= token.end) return false;
    const char32_t left = passage.written(at - 1);
    const char32_t right = passage.written(at + 1);
    const bool is_decimal = sign == '.' && is_digit(left) && is_digit(right);
    return is_alphanumeric(left) && is_alphanumeric(right) && !is_decimal;
}

bool is_address(const Passage& passage, Token token) {
    if (starts_like_address(passage, token.begin)) return true;
    for (std::size_t at = token.begin; at < token.end; ++at)
        if (marks_address(passage, token, at)) return true;
    return false;
}

bool is_shortcode_letter(char32_t c) {
    return ascii::is_lower(c) || is_digit(c) || is_one_of(c, U"_+-");
}

/// The end of the `:shortcode:` that begins at `begin`, or `begin` when there is none.
std::size_t shortcode_end(const Passage& passage, std::size_t begin) {
    if (passage.written(begin) != ':' || is_alphanumeric(passage.before(begin))) return begin;
    std::size_t at = begin + 1;
    while (at - begin <= longest_shortcode && is_shortcode_letter(passage.written(at))) ++at;
    return at > begin + 1 && passage.written(at) == ':' ? at + 1 : begin;
}

void lock_shortcodes(Passage& passage, Token token) {
    for (std::size_t at = token.begin; at < token.end; ++at) {
        const std::size_t end = shortcode_end(passage, at);
        if (end == at) continue;
        passage.lock(at, end);
        at = end - 1;
    }
}

}  // namespace

void lock_addresses(Passage& passage) {
    const auto separates = [&](std::size_t at) {
        return is_gap(passage.written(at)) || passage.written(at) == object;
    };
    std::size_t end = 0;
    for (const std::size_t sign : passage.signs()) {
        if (sign < end || !is_one_of(passage.written(sign), address_signs)) continue;
        std::size_t begin = sign;
        while (begin > end && !separates(begin - 1)) --begin;
        for (end = sign; !separates(end);) ++end;
        lock_shortcodes(passage, {begin, end});
        const Token token = without_elision(passage, core(passage, {begin, end}));
        if (token.begin < token.end && is_address(passage, token))
            passage.lock(token.begin, token.end);
    }
}

}  // namespace triptych::doc::typography
