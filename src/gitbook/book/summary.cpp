#include "gitbook/book/summary.hpp"

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include <cmark-gfm.h>

#include "base/text.hpp"
#include "gitbook/syntax/markdown_tree.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::uint8_t deepest_item = 100;

struct IteratorDeleter {
    void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
using IteratorPointer = std::unique_ptr<cmark_iter, IteratorDeleter>;

std::string owned(const char* text) { return text == nullptr ? std::string{} : text; }

/// Offsets of the starts of lines.
std::vector<std::uint32_t> line_starts(std::string_view text) {
    std::vector<std::uint32_t> starts{0};
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == '\n') starts.push_back(static_cast<std::uint32_t>(i + 1));
    return starts;
}

/// What a heading or an entry says: its text, and the first link in it.
struct Label {
    std::string text, destination, title;
    bool linked = false;  ///< there is a link, even one that leads nowhere
};

Label label_of(cmark_node* node) {
    Label label;
    const IteratorPointer iterator(cmark_iter_new(node));
    while (cmark_iter_next(iterator.get()) != CMARK_EVENT_DONE) {
        cmark_node* child = cmark_iter_get_node(iterator.get());
        if (cmark_iter_get_event_type(iterator.get()) == CMARK_EVENT_EXIT) continue;
        const cmark_node_type type = cmark_node_get_type(child);
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) {
            label.text += owned(cmark_node_get_literal(child));
        } else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
            label.text += ' ';
        } else if (type == CMARK_NODE_LINK && label.destination.empty()) {
            label.linked = true;
            label.destination = owned(cmark_node_get_url(child));
            label.title = owned(cmark_node_get_title(child));
        }
    }
    label.text = text::collapse_spaces(label.text);
    return label;
}

/// `[[Page]]` and `[[Words|Page]]`, as wikis name their pages: with spaces for hyphens.
void read_page_name(Label& label) {
    std::string& text = label.text;
    if (label.linked || !text.starts_with("[[") || !text.ends_with("]]") || text.size() < 5) return;
    const std::string inside = text.substr(2, text.size() - 4);
    const std::size_t stroke = inside.find('|');
    text = text::trim(inside.substr(0, stroke));
    label.destination = text::trim(stroke == inside.npos ? inside : inside.substr(stroke + 1));
    if (label.destination.find("://") == std::string::npos)
        std::replace(label.destination.begin(), label.destination.end(), ' ', '-');
    label.linked = true;
}

/// Whether a paragraph holds nothing but links.
bool holds_only_links(cmark_node* paragraph) {
    for (cmark_node* child = cmark_node_first_child(paragraph); child != nullptr;
         child = cmark_node_next(child)) {
        const cmark_node_type type = cmark_node_get_type(child);
        const bool blank =
            type == CMARK_NODE_TEXT && text::trim(owned(cmark_node_get_literal(child))).empty();
        if (type != CMARK_NODE_LINK && type != CMARK_NODE_SOFTBREAK && !blank) return false;
    }
    return true;
}

/// The text of a paragraph, line by line; "" when it has a link. The editor may have escaped the
/// back-ticks of a listing, or put it into one line.
std::string text_without_links(cmark_node* paragraph) {
    std::string text;
    if (cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH) return text;
    for (cmark_node* child = cmark_node_first_child(paragraph); child != nullptr;
         child = cmark_node_next(child)) {
        const cmark_node_type type = cmark_node_get_type(child);
        if (type == CMARK_NODE_LINK) return {};
        if (type == CMARK_NODE_SOFTBREAK) text += '\n';
        if (const char* literal = cmark_node_get_literal(child)) text += literal;
    }
    return text;
}

/// The name of the description from which GitBook generates pages of an API, for an entry that is a
/// listing with `type: builtin:openapi`; "" when it has none, nothing for other entries.
std::optional<std::string> generated_from(cmark_node* entry) {
    if (entry == nullptr) return std::nullopt;
    const bool listing = cmark_node_get_type(entry) == CMARK_NODE_CODE_BLOCK;
    const std::string yaml =
        listing ? owned(cmark_node_get_literal(entry)) : text_without_links(entry);
    if (yaml.find("builtin:openapi") == std::string::npos) return std::nullopt;
    std::string name;
    for (const std::string_view line : text::split(yaml, '\n'))
        if (const auto bare = text::trim(line); bare.starts_with("spec:") && bare.size() > 5)
            name = text::trim(bare.substr(5));
    return name;
}

/// `[title](path with spaces.md)`, which CommonMark takes for plain text.
void repair_unspaced_link(Label& label) {
    const std::size_t middle = label.text.find("](");
    if (!label.destination.empty() || !label.text.starts_with('[') || !label.text.ends_with(')') ||
        middle == std::string::npos)
        return;
    label.destination = label.text.substr(middle + 2, label.text.size() - middle - 3);
    label.text = label.text.substr(1, middle - 1);
}

/// Removes HonKit's explicit id: `Title {#id}`.
void drop_explicit_id(std::string& title) {
    const std::size_t brace = title.rfind("{#");
    if (brace == std::string::npos || !title.ends_with('}')) return;
    title = text::trim(std::string_view(title).substr(0, brace));
}

class SummaryBuilder {
public:
    SummaryBuilder(std::string_view text, FileId file, Diagnostics& diagnostics)
        : text_(text), lines_(line_starts(text)), file_(file), diagnostics_(diagnostics) {}

    void enter(cmark_node* node) {
        switch (cmark_node_get_type(node)) {
            case CMARK_NODE_HEADING:
                add_heading(node);
                break;
            case CMARK_NODE_THEMATIC_BREAK:
                begin_part({}, span_of(node));
                break;
            case CMARK_NODE_LIST:
                ++depth_;
                break;
            case CMARK_NODE_ITEM:
                add_item(node);
                break;
            case CMARK_NODE_PARAGRAPH:
                if (depth_ == 0) add_lone_links(node);
                break;
            default:
                break;
        }
    }

    void leave(cmark_node* node) {
        if (cmark_node_get_type(node) == CMARK_NODE_LIST) --depth_;
    }

    Summary finish() {
        std::erase_if(summary_.parts, [](const SummaryPart& part) {
            return part.title.empty() && part.items.empty();
        });
        return std::move(summary_);
    }

private:
    Span span_of(cmark_node* node) const {
        const auto line = static_cast<std::size_t>(std::max(cmark_node_get_start_line(node), 1));
        const std::uint32_t start = lines_[std::min(line, lines_.size()) - 1];
        const auto column =
            static_cast<std::uint32_t>(std::max(cmark_node_get_start_column(node), 1) - 1);
        const auto begin =
            static_cast<std::uint32_t>(std::min<std::size_t>(start + column, text_.size()));
        const std::size_t end = std::min(text_.find('\n', begin), text_.size());
        return {file_, begin, static_cast<std::uint32_t>(end)};
    }

    void begin_part(std::string title, Span span) {
        summary_.parts.push_back({std::move(title), span, {}});
    }

    void add_heading(cmark_node* node) {
        Label label = label_of(node);
        drop_explicit_id(label.text);
        if (cmark_node_get_heading_level(node) == 1 && summary_.title.empty() &&
            summary_.parts.empty()) {
            summary_.title = std::move(label.text);
            return;
        }
        begin_part(label.text, span_of(node));
        if (!label.destination.empty())
            add({label.text, label.title, label.destination, 0, span_of(node)});
    }

    /// Chapters outside lists, which mdBook does not number.
    void add_lone_links(cmark_node* paragraph) {
        if (!holds_only_links(paragraph)) return;
        for (cmark_node* link = cmark_node_first_child(paragraph); link != nullptr;
             link = cmark_node_next(link)) {
            if (cmark_node_get_type(link) != CMARK_NODE_LINK) continue;
            const Label label = label_of(link);
            add({label.text, owned(cmark_node_get_title(link)), owned(cmark_node_get_url(link)), 0,
                 span_of(paragraph)});
            summary_.of_mdbook = true;
        }
    }

    void add_item(cmark_node* node) {
        cmark_node* first = cmark_node_first_child(node);
        if (const auto name = generated_from(first)) {
            diagnostics_.report(Kind::page_left_out, span_of(node),
                                say("the pages that GitBook generates from the description of an "
                                    "API{} are on the web only; they are left out",
                                    name->empty() ? Message() : say(" '{}'", *name)),
                                say("write what readers of the book need of it on a page"));
            add_generated(*name);
            return;
        }
        const bool has_text =
            first != nullptr && cmark_node_get_type(first) == CMARK_NODE_PARAGRAPH;
        Label label = has_text ? label_of(first) : Label{};
        repair_unspaced_link(label);
        read_page_name(label);
        if (label.text.empty() && label.destination.empty()) {
            diagnostics_.report(Kind::summary_entry, span_of(node), say("entry without a title"),
                                say("write it as * [title](page.md)"));
            return;
        }
        const int depth = std::min<int>(depth_ - 1, deepest_item);
        add({label.text, label.title, label.destination, static_cast<std::uint8_t>(depth),
             span_of(first), label.linked && label.destination.empty()});
    }

    /// Called by the part it stands in, and by what it is generated from.
    void add_generated(const std::string& name) {
        std::string title = summary_.parts.empty() ? "" : summary_.parts.back().title;
        if (title.empty())
            title = name.empty() ? "API" : name;
        else if (!name.empty() && name != title)
            title += " (" + name + ")";
        if (generated_.insert(title).second) summary_.generated.push_back(std::move(title));
    }

    void add(SummaryItem item) {
        if (summary_.parts.empty()) begin_part({}, item.span);
        summary_.parts.back().items.push_back(std::move(item));
    }

    std::string_view text_;
    std::vector<std::uint32_t> lines_;
    FileId file_;
    Diagnostics& diagnostics_;
    Summary summary_;
    std::set<std::string, std::less<>> generated_;  ///< those of the summary, to look them up
    int depth_ = 0;
};

}  // namespace

Summary parse_summary(std::string_view text, FileId file, Diagnostics& diagnostics) {
    const MarkdownTree tree(text, CMARK_OPT_DEFAULT);
    SummaryBuilder builder(text, file, diagnostics);
    const IteratorPointer iterator(cmark_iter_new(tree.root()));
    while (true) {
        const cmark_event_type event = cmark_iter_next(iterator.get());
        if (event == CMARK_EVENT_DONE) break;
        cmark_node* node = cmark_iter_get_node(iterator.get());
        if (event == CMARK_EVENT_ENTER) {
            builder.enter(node);
        } else {
            builder.leave(node);
        }
    }
    return builder.finish();
}

}  // namespace triptych::gitbook
