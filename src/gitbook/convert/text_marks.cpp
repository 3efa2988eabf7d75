#include "gitbook/convert/text_marks.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "gitbook/convert/emoji_names.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t longest_shortcode = 48;
constexpr std::size_t longest_file_name = 500;

bool is_shortcode_character(char c) {
    return ascii::is_lower(c) || ascii::is_digit(c) || c == '_' || c == '+' || c == '-';
}

/// The name of a shortcode at the colon `at`, whether an emoji is called so or not; may be empty.
std::string_view name_between_colons(std::string_view text, std::size_t at) {
    std::size_t end = at + 1;
    while (end < text.size() && end - at < longest_shortcode && is_shortcode_character(text[end]))
        ++end;
    if (end >= text.size() || text[end] != ':') return {};
    return text.substr(at + 1, end - at - 1);
}

bool is_ideographic(char lead_byte) { return lead_byte >= '\xE3' && lead_byte <= '\xE9'; }

}  // namespace

std::size_t noise_at(std::string_view text, std::size_t at) {
    for (const std::string_view noise : {"\u200B", "\uFEFF", "****", "&#xNAN;"})
        if (text.substr(at, noise.size()) == noise) return noise.size();
    return 0;
}

std::string_view shown_name(std::string_view noise) {
    if (noise == "\u200B") return "U+200B";
    return noise == "\uFEFF" ? "U+FEFF" : noise;
}

bool is_between_ideographs(std::string_view text, std::size_t at) {
    return text[at] == '\n' && at >= 3 && at + 1 < text.size() && is_ideographic(text[at - 3]) &&
           is_ideographic(text[at + 1]);
}

std::string_view shortcode_at(std::string_view text, std::size_t& at) {
    const std::string_view name = name_between_colons(text, at);
    const std::string_view emoji = emoji_named(name);
    if (!emoji.empty()) at += name.size() + 2;
    return emoji;
}

std::string_view unknown_shortcode_at(std::string_view text, std::size_t at) {
    const std::string_view name = name_between_colons(text, at);
    if (name.size() < 2 || !ascii::is_lower(name.front())) return {};
    const auto holds_on = [](char c) {
        return c == ':' || c == '_' || c == '/' || c == '.' || (c & 0x80) != 0 ||
               ascii::is_letter(c) || ascii::is_digit(c);
    };
    const std::size_t behind = at + name.size() + 2;
    if (at > 0 && holds_on(text[at - 1]) && text[at - 1] != '.') return {};
    if (behind < text.size() && holds_on(text[behind]) && text[behind] != '.') return {};
    return name;
}

std::optional<std::string_view> file_name_at(std::string_view text, std::size_t& at) {
    constexpr std::string_view opening = "{% filename %}";
    constexpr std::string_view ending = "{% endfilename %}";
    if (text.substr(at, opening.size()) != opening) return std::nullopt;
    const std::size_t begin = at + opening.size();
    const std::size_t length = text.substr(begin, longest_file_name).find(ending);
    if (length == std::string_view::npos) return std::nullopt;
    at = begin + length + ending.size();
    return text::trim(text.substr(begin, length));
}

}  // namespace triptych::gitbook
