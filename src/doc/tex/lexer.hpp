#pragma once

#include <optional>
#include <string_view>

namespace triptych::doc::tex {

/// One word of the source: `\command`, a control sign with its backslash, or a character.
struct Token {
    std::string_view text;  ///< empty at the end
    bool is_command() const { return text.size() > 1 && text.front() == '\\'; }
    std::string_view command() const { return is_command() ? text.substr(1) : std::string_view(); }
};

/// Reads tokens; white space between them means nothing.
class Lexer {
public:
    explicit Lexer(std::string_view source) : source_(source) {}

    Token peek();
    Token take();
    bool take_if(std::string_view text);
    /// Whether a digit, or a point with a digit behind it, comes next without white space.
    bool continues_number() const;
    /// The raw text of `{…}`, braces inside balanced; nothing when there is no such group.
    std::optional<std::string_view> take_raw_group();

private:
    std::size_t length() const;

    std::string_view source_;
    std::size_t at_ = 0;
};

}  // namespace triptych::doc::tex
