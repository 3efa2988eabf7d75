#include "pdf/object/readable.hpp"

#include <vector>

#include "pdf/object/format.hpp"

namespace triptych::pdf::object {

namespace {

/// End of the literal string that starts at `at`.
std::size_t literal_end(std::string_view text, std::size_t at) {
    std::size_t depth = 0;
    for (; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at;
        else if (text[at] == '(')
            ++depth;
        else if (text[at] == ')' && --depth == 0)
            return at + 1;
    }
    return text.size();
}

/// The token that starts at `at` (§7.2); `at` is no white space.
std::string_view token_at(std::string_view text, std::size_t at) {
    constexpr std::string_view ends = " \n/<>[]()";
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("<<") || rest.starts_with(">>")) return rest.substr(0, 2);
    if (rest[0] == '(') return text.substr(at, literal_end(text, at) - at);
    if (rest[0] == '<') return rest.substr(0, rest.find('>') + 1);
    if (rest[0] == '[' || rest[0] == ']') return rest.substr(0, 1);
    return rest.substr(0, rest.find_first_of(ends, 1));
}

/// The bytes of a literal string as our own writer escapes them.
std::string unescaped(std::string_view literal) {
    std::string out;
    for (std::size_t at = 1; at + 1 < literal.size(); ++at) {
        if (literal[at] != '\\')
            out += literal[at];
        else
            out += literal[++at] == 'r' ? '\r' : literal[at];
    }
    return out;
}

void append_token(std::string& out, std::string_view token) {
    bool ascii = true;
    for (const char c : token) ascii = ascii && c >= ' ' && c < 127;
    if (ascii)
        out += token;
    else
        append_hex(out, unescaped(token));
}

class Indenter {
public:
    std::string run(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            if (text[at] == ' ' || text[at] == '\n') {
                ++at;
                continue;
            }
            const std::string_view token = token_at(text, at);
            add(token);
            at += token.size();
        }
        return out_ + '\n';
    }

private:
    struct Level {
        bool dictionary = true, after_key = false;
    };

    void add(std::string_view token) {
        Level& level = levels_.back();
        if (token == "<<" || token == "[") {
            separate();
            level.after_key = false;
            out_ += token;
            levels_.push_back({token == "<<", false});
            return;
        }
        if (token == ">>" || token == "]") {
            if (levels_.size() > 1) levels_.pop_back();
            if (token == ">>") new_line();
            out_ += token;
            return;
        }
        const bool key = level.dictionary && !level.after_key && token.front() == '/';
        if (key)
            new_line();
        else
            separate();
        level.after_key = key;
        append_token(out_, token);
    }

    void separate() {
        if (!out_.empty() && out_.back() != '[' && out_.back() != '\n') out_ += ' ';
    }
    void new_line() {
        if (!out_.empty()) out_ += '\n';
        out_.append(levels_.size() * 2, ' ');
    }

    std::string out_;
    std::vector<Level> levels_ = {{}};
};

}  // namespace

std::string indented(std::string_view entries) { return Indenter().run(entries); }

}  // namespace triptych::pdf::object
