#include "gitbook/dialects/directives.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/ascii.hpp"
#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "gitbook/dialects/callout_kinds.hpp"
#include "gitbook/dialects/neighbour_blocks.hpp"
#include "gitbook/dialects/script_value.hpp"
#include "gitbook/syntax/line_marks.hpp"

namespace triptych::gitbook {
namespace {

/// A line `::: {…} …` or of a fence, in its parts.
struct Directive {
    std::size_t indent = 0;
    std::string_view marks, inside, rest;
};

std::optional<Directive> directive_in(std::string_view line) {
    Directive found;
    found.indent = skip_spaces(line, 0);
    const std::string_view bare = line.substr(found.indent);
    if (bare.empty() || !is_one_of(bare[0], {':', '`', '~'})) return std::nullopt;
    const std::size_t count = std::min(bare.find_first_not_of(bare[0]), bare.size());
    const std::size_t open = skip_spaces(bare, count);
    const std::size_t close = bare.find('}', open);
    if (count < 3 || open >= bare.size() || bare[open] != '{' || close == bare.npos ||
        bare.substr(open).starts_with("{{"))
        return std::nullopt;
    found.marks = bare.substr(0, count);
    found.inside = text::trim(bare.substr(open + 1, close - open - 1));
    found.rest = text::trim(bare.substr(close + 1));
    return found;
}

class DirectivePass {
public:
    explicit DirectivePass(const MappedText& source)
        : source_(source), text_(source.text()), out_(source.file()) {}

    std::optional<MappedText> run() {
        for (std::size_t begin = 0; begin < text_.size();) begin = read_line(begin);
        return any_ ? std::optional(std::move(out_)) : std::nullopt;
    }

private:
    std::size_t read_line(std::size_t begin);
    std::size_t take_division(const Directive& found, std::size_t begin);
    std::size_t take_directive(const Directive& found, std::size_t begin);
    bool take_tabset_line(std::string_view line, std::size_t begin);
    void open_tabset(std::size_t begin);
    std::size_t behind_options(std::size_t at, std::string& kind) const;
    void put(const Directive& found, const std::string& words, std::size_t at) {
        any_ = true;
        out_.insert(std::string(found.indent, ' ') + words, source_.origin(at));
    }

    const MappedText& source_;
    std::string_view text_;
    MappedText out_;
    bool any_ = false;
    std::optional<Fence> code_;  ///< of a listing that is one
    bool runs_ = false;          ///< it is code that Quarto runs
    /// Tabs that headings of one level divide, and the divisions that are open in them.
    struct Tabset {
        std::size_t level = 0, depth = 0;
        bool in_tab = false;
    };
    std::optional<Tabset> tabset_;
    std::vector<Fence> callouts_;  ///< of those that are none
};

std::size_t DirectivePass::read_line(std::size_t begin) {
    const std::string_view line = line_at(text_, begin);
    const std::size_t next = behind_line(text_, begin);
    if (code_) {
        if (closes(line, *code_)) code_.reset();
        if (runs_ && text::trim(line).starts_with("#|")) {
            any_ = true;
            return next;
        }
    } else if (take_tabset_line(line, begin)) {
        return next;
    } else if (!callouts_.empty() && closes(line, callouts_.back())) {
        callouts_.pop_back();
    } else if (const auto found = directive_in(line)) {
        const bool division = found->marks[0] == ':' && found->inside.starts_with('.');
        const std::size_t behind =
            division ? take_division(*found, begin) : take_directive(*found, begin);
        if (behind != 0) {
            if (tabset_ && division) ++tabset_->depth;
            return behind;
        }
        if (division && found->inside.starts_with(".panel-tabset") && !tabset_) {
            open_tabset(begin);
            if (tabset_) return next;
        }
        if (tabset_ && found->marks[0] == ':') ++tabset_->depth;
        const bool callout = is_callout_kind(text::lower_case(found->inside));
        if (found->marks[0] != ':' && !callout) code_ = opened_fence(line);
        runs_ = false;
    } else {
        code_ = opened_fence(line);
        runs_ = false;
    }
    out_.append(source_, begin, next);
    return next;
}

/// Opens tabs where a heading comes first in the division.
void DirectivePass::open_tabset(std::size_t begin) {
    std::size_t at = behind_line(text_, begin);
    while (at < text_.size() && text::trim(line_at(text_, at)).empty()) at = behind_line(text_, at);
    const std::size_t level = at < text_.size() ? heading_level(line_at(text_, at)) : 0;
    if (level == 0) return;
    tabset_ = Tabset{level, 1, false};
    put({}, "{% tabs %}\n", begin);
}

/// Whether the line is a heading that is a tab, or the end of the tabs.
bool DirectivePass::take_tabset_line(std::string_view line, std::size_t begin) {
    if (!tabset_) return false;
    const std::string_view bare = text::trim(line);
    const bool tab = tabset_->depth == 1 && heading_level(line) == tabset_->level;
    const bool ends = bare.size() >= 3 && bare.find_first_not_of(':') == bare.npos;
    if (ends) --tabset_->depth;
    if (!tab && (!ends || tabset_->depth > 0)) return false;
    if (tabset_->in_tab) put({}, "{% endtab %}\n", begin);
    tabset_->in_tab = tab;
    if (tab)
        put({}, "{% tab title=\"" + as_value(text::trim(line.substr(tabset_->level))) + "\" %}\n",
            begin);
    if (ends) put({}, "{% endtabs %}\n", begin);
    if (ends) tabset_.reset();
    return true;
}

/// A callout of Quarto; other divisions have a look of their own and no meaning.
std::size_t DirectivePass::take_division(const Directive& found, std::size_t begin) {
    constexpr std::string_view front = ".callout-";
    if (!found.inside.starts_with(front)) return 0;
    const std::size_t name_end = std::min(found.inside.find(' '), found.inside.size());
    const std::string_view name = found.inside.substr(front.size(), name_end - front.size());
    std::string title;
    if (const std::size_t at = found.inside.find("title="); at != found.inside.npos)
        title = script_literal(found.inside.substr(at + 6)).value_or("");
    const bool folds = found.inside.find("collapse=\"true\"") != found.inside.npos ||
                       found.inside.find("collapse=true") != found.inside.npos;
    std::size_t behind = behind_line(text_, begin), heading = behind;
    while (heading < text_.size() && text::trim(line_at(text_, heading)).empty())
        heading = behind_line(text_, heading);
    if (title.empty() && heading < text_.size()) {
        // Its first line may be its title.
        const std::string_view line = text::trim(line_at(text_, heading));
        const std::size_t marks = heading_level(line);
        if (marks > 0) {
            title = text::trim(line.substr(marks));
            behind = behind_line(text_, heading);
        }
    }
    if (title.empty() && !is_callout_kind(name)) title = capitalised(name);
    const std::string marks(found.marks);
    if (folds)
        put(found, marks + " details " + (title.empty() ? capitalised(name) : title) + '\n', begin);
    else
        put(found,
            marks + (is_callout_kind(name) ? std::string(name) : "note") +
                (title.empty() ? "" : '[' + title + ']') + '\n',
            begin);
    return behind;
}

/// Behind the options of a directive that begin at `at`; a class that is a kind of callouts is its
/// `kind`.
std::size_t DirectivePass::behind_options(std::size_t at, std::string& kind) const {
    const auto note = [&](std::string_view name, std::string_view value) {
        for (const std::string_view word : text::split(value, ' '))
            if (name == "class" && is_callout_kind(word)) kind = word;
    };
    const bool yaml = at < text_.size() && text::trim(line_at(text_, at)) == "---";
    std::size_t behind = yaml ? behind_line(text_, at) : at;
    for (; behind < text_.size(); behind = behind_line(text_, behind)) {
        std::string_view line = text::trim(line_at(text_, behind));
        if (yaml && line == "---") return behind_line(text_, behind);
        if (!yaml && !line.starts_with(':')) return behind;
        if (!yaml) line.remove_prefix(1);
        const std::size_t colon = line.find(':');
        const bool named =
            colon != line.npos && colon > 0 &&
            std::all_of(line.begin(), line.begin() + static_cast<long>(colon),
                        [](char c) { return ascii::is_alphanumeric(c) || c == '-'; });
        if (!named) return yaml ? at : behind;
        note(line.substr(0, colon), text::trim(line.substr(colon + 1)));
    }
    return yaml ? at : behind;
}

/// A callout or a listing of MyST.
std::size_t DirectivePass::take_directive(const Directive& found, std::size_t begin) {
    constexpr std::array listings{"code", "code-block", "code-cell", "sourcecode"};
    const std::string name = text::lower_case(found.inside);
    const std::size_t next = behind_line(text_, begin);
    std::string kind = name;
    const std::size_t behind = behind_options(next, kind);
    if (std::find(listings.begin(), listings.end(), name) != listings.end() &&
        found.marks[0] != ':') {
        code_ = opened_fence(line_at(text_, begin));
        runs_ = false;
        put(found, std::string(found.marks) + std::string(found.rest) + '\n', begin);
        return behind;
    }
    constexpr std::array engines{"r", "python", "julia", "bash", "sql", "ojs", "mermaid", "dot"};
    const std::string_view engine = std::string_view(name).substr(0, name.find_first_of(" ,"));
    if (found.marks[0] != ':' && is_one_of(engine, engines)) {
        code_ = opened_fence(line_at(text_, begin));
        runs_ = true;
        put(found, std::string(found.marks) + std::string(engine) + '\n', begin);
        return next;
    }
    if (!is_callout_kind(name)) return 0;
    if (const auto fence = opened_fence(line_at(text_, begin))) callouts_.push_back(*fence);
    const bool titled = name == "admonition";
    if (behind == next && (titled || found.rest.empty() || found.marks[0] == ':')) return 0;
    put(found, std::string(found.marks) + '{' + kind + "}\n", begin);
    const std::string words(found.rest);
    if (!words.empty()) put(found, (titled ? "**" + words + "**" : words) + "\n\n", begin);
    return behind;
}

}  // namespace

std::optional<MappedText> plain_directives(const MappedText& source) {
    const std::string_view text = source.text();
    const bool any = text.find(".callout-") != text.npos || text.find(".panel-") != text.npos ||
                     text.find("`{") != text.npos || text.find("~{") != text.npos ||
                     text.find(":{") != text.npos;
    return any ? DirectivePass(source).run() : std::nullopt;
}

}  // namespace triptych::gitbook
