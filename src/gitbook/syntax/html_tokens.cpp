#include "gitbook/syntax/html_tokens.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "gitbook/syntax/elements.hpp"

namespace triptych::gitbook {
namespace {

bool is_tag_name_character(char c) {
    return ascii::is_alphanumeric(c) || c == '-' || c == '_' || c == ':' || c == '.';
}

}  // namespace

std::size_t end_of_attributes(std::string_view tag) {
    std::size_t count = 0;
    bool apart = false, value = false;
    for (std::size_t at = 0; at < tag.size(); ++at) {
        const char c = tag[at];
        const bool quoted = value && (c == '"' || c == '\'');
        const bool space = ascii::is_space(c) || c == '/';
        if (apart && !space && !quoted && c != '=' && c != '>' && ++count > most_attributes)
            return at;
        if (quoted) at = std::min(tag.find(c, at + 1), tag.size() - 1);
        value = c == '=' || (value && ascii::is_space(c));
        apart = quoted || (space && !value);
    }
    return tag.size();
}

std::size_t end_of_component_tag(std::string_view text, std::size_t name_end) {
    char quote = 0;
    for (std::size_t at = name_end; at < text.size(); ++at) {
        const char c = text[at];
        if (quote != 0)
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return at + 1;
    }
    return 0;
}

std::optional<HtmlToken> HtmlTokens::next() {
    while ((at_ = text_.find('<', at_)) != std::string_view::npos) {
        if (auto token = token_at(at_)) {
            at_ = token->end;
            return token;
        }
        ++at_;
    }
    at_ = text_.size();
    return std::nullopt;
}

std::size_t HtmlTokens::end_of_quoted(std::size_t at) {
    bool& none = text_[at] == '"' ? no_double_ : no_single_;
    if (none) return std::string_view::npos;
    const std::size_t close = text_.find(text_[at], at + 1);
    none = close == std::string_view::npos;
    return close;
}

/// The comment, declaration or instruction at `begin`, which ends with `mark`.
std::optional<HtmlToken> HtmlTokens::comment_at(std::size_t begin, std::string_view mark,
                                                bool& none) {
    if (none) return std::nullopt;
    const std::size_t close = text_.find(mark, begin + 2);
    none = close == std::string_view::npos;
    if (none) return std::nullopt;
    return HtmlToken{HtmlToken::Kind::comment, "", begin, close + mark.size()};
}

std::optional<HtmlToken> HtmlTokens::token_at(std::size_t begin) {
    const std::string_view front = text_.substr(begin, 4);
    if (front == "<!--") return comment_at(begin, "-->", no_comment_end_);
    if (front.starts_with("<?") || (front.size() > 2 && front.starts_with("<!") &&
                                    (ascii::is_letter(front[2]) || front[2] == '[')))
        return comment_at(begin, ">", no_end_);
    const bool closing = begin + 1 < text_.size() && text_[begin + 1] == '/';
    const std::size_t name = begin + (closing ? 2 : 1);
    if (name >= text_.size() || !ascii::is_letter(text_[name])) return std::nullopt;
    std::size_t at = name;
    while (at < text_.size() && is_tag_name_character(text_[at])) ++at;
    if (at < text_.size() && !ascii::is_space(text_[at]) && text_[at] != '/' && text_[at] != '>')
        return std::nullopt;
    HtmlToken token{closing ? HtmlToken::Kind::closing : HtmlToken::Kind::opening,
                    lower_ascii(text_.substr(name, at - name)), begin};
    for (bool value = false; at < text_.size() && text_[at] != '<'; ++at) {
        const char c = text_[at];
        if (c == '>') {
            token.end = at + 1;
            token.ends_itself = text_[at - 1] == '/';
            return token;
        }
        token.has_values = token.has_values || c == '=';
        if (value && (c == '"' || c == '\'')) {
            at = end_of_quoted(at);
            if (at == std::string_view::npos) return std::nullopt;
        }
        value = c == '=' || (value && ascii::is_space(c));
    }
    return std::nullopt;
}

bool HtmlTokens::skip_to_end_of(std::string_view name) {
    if (endless_.contains(name)) return false;
    for (std::size_t at = at_; (at = text_.find("</", at)) != std::string_view::npos; at += 2)
        if (lower_ascii(text_.substr(at + 2, name.size())) == name) {
            at_ = at;
            return true;
        }
    endless_.emplace(name);
    return false;
}

}  // namespace triptych::gitbook
