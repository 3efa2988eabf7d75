#pragma once

#include "gitbook/convert/reader.hpp"
#include "gitbook/syntax/gumbo_tree.hpp"
#include "gitbook/syntax/mapped_text.hpp"

namespace triptych::gitbook {

/// Turns one parsed piece of HTML into model nodes.
class HtmlReader {
public:
    HtmlReader(Reader& reader, const MappedText& html) : reader_(reader), html_(html) {}

    doc::Blocks read();
    /// The children of `parent` as blocks; text between block elements becomes paragraphs.
    doc::Blocks blocks_in(const GumboNode& parent);
    /// The children of `parent` in one line, finished.
    doc::Inlines inlines_in(const GumboNode& parent);
    Span span_of(const GumboNode& node) const;
    Reader& reader() { return reader_; }

    /// Headings inside a table cell are bold text and not part of the page's outline.
    enum class Place { page, cell };
    void set_place(Place place) { place_ = place; }

private:
    class Flow;
    void append_inline(const GumboNode& node, doc::Inlines& out);
    void append_block(const GumboNode& node, const std::string& name, doc::Blocks& out);
    void append_heading_element(const GumboNode& node, std::uint8_t level, doc::Blocks& out);
    void append_list(const GumboNode& node, const std::string& name, doc::Blocks& out);
    void append_details(const GumboNode& node, doc::Blocks& out);
    void append_division(const GumboNode& node, doc::Blocks& out);
    void append_media(const GumboNode& node, doc::Blocks& out);
    doc::Inlines raw_inlines_in(const GumboNode& parent);
    std::string source_of(const GumboNode& node) const;

    Reader& reader_;
    const MappedText& html_;
    Place place_ = Place::page;
};

/// A `<table>`: cards when it is shown as such, else a table without its hidden columns.
void append_html_table(HtmlReader& html, const GumboNode& table, doc::Blocks& out);
/// `<pre>` with `<code>` inside: a listing; what is strong in it are the highlighted lines.
void append_preformatted(HtmlReader& html, const GumboNode& pre, doc::Blocks& out);
/// A `<figure>` with its pictures and caption.
void append_html_figure(HtmlReader& html, const GumboNode& figure, doc::Blocks& out);
/// Figures side by side: one figure when they have no captions of their own.
void append_gallery(doc::Blocks figures, Span span, doc::Blocks& out);

}  // namespace triptych::gitbook
