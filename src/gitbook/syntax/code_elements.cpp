#include "gitbook/syntax/code_elements.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "gitbook/syntax/html_tokens.hpp"
#include "gitbook/syntax/line_marks.hpp"
#include "gitbook/syntax/tag.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::string_view code_front = "<CodeBlock", code_back = "</CodeBlock>";
constexpr std::size_t longest_opening = 1000;

/// Where the template of JavaScript that opens before `at` closes.
std::size_t end_of_template(std::string_view text, std::size_t at) {
    for (; at < text.size() && text[at] != '`'; ++at)
        if (text[at] == '\\') ++at;
    return at;
}

/// The code between the tags, of which the first ends at `at`; sets its end tag's place in
/// `behind`.
bool find_code(std::string_view text, std::size_t at, CodeElement& found) {
    const std::size_t front = skip_white_space(text, at);
    found.escaped = text.substr(front).starts_with("{`");
    found.begin = found.escaped ? front + 2 : at;
    found.end = found.escaped ? end_of_template(text, front + 2)
                              : std::min(text.find_first_of("<{", at), text.size());
    found.behind = found.end;
    if (found.escaped) {
        const std::size_t brace = skip_white_space(text, found.end + 1);
        if (brace >= text.size() || text[brace] != '}') return false;
        found.behind = skip_white_space(text, brace + 1);
    }
    if (!text.substr(std::min(found.behind, text.size())).starts_with(code_back)) return false;
    while (found.begin < found.end && text[found.begin] == '\n') ++found.begin;
    while (found.begin < found.end && ascii::is_space(text[found.end - 1])) --found.end;
    return found.begin < found.end;
}

void read_opening(std::string_view opening, CodeElement& found) {
    const auto tag = parse_tag(
        "{% code " + text::replace_all(std::string(opening), "\n", " ") + " %}", FileId::none, 0);
    if (!tag) return;
    found.title = attribute(tag->attributes, "title");
    found.language = attribute(tag->attributes, "language");
    const std::string_view name = attribute(tag->attributes, "className");
    constexpr std::string_view prefix = "language-";
    if (found.language.empty() && name.starts_with(prefix))
        found.language = name.substr(prefix.size(), name.find(' ') - prefix.size());
}

}  // namespace

std::optional<CodeElement> code_element_at(std::string_view text, std::size_t begin) {
    const std::string_view rest = text.substr(begin);
    if (!rest.starts_with(code_front) || rest.size() == code_front.size()) return std::nullopt;
    const char next = rest[code_front.size()];
    if (next != '>' && !ascii::is_space(next)) return std::nullopt;
    const std::size_t opening =
        end_of_component_tag(rest.substr(0, longest_opening), code_front.size());
    CodeElement found;
    if (opening == 0 || !find_code(text, begin + opening, found)) return std::nullopt;
    const std::size_t close = found.behind + code_back.size();
    const std::size_t line_end = std::min(text.find('\n', close), text.size());
    if (!text::trim(text.substr(close, line_end - close)).empty()) return std::nullopt;
    found.behind = std::min(line_end + 1, text.size());
    read_opening(rest.substr(code_front.size(), opening - 1 - code_front.size()), found);
    return found;
}

void put_code_element(const CodeElement& found, const MappedText& source, std::string_view indent,
                      std::size_t begin, MappedText& out) {
    const std::string margin(indent);
    const std::string_view text = source.text();
    const std::string fence = fence_for(text.substr(found.begin, found.end - found.begin));
    const auto put = [&](const std::string& line, std::size_t at) {
        out.insert(margin + line + '\n', source.origin(at));
    };
    if (!found.title.empty())
        put("{% code title=\"" + text::replace_all(found.title, "\"", "\\\"") + "\" %}", begin);
    put(fence + found.language, begin);
    out.insert(margin, source.origin(found.begin));
    std::size_t done = found.begin;
    for (std::size_t at = found.begin; at < found.end; ++at) {
        const bool escape = found.escaped && text[at] == '\\' && at + 1 < found.end &&
                            std::string_view("`$\\").find(text[at + 1]) != std::string_view::npos;
        if (!escape && text[at] != '\n') continue;
        out.append(source, done, at + (escape ? 0 : 1));
        if (!escape) out.insert(margin, source.origin(at));
        done = at + 1;
        if (escape) ++at;
    }
    out.append(source, done, found.end);
    out.insert("\n", source.origin(found.end));
    put(fence, found.end);
    if (!found.title.empty()) put("{% endcode %}", found.end);
}

}  // namespace triptych::gitbook
