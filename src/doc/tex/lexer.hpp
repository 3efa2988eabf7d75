#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace triptych::doc::tex {

/// One word of the source: `\command`, a control sign with its backslash, or a character.
struct Token {
    std::string_view text;  ///< empty at the end
    bool is_command() const { return text.size() > 1 && text.front() == '\\'; }
    std::string_view command() const { return is_command() ? text.substr(1) : std::string_view(); }
};

/// A command that stands for other source; `#1` to `#9` in it are its arguments.
struct Macro {
    std::string name;  ///< without its backslash
    std::size_t arguments = 0;
    std::string body;
    std::optional<std::string> first{};  ///< of an argument in brackets that may be left out
};

/// The macros of a formula, and how much they may still put into it.
struct Macros {
    static constexpr std::size_t most = 100;

    std::vector<Macro> defined;
    std::size_t budget = 0;  ///< bytes
    bool exhausted = false;
    std::deque<std::string> texts{};  ///< what was put in; tokens point into it

    /// The macro of that name that was defined last, or that everybody has.
    const Macro* find(std::string_view name) const;
};

/// Reads tokens, macros replaced by what they stand for; white space and comments between them
/// mean nothing.
class Lexer {
public:
    Lexer(std::string_view source, Macros& macros) : macros_(&macros) { add_level(source); }

    Token peek();
    Token take();
    /// The next token as it is written, macro or not.
    Token take_written();
    bool take_if(std::string_view text);
    /// The same without a look at what macros stand for.
    bool take_written_if(std::string_view text);
    /// Whether a digit, or a point with a digit behind it, comes next without white space.
    bool continues_number() const;
    /// The raw text of `{…}`, braces inside balanced; nothing when there is no such group.
    std::optional<std::string_view> take_raw_group();
    /// The same between brackets.
    std::optional<std::string_view> take_raw_option();
    /// A raw group, or the one token that stands for it.
    std::string_view take_raw_argument();
    /// What stands before `end`, which is taken, too.
    std::optional<std::string_view> take_raw_until(std::string_view end);
    /// How far the source has been read.
    std::size_t offset() const { return levels_.front().at; }
    /// Goes on from there in the source; what macros have put in is left.
    void seek(std::size_t offset);

private:
    struct Level {
        std::string_view source;
        std::size_t at;
        std::size_t last_line;  ///< where it begins
    };

    void add_level(std::string_view source) {
        levels_.push_back({source, 0, source.rfind('\n') + 1});
    }
    void skip_space();
    Token written();
    bool expand(std::string_view name);
    bool is_comment(const Level& level) const;

    std::vector<Level> levels_;  ///< the source, and on it what macros have put in
    Macros* macros_;
};

}  // namespace triptych::doc::tex
