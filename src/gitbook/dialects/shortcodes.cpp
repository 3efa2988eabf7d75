#include "gitbook/dialects/shortcodes.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>

#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "gitbook/dialects/callout_kinds.hpp"
#include "gitbook/dialects/html_marks.hpp"
#include "gitbook/dialects/neighbour_blocks.hpp"
#include "gitbook/dialects/shortcode.hpp"
#include "gitbook/dialects/vault_names.hpp"
#include "gitbook/syntax/line_marks.hpp"

namespace triptych::gitbook {
namespace {

/// A shortcode that is open, and what ends it.
struct OpenShortcode {
    std::string name, end = {};
    bool shows_code = false;  ///< tabs of Docsy are listings where nothing else is said
    bool ends_listing = false;
    std::optional<bool> lacks_indent = {};  ///< its code stands further out than its tags
    std::vector<std::string> labels = {};   ///< of tabs that do not say theirs
    std::size_t tabs = 0;
};

bool is_callout(std::string_view name) {
    return is_one_of(name, {"callout", "notice", "alert", "admonition", "box"}) ||
           (is_callout_kind(name) && !is_one_of(name, {"quote", "cite", "summary", "example"}));
}
bool folds(std::string_view name) {
    return is_one_of(name, {"details", "expand", "collapse", "spoiler", "accordion", "detail"});
}
bool are_tabs(std::string_view name) {
    return is_one_of(name, {"tabs", "tabpane", "tabgroup", "codetabs", "code-tabs", "code-group"});
}
bool is_tab(std::string_view name) {
    return is_one_of(name, {"tab", "tabitem", "tab-item", "codetab", "code-tab"});
}
/// Whether it shows what it holds as it stands, or where there is nothing, nothing of a book.
bool is_frame(std::string_view name) {
    return is_one_of(name, {"cards", "card-grid", "steps", "columns", "column", "lead", "typeit",
                            "icon", "fa", "toc", "children", "pagebreak", "rawhtml"});
}

/// Where the last end of each name is.
std::map<std::string, std::size_t> last_ends(std::string_view text) {
    std::map<std::string, std::size_t> ends;
    for (std::size_t at = text.find("{{"); at != text.npos; at = text.find("{{", at + 2)) {
        const std::size_t slash = skip_spaces(text, std::min(at + 3, text.size()));
        if (!text.substr(slash).starts_with('/')) continue;
        if (const auto code = shortcode_at(text.substr(at)); code && code->ends)
            ends[code->name] = at;
    }
    return ends;
}

class ShortcodePass {
public:
    ShortcodePass(const MappedText& source, Diagnostics& diagnostics)
        : source_(source),
          text_(source.text()),
          diagnostics_(diagnostics),
          out_(source.file()),
          ends_(last_ends(text_)) {}

    MappedText run() {
        for (std::size_t begin = 0; begin < text_.size();) begin = read_line(begin);
        while (!open_.empty()) close(text_.size());
        return std::move(out_);
    }

private:
    void put(const std::string& bytes, std::size_t at) { out_.insert(bytes, source_.origin(at)); }
    /// Puts a line of its own.
    void put_line(const std::string& line, std::size_t at) {
        if (!out_.text().empty() && !out_.text().ends_with('\n')) put("\n", at);
        if (!line.empty()) put(indent_ + line + '\n', at);
    }
    void keep(std::size_t begin, std::size_t end);

    std::size_t read_line(std::size_t begin);
    std::size_t take(const Shortcode& code, std::size_t at);
    bool take_block(const Shortcode& code, std::size_t at);
    std::optional<std::string> inline_text(const Shortcode& code) const;
    std::string label_of(const Shortcode& code);
    std::string margin_of_listing(std::string_view line);
    void open_listing_in(const Shortcode& code, std::size_t at);
    bool take_end(const std::string& name, std::size_t at);
    void close(std::size_t at);
    bool has_end(const std::string& name, std::size_t from) const {
        const auto found = ends_.find(name);
        return found != ends_.end() && found->second >= from;
    }

    const MappedText& source_;
    std::string_view text_;
    Diagnostics& diagnostics_;
    MappedText out_;
    std::vector<OpenShortcode> open_;
    std::string indent_;          ///< of the outermost that is open
    std::optional<Fence> fence_;  ///< of a listing of the author
    const std::map<std::string, std::size_t> ends_;
};

/// What stands before a line of code, all of which may be written further out than its tags.
std::string ShortcodePass::margin_of_listing(std::string_view line) {
    if (text::trim(line).starts_with("{{")) return {};
    std::optional<bool>& lacks = open_.back().lacks_indent;
    if (!lacks) lacks = columns_of(line) < indent_.size();
    return *lacks ? indent_ : std::string();
}

/// What stands between shortcodes; white space alone at the front of a line is none.
void ShortcodePass::keep(std::size_t begin, std::size_t end) {
    const bool front = out_.text().empty() || out_.text().ends_with('\n');
    if (front && text::trim(text_.substr(begin, end - begin)).empty()) return;
    out_.append(source_, begin, end);
}

std::size_t ShortcodePass::read_line(std::size_t begin) {
    const std::size_t end = end_of_line(text_, begin), next = std::min(end + 1, text_.size());
    const std::string_view line = text_.substr(begin, end - begin);
    const bool of_shortcode = !open_.empty() && open_.back().ends_listing;
    const bool listing = fence_.has_value() || of_shortcode;
    if (fence_) {
        if (closes(line, *fence_)) fence_.reset();
    } else if (!listing) {
        fence_ = opened_fence(line);
    }
    if (open_.empty()) {
        const std::size_t front = skip_spaces(line, 0);
        indent_ = std::string(front + marker_length(line, front), ' ');
    }
    if (of_shortcode && !line.empty()) put(margin_of_listing(line), begin);
    std::size_t done = begin;
    bool in_code = false;
    for (std::size_t at = begin; at < end;) {
        const std::string_view rest = text_.substr(at);
        if (rest[0] == '`' && !listing) in_code = !in_code;
        const auto code = rest.starts_with("{{") ? shortcode_at(rest) : std::nullopt;
        const bool ends_listing =
            code && code->ends && !open_.empty() && code->name == open_.back().name;
        const bool shown = fence_ || in_code || (listing && !ends_listing);
        if (!code || (shown && !code->escaped)) {
            ++at;
            continue;
        }
        keep(done, at);
        const std::size_t line_end = out_.text().size();
        if (code->escaped) {
            const std::size_t open = text_.find("/*", at),
                              shut = text_.rfind("*/", at + code->length);
            out_.append(source_, at, open);
            out_.append(source_, open + 2, shut);
            out_.append(source_, shut + 2, at + code->length);
            done = at = at + code->length;
            continue;
        }
        done = at = take(*code, at);
        // Its values may go over lines.
        if (at > end) return at;
        const bool block = out_.text().size() > line_end && out_.text().ends_with('\n');
        if (block && text::trim(text_.substr(at, end - at)).empty()) return next;
        if (block) put(indent_, at);
        if (block) done = at = at + skip_spaces(text_.substr(at, end - at), 0);
    }
    out_.append(source_, done, next);
    return next;
}

/// Puts what stands for the shortcode at `at`. Returns where to go on.
std::size_t ShortcodePass::take(const Shortcode& code, std::size_t at) {
    const std::size_t behind = at + code.length;
    if (code.ends) {
        if (!take_end(code.name, at))
            diagnostics_.report(Kind::stray_end_tag, source_.span(at, behind),
                                say("'{}' closes nothing", text_.substr(at, code.length)));
        return behind;
    }
    if (const auto words = inline_text(code)) {
        put(*words, at);
        return behind;
    }
    if (take_block(code, at)) return behind;
    const bool paired = !code.ends_itself && has_end(code.name, behind);
    std::string words = code.value({"text", "title", "label", "content"});
    if (is_one_of(words, {"true", "false"})) words.clear();
    if (paired) open_.push_back({code.name});
    if (!words.empty()) put(words, at);
    if (!is_frame(code.name))
        diagnostics_.report(Kind::unknown_tag, source_.span(at, behind),
                            paired || !words.empty()
                                ? say("shortcode '{}' is not known; its content is kept", code.name)
                                : say("shortcode '{}' is not known and is left out", code.name),
                            paired ? Message() : say("write what readers shall see"));
    return behind;
}

/// What a shortcode is in a line of text: a link's address, a picture, keys.
std::optional<std::string> ShortcodePass::inline_text(const Shortcode& code) const {
    if (is_one_of(code.name, {"ref", "relref"})) return code.value({"path"}, 0);
    if (is_one_of(code.name, {"figure", "img", "image"}))
        return picture_element(code.value({"src"}, 0), code.value({"alt"}),
                               code.value({"caption", "title"}));
    if (code.name == "br") return "<br>";
    if (code.name == "kbd" && !code.values.empty())
        return "<kbd>" + as_html(code.values[0]) + "</kbd>";
    if (code.name == "badge" && !code.ends && (!code.values.empty() || code.ends_itself))
        return code.value({"content", "text"}, 0);
    return std::nullopt;
}

std::string ShortcodePass::label_of(const Shortcode& code) {
    std::string label = code.value({"header", "title", "name", "label"}, 0);
    if (!open_.empty() && are_tabs(open_.back().name)) {
        OpenShortcode& group = open_.back();
        const std::size_t number = group.tabs++;
        if (label.empty() && number < group.labels.size()) label = group.labels[number];
    }
    return as_value(label);
}

/// A tab of Docsy holds code, in the language that it or its group says, but where it says that it
/// is text.
void ShortcodePass::open_listing_in(const Shortcode& code, std::size_t at) {
    const std::string_view below = text::trim(text_.substr(at + code.length, 200));
    if (below.starts_with("```") || below.starts_with("~~~") || below.starts_with("{{")) return;
    put_line("```" + code.value({"lang", "language"}), at);
    open_.back().ends_listing = true;
}

/// Whether it is a block that GitBook has, which is then open.
bool ShortcodePass::take_block(const Shortcode& code, std::size_t at) {
    const std::string& name = code.name;
    if (is_one_of(name, {"youtube", "vimeo", "video"})) {
        std::string address = code.value({"id", "src", "url"}, 0);
        if (address.find("//") == address.npos)
            address = name == "vimeo"     ? "https://vimeo.com/" + address
                      : name == "youtube" ? "https://www.youtube.com/watch?v=" + address
                                          : address;
        put_line("{% embed url=\"" + as_value(address) + "\" %}", at);
        return true;
    }
    if (is_one_of(name, {"include", "readfile"}) && !code.value({"file"}, 0).empty()) {
        put_line("{% include \"" + as_value(code.value({"file"}, 0)) + "\" %}", at);
        return true;
    }
    const bool ends = !code.ends_itself && has_end(name, at + code.length);
    if (name == "card" || name == "link-card") {
        const std::string link = code.value({"link", "href", "url"}), title = code.value({"title"});
        const std::string words = code.value({"subtitle", "description"});
        put_line("", at);
        if (!title.empty())
            put("\n" + indent_ + "**" +
                    (link.empty() ? title : '[' + as_label(title) + "](<" + link + ">)") + "**\n\n",
                at);
        if (!words.empty()) put(indent_ + words + "\n\n", at);
        if (ends) open_.push_back({name, "\n"});
        return !title.empty() || ends;
    }
    if (is_callout(name)) {
        std::string kind = code.value({"type", "style", "color", "context", "level", "status"}, 0);
        if (!is_callout_kind(kind) && is_callout_kind(name) && name != "hint") kind = name;
        std::string title = code.value({"title", "heading"}, name == "notice" ? 1 : 99);
        if (title.empty() && is_callout_kind(kind)) title = own_title(text::lower_case(kind));
        const std::string words = code.value({"text"});
        if (!ends && words.empty()) return false;
        put_line("{% hint style=\"" + std::string(style_of(kind)) + "\" %}", at);
        if (!title.empty()) put(indent_ + "**" + title + "**\n\n", at);
        if (!words.empty()) put_line(words, at);
        open_.push_back({name, "{% endhint %}"});
        if (!ends) close(at);
        return true;
    }
    if (!ends) return false;
    if (folds(name)) {
        const std::string title = code.value({"title", "summary", "header"}, 0);
        put_line(
            "{% collapse title=\"" + as_value(title.empty() ? capitalised(name) : title) + "\" %}",
            at);
        open_.push_back({name, "{% endcollapse %}"});
    } else if (are_tabs(name)) {
        OpenShortcode group{name, "{% endtabs %}"};
        group.shows_code = name == "tabpane" && code.value({"text"}) != "true";
        const std::string items = code.value({"items"});
        for (const std::string_view label : text::split(items, ','))
            group.labels.emplace_back(text::trim(label));
        put_line("{% tabs %}", at);
        open_.push_back(std::move(group));
    } else if (is_tab(name)) {
        const bool shows_code = !open_.empty() && open_.back().shows_code && !code.is_text &&
                                code.value({"text"}) != "true";
        put_line("{% tab title=\"" + label_of(code) + "\" %}", at);
        open_.push_back({name, "{% endtab %}"});
        if (shows_code) open_listing_in(code, at);
    } else if (is_one_of(name, {"highlight", "code", "mermaid"})) {
        put_line("```" + (name == "mermaid" ? name : code.value({"lang", "language"}, 0)), at);
        open_.push_back({name, "", false, true});
    } else {
        return false;
    }
    return true;
}

bool ShortcodePass::take_end(const std::string& name, std::size_t at) {
    const auto found = std::find_if(open_.rbegin(), open_.rend(), [&](const OpenShortcode& opened) {
        return opened.name == name;
    });
    if (found == open_.rend()) return false;
    const auto kept = static_cast<std::size_t>(open_.rend() - found - 1);
    while (open_.size() > kept) close(at);
    return true;
}

void ShortcodePass::close(std::size_t at) {
    if (open_.back().ends_listing) put_line("```", at);
    if (open_.back().end == "\n")
        put("\n\n", at);
    else if (!open_.back().end.empty())
        put_line(open_.back().end, at);
    open_.pop_back();
}

}  // namespace

std::optional<MappedText> shortcodes_as_tags(const MappedText& source, Diagnostics& diagnostics) {
    const std::string_view text = source.text();
    const auto has = [&](std::string_view front) {
        for (std::size_t at = text.find(front); at != text.npos; at = text.find(front, at + 3))
            if (shortcode_at(text.substr(at))) return true;
        return false;
    };
    if (!has("{{<") && !has("{{%")) return std::nullopt;
    return ShortcodePass(source, diagnostics).run();
}

}  // namespace triptych::gitbook
