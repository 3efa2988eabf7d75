#include <algorithm>

#include "base/text.hpp"
#include "gitbook/convert/html_reader.hpp"
#include "gitbook/convert/inline_elements.hpp"
#include "gitbook/convert/inline_fixups.hpp"
#include "gitbook/convert/paragraphs.hpp"
#include "gitbook/syntax/placeholders.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t most_columns = 3;

void collect_pictures(HtmlReader& html, const GumboNode& node, std::vector<doc::Picture>& out) {
    if (!is_element(node)) return;
    if (node.v.element.tag == GUMBO_TAG_IMG) {
        const Span span = html.span_of(node);
        const doc::InlineImage image = read_img(html.reader(), element_of(node), span);
        out.push_back(picture_of(html.reader(), image, span));
    }
    if (node.v.element.tag == GUMBO_TAG_FIGCAPTION) return;
    const GumboVector& children = children_of(node);
    for (unsigned i = 0; i < children.length; ++i)
        collect_pictures(html, child_at(children, i), out);
}

std::string class_with_front(const GumboNode& node, std::string_view front) {
    const Element element = element_of(node);
    for (const std::string_view name : text::split(element.get("class"), ' '))
        if (name.starts_with(front)) return std::string(name.substr(front.size()));
    return {};
}

/// Gathers the text of a listing and the numbers of the lines that are strong in it.
class ListingCollector {
public:
    explicit ListingCollector(doc::CodeBlock& code) : code_(code) {}

    void add(const GumboNode& node, bool strong) {
        if (!is_element(node)) return add_text(text_of(node), strong);
        if (node.v.element.tag == GUMBO_TAG_BR) add_text("\n", false);
        const bool inside = strong || node.v.element.tag == GUMBO_TAG_STRONG;
        const GumboVector& children = children_of(node);
        for (unsigned i = 0; i < children.length; ++i) add(child_at(children, i), inside);
    }

private:
    void add_text(std::string_view text, bool strong) {
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (strong && (code_.highlighted.empty() || code_.highlighted.back() != line_))
                code_.highlighted.push_back(line_);
            if (text[at] == '\n') ++line_;
        }
        code_.text += text;
    }

    doc::CodeBlock& code_;
    std::uint32_t line_ = 1;
};

}  // namespace

void append_html_figure(HtmlReader& html, const GumboNode& node, doc::Blocks& out) {
    doc::Figure figure;
    collect_pictures(html, node, figure.pictures);
    if (const GumboNode* caption = child_named(node, "figcaption"))
        figure.caption = html.inlines_in(*caption);
    if (!figure.pictures.empty()) return out.push_back({std::move(figure), html.span_of(node)});
    for (doc::Block& block : html.blocks_in(node)) out.push_back(std::move(block));
}

void append_gallery(doc::Blocks figures, Span span, doc::Blocks& out) {
    const auto has_caption = [](const doc::Block& block) {
        return !std::get<doc::Figure>(block.node).caption.empty();
    };
    if (std::none_of(figures.begin(), figures.end(), has_caption)) {
        doc::Figure gallery;
        for (doc::Block& block : figures)
            for (doc::Picture& picture : std::get<doc::Figure>(block.node).pictures)
                gallery.pictures.push_back(std::move(picture));
        return out.push_back({std::move(gallery), span});
    }
    if (figures.size() > most_columns) {
        for (doc::Block& block : figures) out.push_back(std::move(block));
        return;
    }
    doc::Columns columns;
    for (doc::Block& block : figures) {
        doc::SideColumn& column = columns.columns.emplace_back();
        column.body.push_back(std::move(block));
    }
    out.push_back({std::move(columns), span});
}

void append_preformatted(HtmlReader& html, const GumboNode& pre, doc::Blocks& out) {
    const Element element = element_of(pre);
    doc::CodeBlock code;
    code.title = element.get("data-title");
    code.line_numbers = element.get("data-line-numbers") == "true";
    code.language = class_with_front(pre, "language-");
    if (const GumboNode* inside = child_named(pre, "code"); inside && code.language.empty()) {
        code.language = class_with_front(*inside, "lang-");
        if (code.language.empty()) code.language = class_with_front(*inside, "language-");
    }
    ListingCollector(code).add(pre, false);
    code.text = restore_placeholders(html.reader().source, std::move(code.text));
    while (code.text.ends_with('\n')) code.text.pop_back();
    out.push_back({std::move(code), html.span_of(pre)});
}

}  // namespace triptych::gitbook
