#include "doc/tex/lexer.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"

namespace triptych::doc::tex {

Token Lexer::peek() {
    while (at_ < source_.size() && ascii::is_space(source_[at_])) ++at_;
    return {source_.substr(at_, length())};
}

Token Lexer::take() {
    const Token token = peek();
    at_ += token.text.size();
    return token;
}

bool Lexer::take_if(std::string_view text) {
    if (peek().text != text) return false;
    take();
    return true;
}

bool Lexer::continues_number() const {
    const std::size_t digit = at_ < source_.size() && source_[at_] == '.' ? at_ + 1 : at_;
    return digit < source_.size() && ascii::is_digit(source_[digit]);
}

std::optional<std::string_view> Lexer::take_raw_group() {
    if (peek().text != "{") return std::nullopt;
    int depth = 0;
    for (std::size_t end = at_; end < source_.size(); ++end) {
        if (source_[end] == '\\') {
            ++end;
        } else if (source_[end] == '{') {
            ++depth;
        } else if (source_[end] == '}' && --depth == 0) {
            const auto raw = source_.substr(at_ + 1, end - at_ - 1);
            at_ = end + 1;
            return raw;
        }
    }
    return std::nullopt;
}

std::size_t Lexer::length() const {
    if (at_ >= source_.size()) return 0;
    std::size_t end = at_;
    if (source_[at_] != '\\') {
        text::next_code_point(source_, end);
        return end - at_;
    }
    ++end;
    while (end < source_.size() && ascii::is_letter(source_[end])) ++end;
    if (end == at_ + 1 && end < source_.size()) text::next_code_point(source_, end);
    return end - at_;
}

}  // namespace triptych::doc::tex
