#include "doc/tex/lexer.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "doc/tex/common_macros.hpp"

namespace triptych::doc::tex {

namespace {

/// Of what is sought up to a sign that may be missing.
constexpr std::size_t longest_raw = 1000;

std::size_t token_length(std::string_view source, std::size_t at) {
    if (at >= source.size()) return 0;
    std::size_t end = at;
    if (source[at] != '\\') {
        text::next_code_point(source, end);
        return end - at;
    }
    ++end;
    while (end < source.size() && ascii::is_letter(source[end])) ++end;
    if (end == at + 1 && end < source.size()) text::next_code_point(source, end);
    return end - at;
}

/// `body` with its arguments; a letter is kept off a command it would lengthen.
std::string filled(std::string_view body, const std::array<std::string_view, 9>& arguments) {
    std::string text;
    bool in_command = false;
    for (std::size_t i = 0; i < body.size(); ++i) {
        const bool argument =
            body[i] == '#' && i + 1 < body.size() && body[i + 1] >= '1' && body[i + 1] <= '9';
        if (argument) {
            const std::string_view value = arguments[static_cast<std::size_t>(body[++i] - '1')];
            if (in_command && !value.empty() && ascii::is_letter(value.front())) text += ' ';
            text += value;
            in_command = false;
            continue;
        }
        in_command = body[i] == '\\' || (in_command && ascii::is_letter(body[i]));
        text += body[i];
    }
    return text;
}

}  // namespace

const Macro* Macros::find(std::string_view name) const {
    const auto found = std::find_if(defined.rbegin(), defined.rend(),
                                    [&](const Macro& macro) { return macro.name == name; });
    return found != defined.rend() ? &*found : find_common_macro(name);
}

/// A sign of percent on the last line is not meant to hide what stands behind it.
bool Lexer::is_comment(const Level& level) const {
    return level.source[level.at] == '%' && level.at < level.last_line;
}

void Lexer::skip_space() {
    while (true) {
        Level& level = levels_.back();
        while (level.at < level.source.size()) {
            if (is_comment(level))
                level.at = level.source.find('\n', level.at);
            else if (!ascii::is_space(level.source[level.at]))
                return;
            ++level.at;
        }
        if (levels_.size() == 1) return;
        levels_.pop_back();
    }
}

Token Lexer::written() {
    skip_space();
    const Level& level = levels_.back();
    return {level.source.substr(level.at, token_length(level.source, level.at))};
}

Token Lexer::take_written() {
    const Token token = written();
    levels_.back().at += token.text.size();
    return token;
}

Token Lexer::peek() {
    Token token = written();
    while (token.is_command() && expand(token.command())) token = written();
    return token;
}

Token Lexer::take() {
    const Token token = peek();
    levels_.back().at += token.text.size();
    return token;
}

bool Lexer::take_if(std::string_view text) {
    if (peek().text != text) return false;
    take();
    return true;
}

bool Lexer::take_written_if(std::string_view text) {
    if (written().text != text) return false;
    take_written();
    return true;
}

/// Whether what `name` stands for now comes next.
bool Lexer::expand(std::string_view name) {
    const Macro* macro = macros_->exhausted ? nullptr : macros_->find(name);
    if (macro == nullptr) return false;
    if (macros_->budget < macro->body.size() + 1) {
        macros_->exhausted = true;
        return false;
    }
    const std::string body = macro->body;
    const auto first = macro->first;
    const std::size_t count = std::min<std::size_t>(macro->arguments, 9);
    take_written();
    std::array<std::string_view, 9> arguments{};
    for (std::size_t i = 0; i < count; ++i) {
        const auto option = i == 0 && first ? take_raw_option() : std::nullopt;
        arguments[i] = i == 0 && first ? macros_->texts.emplace_back(option ? *option : *first)
                                       : take_raw_argument();
    }
    std::size_t size = body.size() + 1;
    for (std::size_t i = 0; i + 1 < body.size(); ++i)
        if (body[i] == '#' && body[i + 1] >= '1' && body[i + 1] <= '9')
            size += arguments[static_cast<std::size_t>(body[i + 1] - '1')].size();
    if (size > macros_->budget) {
        macros_->exhausted = true;
        return true;
    }
    macros_->budget -= size;
    add_level(macros_->texts.emplace_back(filled(body, arguments)));
    return true;
}

void Lexer::seek(std::size_t offset) {
    levels_.resize(1);
    levels_.front().at = offset;
}

bool Lexer::continues_number() const {
    const Level& level = levels_.back();
    const auto& source = level.source;
    const std::size_t digit =
        level.at < source.size() && source[level.at] == '.' ? level.at + 1 : level.at;
    return digit < source.size() && ascii::is_digit(source[digit]);
}

std::optional<std::string_view> Lexer::take_raw_group() {
    if (peek().text != "{") return std::nullopt;
    Level& level = levels_.back();
    int depth = 0;
    for (std::size_t end = level.at; end < level.source.size(); ++end) {
        const char c = level.source[end];
        if (c == '\\') {
            ++end;
        } else if (c == '{') {
            ++depth;
        } else if (c == '}' && --depth == 0) {
            const auto raw = level.source.substr(level.at + 1, end - level.at - 1);
            level.at = end + 1;
            return raw;
        }
    }
    return std::nullopt;
}

std::optional<std::string_view> Lexer::take_raw_option() {
    // What macros stand for is not looked at: one that seeks its own option would look for that of
    // the next, and so on.
    if (written().text != "[") return std::nullopt;
    Level& level = levels_.back();
    const std::size_t end = level.source.substr(0, level.at + longest_raw).find(']', level.at);
    if (end == std::string_view::npos) return std::nullopt;
    const auto raw = level.source.substr(level.at + 1, end - level.at - 1);
    level.at = end + 1;
    return raw;
}

std::string_view Lexer::take_raw_argument() {
    if (written().text == "{") {
        const auto group = take_raw_group();
        if (!group) levels_.back().at = levels_.back().source.size();
        return group.value_or(std::string_view());
    }
    if (written().text == "}") return {};
    return take_written().text;
}

std::optional<std::string_view> Lexer::take_raw_until(std::string_view end) {
    Level& level = levels_.back();
    const std::size_t at = level.source.substr(0, level.at + longest_raw).find(end, level.at);
    if (at == std::string_view::npos) return std::nullopt;
    const auto raw = level.source.substr(level.at, at - level.at);
    level.at = at + end.size();
    return raw;
}

}  // namespace triptych::doc::tex
