#include "pdf/text/text_keys.hpp"

#include <optional>

#include "base/text.hpp"

namespace triptych::pdf {

namespace {

constexpr std::uint32_t longer_bit = 0x80000000;

bool is_allowed(char32_t c) { return c >= 0x20 && c != 0x7F && c != 0xFEFF && c != 0xFFFE; }

bool is_private_use(char32_t c) {
    return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0x10FFFD);
}

/// The code point, when `text` is a single one.
std::optional<char32_t> single(std::string_view text) {
    if (text.empty()) return std::nullopt;
    std::size_t at = 0;
    const char32_t c = text::next_code_point(text, at);
    if (at != text.size()) return std::nullopt;
    return c;
}

/// Some readers ignore what a code stands for where it is longer, in units of UTF-16.
constexpr std::size_t most_units = 8;

/// Empty when it is too long.
std::string allowed_part(std::string_view text) {
    std::string out;
    std::size_t units = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::next_code_point(text, at);
        if (!is_allowed(c)) continue;
        units += c < 0x10000 ? 1 : 2;
        if (units > most_units) return {};
        text::append_code_point(out, c);
    }
    return out;
}

}  // namespace

TextKey TextKeys::add(std::string_view text) {
    if (const auto c = single(text)) return is_allowed(*c) ? TextKey{*c} : TextKey::none;
    if (const auto found = longer_.find(text); found != longer_.end())
        return TextKey{found->second};
    const std::string allowed = allowed_part(text);
    if (allowed.empty()) return TextKey::none;
    const auto key = static_cast<std::uint32_t>(texts_.size()) | longer_bit;
    texts_.push_back(allowed);
    longer_.emplace(text, key);
    return TextKey{key};
}

TextKey TextKeys::find(std::string_view text) const {
    if (const auto c = single(text)) return is_allowed(*c) ? TextKey{*c} : TextKey::none;
    const auto found = longer_.find(text);
    return found == longer_.end() ? TextKey::none : TextKey{found->second};
}

std::string TextKeys::text(TextKey key) const {
    const auto value = static_cast<std::uint32_t>(key);
    if ((value & longer_bit) != 0) return texts_[value & ~longer_bit];
    std::string out;
    if (key != TextKey::none) text::append_code_point(out, value);
    return out;
}

bool TextKeys::is_private(TextKey key) const {
    const auto value = static_cast<std::uint32_t>(key);
    if ((value & longer_bit) == 0) return is_private_use(value);
    const std::string& text = texts_[value & ~longer_bit];
    for (std::size_t at = 0; at < text.size();)
        if (is_private_use(text::next_code_point(text, at))) return true;
    return false;
}

}  // namespace triptych::pdf
