#include "gitbook/syntax/open_tags.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "gitbook/syntax/elements.hpp"
#include "gitbook/syntax/line_marks.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t longest_looked_at = 2000;  ///< of a value

bool is_attribute_character(char c) {
    return ascii::is_alphanumeric(c) || c == '-' || c == '_' || c == ':' || c == '.' || c == '@';
}

std::size_t end_of_attribute_name(std::string_view text, std::size_t at) {
    while (at < text.size() && is_attribute_character(text[at])) ++at;
    return at;
}

/// Whether an attribute or the end of the tag stands at `at`.
bool goes_on(std::string_view text, std::size_t at) {
    at = skip_white_space(text, at);
    if (at >= text.size()) return false;
    if (text[at] == '>' || text.substr(at, 2) == "/>") return true;
    const std::size_t name_end = end_of_attribute_name(text, at);
    return name_end > at && name_end < text.size() && text[name_end] == '=';
}

}  // namespace

std::size_t OpenTags::Next::find(std::string_view text, std::size_t from) {
    if (!known || at < from) at = std::min(text.find(bytes, from), text.size());
    known = true;
    return at;
}

std::optional<OpenTag> OpenTags::look(std::size_t at) {
    end_ = at + 1;
    if (text_.substr(at, 4) == "<!--") return look_at_comment(at);
    if (at + 1 >= text_.size() || !ascii::is_letter(text_[at + 1])) return std::nullopt;
    const std::size_t name_end = end_of_attribute_name(text_, at + 1);
    if (!is_known_element(lower_ascii(text_.substr(at + 1, name_end - at - 1))))
        return std::nullopt;
    return look_at_tag(at, name_end);
}

// A comment that another follows before its end was left open; so was one without an end.
std::optional<OpenTag> OpenTags::look_at_comment(std::size_t at) {
    const std::size_t close = comment_end_.find(text_, at + 4);
    const std::size_t other = comment_.find(text_, at + 4);
    end_ = std::min(close + 3, text_.size());
    if (close < other) return std::nullopt;
    end_ = std::min({text_.find('\n', at), other, text_.size()});
    return OpenTag{end_, "-->", at, ""};
}

/// Whether the value between two quotation marks is one: nothing is glued to its end, and it holds
/// neither a blank line nor the end of an element that a link or a cell would hold.
bool OpenTags::closes_well(std::size_t open, std::size_t close) const {
    if (close >= text_.size()) return false;
    const char next = close + 1 < text_.size() ? text_[close + 1] : ' ';
    if (!ascii::is_space(next) && next != '/' && next != '>') return false;
    const std::string_view value =
        text_.substr(open + 1, std::min(close - open - 1, longest_looked_at));
    return value.find("</") == std::string_view::npos || value.find('>') == std::string_view::npos;
}

// The value ends with the tag, if that ends before another begins and in its line; else, and always
// that of an address, at the first space: better to print words of an attribute than to lose text.
std::optional<OpenTag> OpenTags::mend_quote(std::size_t mark, std::size_t name) {
    const std::string_view attribute = text_.substr(name, mark - 1 - name);
    const std::size_t stop = std::min(text_.find_first_of("<>\n", mark + 1), text_.size());
    const bool one_word = attribute == "href" || attribute == "src" || attribute == "class" ||
                          attribute == "id" || stop == text_.size() || text_[stop] != '>';
    std::size_t end = mark + 1;
    while (end < stop && !(one_word && ascii::is_space(text_[end]))) ++end;
    OpenTag open{end, std::string(1, text_[mark]), mark, std::string(attribute)};
    if (!goes_on(text_, end)) open.bytes += '>';
    end_ = end;
    return open;
}

// Long because an attribute is read here, from its name to the end of its value.
std::optional<OpenTag> OpenTags::look_at_tag(std::size_t begin, std::size_t at) {
    std::size_t value_end = 0;
    while (true) {
        const std::size_t before = at;
        at = skip_white_space(text_, at);
        const bool parted =
            text_.substr(before, at - before).find("\n\n") != std::string_view::npos;
        if (at >= text_.size() || parted || text_[at] == '<') {
            if (value_end == 0) return std::nullopt;
            // What follows the last value may be words.
            end_ = value_end;
            return OpenTag{value_end, ">", begin, ""};
        }
        if (text_[at] == '>') {
            end_ = at + 1;
            return std::nullopt;
        }
        const std::size_t name = at;
        at = end_of_attribute_name(text_, at);
        if (at == name) {
            if (text_[at] != '/') return std::nullopt;
            ++at;
            continue;
        }
        const std::size_t sign = skip_white_space(text_, at);
        if (sign >= text_.size() || text_[sign] != '=') continue;
        at = skip_white_space(text_, sign + 1);
        if (at >= text_.size()) return std::nullopt;
        if (text_[at] != '"' && text_[at] != '\'') {
            while (at < text_.size() && !ascii::is_space(text_[at]) && text_[at] != '>') ++at;
            value_end = at;
            continue;
        }
        Next& quote = text_[at] == '"' ? double_quote_ : single_quote_;
        const std::size_t close = quote.find(text_, at + 1);
        if (blank_line_.find(text_, at) < close || !closes_well(at, close))
            return mend_quote(at, name);
        value_end = at = close + 1;
    }
}

}  // namespace triptych::gitbook
