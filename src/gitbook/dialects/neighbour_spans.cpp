#include "gitbook/dialects/neighbour_spans.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "base/is_one_of.hpp"
#include "base/text.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t longest_span = 500, longest_jsx = 4000;

/// `inside` as the body of an element; what was inserted is text like any other.
TakenSpan in_element(std::size_t length, std::string_view name, std::string_view inside) {
    if (name == "ins") return {length, std::string(inside)};
    const std::string element(name);
    return {length, "<" + element + ">" + std::string(inside) + "</" + element + ">"};
}

/// `{++new++}`, `{--old--}`, `{~~old~>new~~}`, `{==marked==}{>>remark<<}` (Critic Markup).
std::optional<TakenSpan> critic(std::string_view rest) {
    rest = rest.substr(0, longest_span);
    struct Form {
        std::string_view front, back, element;
    };
    constexpr std::array forms{Form{"{++", "++}", "ins"}, Form{"{--", "--}", "del"},
                               Form{"{==", "==}", "mark"}, Form{"{~~", "~~}", ""},
                               Form{"{>>", "<<}", ""}};
    for (const Form& form : forms) {
        if (!rest.starts_with(form.front)) continue;
        const std::size_t close = rest.find(form.back, 3);
        if (close == rest.npos) return std::nullopt;
        const std::string_view inside = rest.substr(3, close - 3);
        if (form.front == "{>>") return TakenSpan{close + 3, {}, Said::remark};
        if (!form.element.empty()) return in_element(close + 3, form.element, inside);
        const std::size_t arrow = inside.find("~>");
        if (arrow == inside.npos) return std::nullopt;
        auto taken = in_element(close + 3, "del", inside.substr(0, arrow));
        taken.text += in_element(0, "ins", inside.substr(arrow + 2)).text;
        return taken;
    }
    return std::nullopt;
}

/// `^^inserted^^`, and `x^2^` and `H~2~O` behind a letter.
std::optional<TakenSpan> raised(std::string_view line, std::size_t at) {
    const std::string_view rest = line.substr(at, longest_span);
    const char mark = rest[0];
    const bool twice = rest.size() > 1 && rest[1] == mark;
    if (twice && mark == '~') return std::nullopt;  // a deletion in all of Markdown
    const std::string marks(twice ? 2 : 1, mark);
    const std::size_t close = rest.find(marks, marks.size());
    if (close == rest.npos || close == marks.size()) return std::nullopt;
    const std::string_view inside = rest.substr(marks.size(), close - marks.size());
    if (twice) {
        if (inside.front() == ' ' || inside.back() == ' ') return std::nullopt;
        return in_element(close + 2, "ins", inside);
    }
    const bool behind = at > 0 && (ascii::is_alphanumeric(line[at - 1]) || line[at - 1] == ')' ||
                                   (line[at - 1] & 0x80) != 0);
    if (!behind || inside.find_first_of(" \t[]<>`") != inside.npos) return std::nullopt;
    return in_element(close + 1, mark == '^' ? "sup" : "sub", inside);
}

/// The end of what opens with `{` at `at`, behind its `}`, strings in it passed over; or npos.
std::size_t end_of_braces(std::string_view text, std::size_t at) {
    int depth = 0;
    char quote = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (quote != 0) {
            if (c == '\\') ++at;
            if (c == quote) quote = 0;
        } else if (c == '"' || c == '\'' || c == '`') {
            quote = c;
        } else if (c == '{') {
            ++depth;
        } else if (c == '}' && --depth == 0) {
            return at + 1;
        }
    }
    return text.npos;
}

/// The text in a string of JavaScript, or a number, at the front of an expression.
std::string_view literal_in(std::string_view expression) {
    expression = text::trim(expression);
    for (const std::string_view call : {"require(", "useBaseUrl("})
        if (expression.starts_with(call)) expression = text::trim(expression.substr(call.size()));
    if (expression.empty()) return {};
    if (is_one_of(expression[0], {'"', '\'', '`'})) {
        const std::size_t close = expression.find(expression[0], 1);
        return close == expression.npos ? "" : expression.substr(1, close - 1);
    }
    const bool number = std::all_of(expression.begin(), expression.end(),
                                    [](char c) { return c >= '0' && c <= '9'; });
    return number ? expression : std::string_view();
}

/// A tag with attributes that are code: `src={require('a.png').default}` becomes `src="a.png"`,
/// and what stands for no text is left out.
std::optional<TakenSpan> jsx_tag(std::string_view rest) {
    rest = rest.substr(0, longest_jsx);
    if (rest.size() < 2 || !ascii::is_letter(static_cast<unsigned char>(rest[1])))
        return std::nullopt;
    std::string text;
    char quote = 0;
    bool has_code = false;
    for (std::size_t at = 0; at < rest.size(); ++at) {
        const char c = rest[at];
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            return has_code ? std::optional(TakenSpan{at + 1, text + '>'}) : std::nullopt;
        } else if (c == '{') {
            const std::size_t end = end_of_braces(rest, at);
            if (end == rest.npos) return std::nullopt;
            const auto literal = literal_in(rest.substr(at + 1, end - at - 2));
            if (text.ends_with('='))
                text += '"' + text::replace_all(std::string(literal), "\"", "&quot;") + '"';
            has_code = true;
            at = end - 1;
            continue;
        }
        text += c;
    }
    return std::nullopt;
}

/// `':size=50x100'`, `':ignore A title'` behind an address of docsify, and `:id=name` behind a
/// heading.
std::optional<TakenSpan> docsify_option(std::string_view line, std::size_t at) {
    const std::string_view rest = line.substr(at);
    if (rest.starts_with(":id=") && line.starts_with('#') && rest.find_first_of(" \t") == rest.npos)
        return TakenSpan{rest.size(), "{#" + std::string(rest.substr(4)) + "}"};
    if (at < 2 || !is_one_of(line[at - 1], {'\'', '"'}) || line[at - 2] != ' ') return std::nullopt;
    const std::size_t close = rest.substr(0, longest_span).find(line[at - 1]);
    if (close == rest.npos || !rest.substr(close + 1).starts_with(')')) return std::nullopt;
    std::string title;
    for (const std::string_view word : text::split(rest.substr(0, close), ' '))
        if (!word.empty() && word[0] != ':')
            title += (title.empty() ? "" : " ") + std::string(word);
    return TakenSpan{close, std::move(title)};
}

/// From `front` up to `back`, which stand where nothing is shown.
std::optional<TakenSpan> silent(std::string_view rest, std::string_view front,
                                std::string_view back) {
    rest = rest.substr(0, longest_jsx);
    if (!rest.starts_with(front)) return std::nullopt;
    const std::size_t close = rest.find(back, front.size());
    return close == rest.npos ? std::nullopt : std::optional(TakenSpan{close + back.size()});
}

/// `{name}` between words of MDX, of which nobody here knows the value.
std::optional<TakenSpan> code_in_line(std::string_view line, std::size_t at) {
    const std::string_view rest = line.substr(at, longest_span);
    const std::size_t close = rest.find('}');
    if ((at > 0 && !is_one_of(line[at - 1], {' ', '(', '>', '*'})) || close == rest.npos ||
        close == 1)
        return std::nullopt;
    const std::string_view name = rest.substr(1, close - 1);
    const bool named = ascii::is_letter(static_cast<unsigned char>(name[0])) &&
                       std::all_of(name.begin(), name.end(), [](unsigned char c) {
                           return ascii::is_alphanumeric(c) || c == '.' || c == '_';
                       });
    if (!named) return std::nullopt;
    return TakenSpan{close + 1, std::string(rest.substr(0, close + 1)), Said::code};
}

/// `{{i:term}}`, `{{ii:term}}` and `{{hi:term}}` of an index, of which the last shows nothing.
std::optional<TakenSpan> index_entry(std::string_view rest) {
    rest = rest.substr(0, longest_span);
    const std::size_t close = rest.find("}}"), colon = rest.find(':');
    if (close == rest.npos || colon > close) return std::nullopt;
    const std::string_view front = rest.substr(0, colon);
    const std::string term(text::trim(rest.substr(colon + 1, close - colon - 1)));
    if (front == "{{hi") return TakenSpan{close + 2};
    if (front == "{{i") return TakenSpan{close + 2, term};
    return front == "{{ii" ? std::optional(TakenSpan{close + 2, "<em>" + term + "</em>"})
                           : std::nullopt;
}

/// `<Badge type="tip" text="new" />` shows its text.
std::optional<TakenSpan> badge(std::string_view rest) {
    rest = rest.substr(0, longest_span);
    constexpr std::string_view key = " text=\"";
    const std::size_t close = rest.find("/>"), text = rest.find(key);
    if (!rest.starts_with("<Badge ") || close == rest.npos || text > close) return std::nullopt;
    const std::string_view value = rest.substr(text + key.size());
    const std::size_t end = value.find('"');
    if (end == value.npos || text + key.size() + end > close) return std::nullopt;
    return TakenSpan{close + 2, std::string(value.substr(0, end))};
}

}  // namespace

std::optional<TakenSpan> neighbour_span(std::string_view line, std::size_t at, Dialect dialect) {
    const std::string_view rest = line.substr(at);
    switch (dialect) {
        case Dialect::mkdocs:
            if (rest[0] == '{') return critic(rest);
            return rest[0] == '^' || rest[0] == '~' ? raised(line, at) : std::nullopt;
        case Dialect::docusaurus:
            if (rest[0] == '{') {
                const auto comment = silent(rest, "{/*", "*/}");
                return comment ? comment : code_in_line(line, at);
            }
            return rest[0] == '<' ? jsx_tag(rest) : std::nullopt;
        case Dialect::docsify:
            if (rest[0] == '{') return silent(rest, "{docsify-ignore", "}");
            return rest[0] == ':' ? docsify_option(line, at) : std::nullopt;
        case Dialect::honkit:
            return silent(rest, "{# ", "#}");
        case Dialect::vuepress:
            return rest[0] == '<' ? badge(rest) : std::nullopt;
        case Dialect::mdbook:
            return rest[0] == '{' ? index_entry(rest) : std::nullopt;
        case Dialect::gitbook:
        case Dialect::obsidian:
        case Dialect::plain:
            return std::nullopt;
    }
    return std::nullopt;
}

std::string listing_title(std::string_view info, Dialect dialect) {
    if (!is_one_of(dialect, {Dialect::mkdocs, Dialect::docusaurus, Dialect::vuepress})) return {};
    constexpr std::string_view key = "title=";
    const std::size_t at = info.find(key);
    if (at == info.npos || at + key.size() >= info.size()) return {};
    const char quote = info[at + key.size()];
    if (quote != '"' && quote != '\'') return {};
    const std::size_t begin = at + key.size() + 1;
    const std::size_t close = info.find(quote, begin);
    return close == info.npos ? std::string() : std::string(info.substr(begin, close - begin));
}

bool is_annotated(std::string_view code) {
    if (!code.ends_with(")!")) return false;
    const std::size_t open = code.rfind('(');
    const std::string_view number = code.substr(open + 1, code.size() - open - 3);
    return open != code.npos && !number.empty() && number.size() < 4 &&
           number.find_first_not_of("0123456789") == number.npos;
}

bool marks_lines(std::string_view code, Dialect dialect) {
    if (dialect != Dialect::docusaurus) return false;
    code = text::trim(code);
    for (const std::string_view front : {"//", "#", "/*", "<!--", "--", "%", "{/*"})
        if (code.starts_with(front)) {
            const std::string_view said = text::trim(code.substr(front.size()));
            return said.starts_with("highlight-next-line") || said.starts_with("highlight-start") ||
                   said.starts_with("highlight-end");
        }
    return false;
}

}  // namespace triptych::gitbook
