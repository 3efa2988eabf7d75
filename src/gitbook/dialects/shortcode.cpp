#include "gitbook/dialects/shortcode.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/is_one_of.hpp"
#include "base/text.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t longest_shortcode = 4000;

/// The end of what is quoted at the front of `text`, or of its word; takes it away.
std::string take_value(std::string_view& text) {
    const char quote = text.empty() ? ' ' : text[0];
    if (is_one_of(quote, {'"', '`', '\''})) {
        std::string value;
        std::size_t at = 1;
        for (; at < text.size() && text[at] != quote; ++at) {
            if (text[at] == '\\' && quote == '"' && at + 1 < text.size()) ++at;
            value += text[at];
        }
        text.remove_prefix(std::min(at + 1, text.size()));
        return value;
    }
    const auto end = std::find_if(text.begin(), text.end(),
                                  [](char c) { return ascii::is_space(c) || c == '='; });
    const std::string value(text.begin(), end);
    text.remove_prefix(value.size());
    return value;
}

/// The end of the shortcode, which may stand in quotation marks as that of another; npos when there
/// is none.
std::size_t end_of_shortcode(std::string_view text, std::string_view mark) {
    const std::size_t first = text.find(mark, 3);
    if (first == text.npos) return first;
    char quote = 0;
    for (std::size_t at = 3; at < text.size(); ++at) {
        const char c = text[at];
        if (quote != 0)
            quote = c == quote ? '\0' : quote;
        else if (is_one_of(c, {'"', '`'}) && is_one_of(text[at - 1], {' ', '=', '\n'}))
            quote = c;
        else if (text.substr(at).starts_with(mark))
            return at;
        else if (text.substr(at).starts_with("{{"))
            return text.npos;
    }
    return first;
}

/// A value without the shortcodes in it.
std::string without_shortcodes(std::string value) {
    for (std::size_t at = value.find("{{"); at != value.npos; at = value.find("{{", at)) {
        const std::size_t close = value.find("}}", at);
        if (close == value.npos) break;
        value.erase(at, close + 2 - at);
    }
    return value;
}

void read_values(std::string_view text, Shortcode& shortcode) {
    for (text = text::trim(text); !text.empty(); text = text::trim(text)) {
        const std::size_t before = text.size();
        const bool quoted = is_one_of(text[0], {'"', '`', '\''});
        std::string word = take_value(text);
        if (!quoted && text.starts_with('=')) {
            text.remove_prefix(1);
            shortcode.named.try_emplace(text::lower_case(word),
                                        without_shortcodes(take_value(text)));
        } else {
            shortcode.values.push_back(without_shortcodes(std::move(word)));
        }
        if (text.size() == before) break;
    }
}

}  // namespace

std::string Shortcode::value(std::initializer_list<std::string_view> names,
                             std::size_t place) const {
    for (const std::string_view name : names)
        if (const auto found = named.find(name); found != named.end() && !found->second.empty())
            return found->second;
    return place < values.size() ? values[place] : std::string();
}

std::optional<Shortcode> shortcode_at(std::string_view text) {
    Shortcode found;
    found.is_text = text.starts_with("{{%");
    if (!found.is_text && !text.starts_with("{{<")) return std::nullopt;
    text = text.substr(0, longest_shortcode);
    const std::size_t close = end_of_shortcode(text, found.is_text ? "%}}" : ">}}");
    if (close == text.npos) return std::nullopt;
    found.length = close + 3;
    std::string_view inside = text::trim(text.substr(3, close - 3));
    found.escaped = inside.starts_with("/*") && inside.ends_with("*/");
    if (found.escaped) return found;
    found.ends = inside.starts_with('/');
    if (found.ends) inside = text::trim(inside.substr(1));
    found.ends_itself = inside.ends_with('/');
    if (found.ends_itself) inside = text::trim(inside.substr(0, inside.size() - 1));
    const auto end =
        std::find_if(inside.begin(), inside.end(), [](char c) { return ascii::is_space(c); });
    found.name = text::lower_case(inside.substr(0, static_cast<std::size_t>(end - inside.begin())));
    if (found.name.empty() || !std::all_of(found.name.begin(), found.name.end(), [](char c) {
            return ascii::is_alphanumeric(c) || is_one_of(c, {'-', '_', '/', '.'});
        }))
        return std::nullopt;
    read_values(inside.substr(static_cast<std::size_t>(end - inside.begin())), found);
    return found;
}

}  // namespace triptych::gitbook
