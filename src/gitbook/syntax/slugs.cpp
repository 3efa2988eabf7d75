#include "gitbook/syntax/slugs.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"

namespace triptych::gitbook {
namespace {

bool is_combining_mark(char32_t c) { return c >= 0x300 && c <= 0x36F; }
bool is_word_character(char32_t c) {
    return ascii::is_lower(c) || ascii::is_digit(c) || c == '.' || c == '_';
}
bool is_slug_space(char32_t c) {
    return c == ' ' || c == '\t' || c == '\n' || c == 0xA0 || c == 0x3000 || c == 0x202F ||
           (c >= 0x2000 && c <= 0x200A);
}

/// What a letter that NFD leaves whole is spelt with.
std::string_view spelling(char32_t c) {
    switch (c) {
        case 0x153:
            return "oe";
        case 0xE6:
            return "ae";
        case 0xDF:
            return "ss";
        case 0xF8:
            return "o";
        case 0x142:
            return "l";
        case '&':
            return "and";
        default:
            return {};
    }
}

/// One `-` for any run of separators, none at either end.
void append_separator(std::string& slug) {
    if (!slug.empty() && slug.back() != '-') slug += '-';
}

std::string spell(std::string_view title) {
    const std::string letters =
        text::is_ascii(title) ? text::lower_case(title) : text::nfd(text::lower_case(title));
    std::string slug;
    for (std::size_t at = 0; at < letters.size();) {
        const char32_t c = text::next_code_point(letters, at);
        if (is_combining_mark(c)) continue;
        if (is_slug_space(c) || c == '-') {
            append_separator(slug);
        } else if (is_word_character(c)) {
            slug += static_cast<char>(c);
        } else {
            slug += spelling(c);
        }
    }
    if (slug.ends_with('-')) slug.pop_back();
    return slug;
}

/// Writes the whole word "ad" as "a-d", as GitBook does against advertisement blockers.
std::string disguise_ad(const std::string& slug) {
    std::string result;
    for (const auto word : text::split(slug, '-')) {
        if (!result.empty()) result += '-';
        result += word == "ad" ? std::string_view("a-d") : word;
    }
    return result;
}

/// Letters and digits of any script, as far as GitHub's rule needs it: everything above ASCII but
/// punctuation and symbols.
bool is_github_letter(char32_t c) {
    if (c < 0x80) return ascii::is_lower(c) || ascii::is_digit(c) || c == '_' || c == '-';
    const bool latin_mark = c < 0xC0 && c != 0xAA && c != 0xB5 && c != 0xBA;
    const bool symbol = (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x3004) ||
                        (c >= 0x3008 && c <= 0x3020) || (c >= 0xFE00 && c <= 0xFE0F) ||
                        (c >= 0xFF00 && c <= 0xFF0F) || (c >= 0x1F000 && c <= 0x1FAFF);
    return !latin_mark && c != 0xD7 && c != 0xF7 && !symbol;
}

}  // namespace

std::string gitbook_slug(std::string_view title) {
    std::string slug = spell(title);
    if (slug.find("ad") != std::string::npos) slug = disguise_ad(slug);
    return !slug.empty() && ascii::is_digit(static_cast<unsigned char>(slug.front())) ? "id-" + slug
                                                                                      : slug;
}

std::string github_slug(std::string_view title) {
    const std::string letters = text::lower_case(text::trim(title));
    std::string slug;
    for (std::size_t at = 0; at < letters.size();) {
        const char32_t c = text::next_code_point(letters, at);
        if (c == ' ') {
            slug += '-';
        } else if (is_github_letter(c)) {
            text::append_code_point(slug, c);
        }
    }
    return slug;
}

std::string lax_slug(std::string_view anchor) {
    std::string result;
    for (char c : spell(anchor)) {
        if (c == '_') c = '-';
        if (c != '.' && !(c == '-' && (result.empty() || result.back() == '-'))) result += c;
    }
    if (result.starts_with("id-")) result.erase(0, 3);
    if (result.ends_with('-')) result.pop_back();
    return result;
}

std::string id_slug(std::string_view title) {
    std::string slug;
    for (const char c : gitbook_slug(title)) {
        if (c == '-' || c == '_') {
            append_separator(slug);
        } else {
            slug += c;
        }
    }
    if (slug.ends_with('-')) slug.pop_back();
    return slug.empty() ? "section" : slug;
}

std::string UniqueNames::claim(const std::string& name) {
    const auto [found, is_new] = used_.try_emplace(name, 0);
    if (is_new) return name;
    // `used_` may move while the numbered names are entered: keep the count, not the place.
    unsigned number = found->second;
    std::string numbered;
    do {
        numbered = name + '-' + std::to_string(++number);
    } while (!used_.try_emplace(numbered, 0).second);
    used_[name] = number;
    return numbered;
}

}  // namespace triptych::gitbook
