#include "gitbook/dialects/attribute_lists.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/ascii.hpp"
#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "gitbook/dialects/callout_kinds.hpp"
#include "gitbook/syntax/line_marks.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t longest_list = 500, longest_paragraph = 4000;

/// Bytes of the list at the front of `text`; 0 when there is none.
std::size_t length_of_list(std::string_view text) {
    if (!text.starts_with("{:") || text.size() < 4) return 0;
    text = text.substr(0, longest_list);
    const std::size_t close = text.find_first_of("}\n{", 2);
    if (close == text.npos || text[close] != '}') return 0;
    const std::string_view inside = text::trim(text.substr(2, close - 2));
    const bool list = inside.starts_with('.') || inside.starts_with('#') ||
                      inside.find('=') != inside.npos ||
                      is_one_of(inside, {"toc", "no_toc", "nomarkdown"});
    return list ? close + 1 : 0;
}

/// Bytes of Pandoc's list at the front of `text`, as it stands behind a picture: `{width=50%}`; 0
/// when there is none.
std::size_t length_of_pandoc_list(std::string_view text) {
    text = text.substr(0, longest_list);
    const std::size_t close = text.find_first_of("}\n", 1);
    if (!text.starts_with('{') || close == text.npos || text[close] != '}') return 0;
    const std::string_view inside = text::trim(text.substr(1, close - 1));
    if (inside.empty() || inside.find_first_of("{%") < inside.size() - 1) return 0;
    for (const std::string_view word : text::split(inside, ' '))
        if (!word.starts_with('.') && !word.starts_with('#') && word.find('=') == word.npos)
            return 0;
    return close + 1;
}

/// What stands in `line` if it is a list and nothing else, or "".
std::string_view list_alone(std::string_view line) {
    line = text::trim(line);
    const std::size_t length = length_of_list(line);
    return length != 0 && length == line.size() ? text::trim(line.substr(2, length - 3))
                                                : std::string_view();
}

/// The kind of callouts that a class names, `.note`, `.note-title`, `.prompt-tip`; and whether its
/// first line is its title.
struct CalloutClass {
    std::string kind;
    bool titled = false;
};
std::optional<CalloutClass> callout_class(std::string_view list) {
    for (std::string_view word : text::split(list, ' ')) {
        if (!word.starts_with('.')) continue;
        word.remove_prefix(1);
        constexpr std::string_view prompt = "prompt-", title = "-title";
        if (word.starts_with(prompt)) word.remove_prefix(prompt.size());
        const bool titled = word.ends_with(title);
        if (titled) word.remove_suffix(title.size());
        if (is_callout_kind(word) || is_one_of(word, {"highlight", "new"}))
            return CalloutClass{is_callout_kind(word) ? std::string(word) : "note", titled};
    }
    return std::nullopt;
}

class ListPass {
public:
    explicit ListPass(const MappedText& source)
        : source_(source), text_(source.text()), out_(source.file()) {}

    MappedText run() {
        for (std::size_t begin = 0; begin < text_.size();) begin = read_line(begin);
        return std::move(out_);
    }

private:
    void put(const std::string& bytes, std::size_t at) { out_.insert(bytes, source_.origin(at)); }

    std::size_t read_line(std::size_t begin);
    std::size_t behind_contents(std::size_t begin) const;
    std::size_t take_callout(const CalloutClass& found, std::size_t begin, std::size_t first);
    bool put_quoted_list(std::size_t begin);
    void put_text(std::size_t begin, std::size_t end);
    std::optional<CalloutClass> class_below(std::size_t begin) const;

    const MappedText& source_;
    std::string_view text_;
    MappedText out_;
    std::optional<Fence> fence_;
    bool after_blank_ = true;
};

/// Behind a table of contents that begins at `begin`, `1. TOC` and `{:toc}`, with the heading over
/// it; 0 when there is none.
std::size_t ListPass::behind_contents(std::size_t begin) const {
    std::size_t at = begin;
    if (heading_level(line_at(text_, at)) > 0) {
        at = behind_line(text_, at);
        while (at < text_.size() &&
               (text::trim(line_at(text_, at)).empty() || !list_alone(line_at(text_, at)).empty()))
            at = behind_line(text_, at);
    }
    const std::string_view item = line_at(text_, at);
    if (item.empty() || marker_length(item, 0) == 0) return 0;
    const std::size_t list = behind_line(text_, at);
    if (list >= text_.size()) return 0;
    const std::string_view below = list_alone(line_at(text_, list));
    return below == "toc" || below.starts_with("toc ") ? behind_line(text_, list) : 0;
}

/// The class of a list right below the paragraph or the quote that begins at `begin`.
std::optional<CalloutClass> ListPass::class_below(std::size_t begin) const {
    const std::size_t last = std::min(text_.size(), begin + longest_paragraph);
    for (std::size_t at = begin; at < last; at = behind_line(text_, at)) {
        const std::string_view line = line_at(text_, at);
        if (text::trim(line).empty() || opened_fence(line)) return std::nullopt;
        if (const std::string_view list = list_alone(line); !list.empty())
            return at == begin ? std::nullopt : callout_class(list);
    }
    return std::nullopt;
}

/// The paragraph or the quote from `first` on is a callout. Returns where to go on.
std::size_t ListPass::take_callout(const CalloutClass& found, std::size_t begin,
                                   std::size_t first) {
    const bool quote = line_at(text_, first).starts_with('>');
    std::size_t at = first;
    if (quote)
        put("> [!" + found.kind + ']', begin);
    else
        put("{% hint style=\"" + std::string(style_of(found.kind)) + "\" %}\n", begin);
    if (quote && found.titled) {
        put(" " + std::string(text::trim(line_at(text_, at).substr(1))), at);
        at = behind_line(text_, at);
    }
    if (quote) put("\n", begin);
    for (; at < text_.size(); at = behind_line(text_, at)) {
        const std::string_view line = line_at(text_, at);
        if (text::trim(line).empty()) break;
        if (!list_alone(line).empty()) {
            at = behind_line(text_, at);
            break;
        }
        if (!put_quoted_list(at)) put_text(at, behind_line(text_, at));
    }
    if (!out_.text().ends_with('\n')) put("\n", at);
    put(quote ? "\n" : "{% endhint %}\n", std::min(at, text_.size() - 1));
    after_blank_ = true;
    return at;
}

std::size_t ListPass::read_line(std::size_t begin) {
    const std::string_view line = line_at(text_, begin);
    const std::size_t next = behind_line(text_, begin);
    if (fence_) {
        if (closes(line, *fence_)) fence_.reset();
    } else if ((fence_ = opened_fence(line))) {
        after_blank_ = false;
    } else if (const std::string_view list = list_alone(line); !list.empty()) {
        const auto found = after_blank_ ? callout_class(list) : std::nullopt;
        if (found && !text::trim(line_at(text_, next)).empty() &&
            list_alone(line_at(text_, next)).empty())
            return take_callout(*found, begin, next);
        // A blank line ends what the list is said of.
        if (line[0] == '{') put("\n", begin);
        return next;
    } else if (put_quoted_list(begin)) {
        return next;
    } else {
        if (const std::size_t behind = behind_contents(begin); behind != 0) return behind;
        const bool text = after_blank_ && !line.empty() && !is_one_of(line[0], {' ', '#', '|'}) &&
                          marker_length(line, line[0] == '>' ? line.size() : 0) == 0;
        if (text)
            if (const auto found = class_below(begin)) return take_callout(*found, begin, begin);
        after_blank_ = text::trim(line).empty();
        const std::string_view below =
            heading_level(line) > 0 ? list_alone(line_at(text_, next)) : "";
        if (below.starts_with('#')) {
            put_text(begin, begin + line.size());
            put(" {" + std::string(below.substr(0, below.find(' '))) + "}\n", next);
            return behind_line(text_, next);
        }
        put_text(begin, next);
        return next;
    }
    out_.append(source_, begin, next);
    return next;
}

/// Leaves out a list that stands alone on a line of a quote.
bool ListPass::put_quoted_list(std::size_t begin) {
    const std::string_view line = line_at(text_, begin);
    const std::size_t front = std::min(line.find_first_not_of("> \t"), line.size());
    if (!line.starts_with('>') || list_alone(line.substr(front)).empty()) return false;
    put(std::string(text::trim(line.substr(0, front))) + '\n', begin);
    return true;
}

/// Text, without the lists behind links, pictures, code and emphasis.
void ListPass::put_text(std::size_t begin, std::size_t end) {
    std::size_t done = begin;
    for (std::size_t at = text_.find('{', begin); at < end; at = text_.find('{', at + 1)) {
        std::size_t length = length_of_list(text_.substr(at, end - at));
        if (length == 0 && at > begin && text_[at - 1] == ')')
            length = length_of_pandoc_list(text_.substr(at, end - at));
        const bool behind = at > begin && is_one_of(text_[at - 1], {')', ']', '*', '_', '`', '>'});
        const auto ticks = std::count(text_.begin() + static_cast<std::ptrdiff_t>(done),
                                      text_.begin() + static_cast<std::ptrdiff_t>(at), '`');
        if (length == 0 || !behind || ticks % 2 != 0) continue;
        out_.append(source_, done, at);
        done = at + length;
    }
    out_.append(source_, done, end);
}

}  // namespace

std::optional<MappedText> without_attribute_lists(const MappedText& source) {
    const std::string_view text = source.text();
    bool any = false;
    for (std::size_t at = text.find("{:"); at != text.npos && !any; at = text.find("{:", at + 2))
        any = length_of_list(text.substr(at)) != 0;
    for (std::size_t at = text.find("){"); at != text.npos && !any; at = text.find("){", at + 2))
        any = length_of_pandoc_list(text.substr(at + 1)) != 0;
    return any ? std::optional(ListPass(source).run()) : std::nullopt;
}

}  // namespace triptych::gitbook
