#include "gitbook/dialects/silent_lines.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "gitbook/dialects/callout_kinds.hpp"
#include "gitbook/syntax/line_marks.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t longest_comment = 4000;

/// Whether `line` is where a program puts a table of contents.
bool is_contents_mark(std::string_view line, bool after_blank) {
    const std::string_view bare = text::trim(line);
    if (!bare.starts_with('[') || bare.size() > 10) return false;
    const std::string lower = text::lower_case(bare);
    return lower == "[[toc]]" || lower == "[[_toc_]]" || lower == "[[_tosp_]]" ||
           (lower == "[toc]" && after_blank);
}

/// Behind `::: package.module` of MkDocs, which a plugin replaces by what it reads from code, and
/// its indented options; nothing when `line` is no such mark.
std::optional<SilentLines> code_description(std::string_view text, const LinePlace& line) {
    const std::string_view written = text.substr(line.begin, line.end - line.begin);
    if (!written.starts_with("::: ")) return std::nullopt;
    const std::string_view name = text::trim(written.substr(4));
    const bool named = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return ascii::is_alphanumeric(c) || c == '.' || c == '_' || c == ':';
    });
    if (!named || is_callout_kind(name)) return std::nullopt;
    std::size_t behind = line.next;
    while (behind < text.size() && (text[behind] == ' ' || text[behind] == '\t'))
        behind = std::min(text.find('\n', behind), text.size() - 1) + 1;
    return SilentLines{behind,
                       say("'{}' is described by its code, which is not in the book", name)};
}

/// Behind the listing at `line` that a plugin of Obsidian replaces by what it finds in the vault.
std::optional<SilentLines> query(std::string_view text, const LinePlace& line) {
    const std::string_view written = text.substr(line.begin, line.end - line.begin);
    const auto fence = opened_fence(written);
    if (!fence) return std::nullopt;
    const std::string_view language = text::trim(written.substr(fence->indent + fence->length));
    if (!is_one_of(language, {"dataview", "dataviewjs", "query", "tasks"})) return std::nullopt;
    for (std::size_t at = line.next; at < text.size();) {
        const std::size_t next = behind_line(text, at);
        if (closes(line_at(text, at), *fence))
            return SilentLines{next, say("what a query finds ('{}') is not in the book", language)};
        at = next;
    }
    return std::nullopt;
}

/// Whether `line` begins a statement of JavaScript among the Markdown of Docusaurus.
bool is_statement(std::string_view line) {
    if (line.starts_with("export ")) return true;
    return line.starts_with("import ") &&
           (line.find(" from ") != line.npos || line.find_first_of("'\"") != line.npos ||
            line.ends_with('{'));
}

}  // namespace

std::optional<SilentLines> silent_lines_at(std::string_view text, const LinePlace& line,
                                           Dialect dialect, bool after_blank) {
    const std::string_view written = text.substr(line.begin, line.end - line.begin);
    if (is_contents_mark(written, after_blank)) return SilentLines{line.next, {}};
    if (dialect == Dialect::mkdocs && written.starts_with("*[") &&
        written.find("]:") != written.npos)
        return SilentLines{line.next, say("what an abbreviation stands for is not shown")};
    if (dialect == Dialect::mkdocs)
        if (auto described = code_description(text, line)) return described;
    if (dialect == Dialect::docsify && written.starts_with("![color]("))
        return SilentLines{line.next, {}};
    if (dialect == Dialect::obsidian)
        if (auto found = query(text, line)) return found;
    if (dialect == Dialect::obsidian && written.starts_with("%%") &&
        written.find("%%", 2) == written.npos) {
        const std::size_t close = text.substr(line.end, longest_comment).find("%%");
        if (close == text.npos) return std::nullopt;
        return SilentLines{std::min(text.find('\n', line.end + close), text.size()) + 1, {}};
    }
    if (dialect != Dialect::docusaurus || !after_blank) return std::nullopt;
    if (is_statement(written)) {
        const std::size_t blank = text.find("\n\n", line.end);
        return SilentLines{blank == text.npos ? blank : blank + 1,
                           say("code of the page is left out")};
    }
    if (!written.starts_with("{/*")) return std::nullopt;
    const std::size_t close = text.substr(line.begin, longest_comment).find("*/}");
    if (close == text.npos) return std::nullopt;
    return SilentLines{std::min(text.find('\n', line.begin + close), text.size()) + 1, {}};
}

bool TextFences::take(std::string_view line, Dialect dialect) {
    if (dialect != Dialect::docusaurus) return false;
    if (open_ && closes(line, *open_)) {
        open_.reset();
        return true;
    }
    const auto fence = opened_fence(line);
    if (!fence || text::trim(line.substr(fence->indent + fence->length)) != "mdx-code-block")
        return false;
    open_ = fence;
    return true;
}

}  // namespace triptych::gitbook
