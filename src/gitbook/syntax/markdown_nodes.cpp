#include "gitbook/syntax/markdown_nodes.hpp"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "base/text.hpp"
#include "gitbook/syntax/elements.hpp"
#include "gitbook/syntax/html_tokens.hpp"
#include "gitbook/syntax/inline_nodes.hpp"
#include "gitbook/syntax/markdown_tree.hpp"
#include "gitbook/syntax/nest.hpp"
#include "gitbook/syntax/placeholders.hpp"
#include "gitbook/syntax/table_bounds.hpp"
#include "gitbook/syntax/unreached_notes.hpp"
#include "gitbook/syntax/unused_notes.hpp"
#include "gitbook/syntax/whole_html.hpp"

namespace triptych::gitbook {
namespace {

MarkdownTree parse(std::string_view text) {
    return MarkdownTree(text, CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE,
                        {"table", "strikethrough", "autolink", "tasklist"});
}

bool has_type(cmark_node* node, const char* name) {
    return std::strcmp(cmark_node_get_type_string(node), name) == 0;
}

/// Whether `html` opens with an author's placeholder (`<mon-application>`), so that CommonMark took
/// lines of text for HTML.
bool opens_with_placeholder(std::string_view html) {
    const auto tag = HtmlTokens(html).next();
    if (!tag || tag->begin != 0 || tag->kind != HtmlToken::Kind::opening) return false;
    return !is_known_element(tag->name) && !tag->has_values &&
           lower_ascii(html).find("</" + tag->name) == std::string::npos;
}

class BlockReader {
public:
    BlockReader(const MarkdownPlace& place, unsigned depth) : place_(place), depth_(depth) {}

    Nodes children_of(cmark_node* parent);

private:
    void add(cmark_node* node, Pieces& pieces);
    void add_html(const MappedText& html, Pieces& pieces);
    Node block(cmark_node* node);
    Node listing(cmark_node* node, Span span);
    Node list(cmark_node* node, Span span);
    Node table(cmark_node* node, Span span);
    Node row(cmark_node* node, const std::vector<std::string_view>& aligns);
    Node too_deep(Span span);
    void report_dropped_cells(Span row, std::size_t columns);

    const MarkdownPlace& place_;
    unsigned depth_;
};

Nodes BlockReader::children_of(cmark_node* parent) {
    Pieces pieces;
    WholeHtml whole(place_);
    bool nested = false;
    for (cmark_node* node = cmark_node_first_child(parent); node != nullptr;
         node = cmark_node_next(node)) {
        if (cmark_node_get_type(node) != CMARK_NODE_HTML_BLOCK) {
            pieces.emplace_back(block(node));
            continue;
        }
        nested = true;
        const auto tag = tag_placeholder(cmark_node_get_literal(node));
        if (tag && *tag < place_.scanned.tags.size())
            pieces.emplace_back(&place_.scanned.tags[*tag]);
        else
            add_html(whole.join(node), pieces);
    }
    if (nested) return nest(std::move(pieces), place_.scanned, place_.diagnostics);
    Nodes nodes;
    for (Piece& piece : pieces) nodes.push_back(std::move(std::get<Node>(piece)));
    return nodes;
}

void BlockReader::add_html(const MappedText& html, Pieces& pieces) {
    if (depth_ < deepest_nesting && opens_with_placeholder(html.text())) {
        MappedText text(html.file());
        text.insert("\\", html.origin(0));
        text.append(html, 0, html.text().size());
        const MarkdownTree document = parse(text.text());
        const MarkdownPlace place{place_.scanned, text, place_.file, place_.diagnostics};
        for (Node& node : BlockReader(place, depth_ + 1).children_of(document.root()))
            pieces.emplace_back(std::move(node));
        return;
    }
    if (!has_tag_placeholder(html.text())) return pieces.emplace_back(html), void();
    pieces.emplace_back(with_written_tags(place_.scanned, html));
}

// Without the indentation, which grows with the square of the levels.
Node BlockReader::too_deep(Span span) {
    place_.diagnostics.report(Kind::nesting_too_deep, span,
                              say("nested deeper than 100 levels; kept as plain text"));
    Node node = tag_node("nesting", span);
    for (const std::string_view line : text::split(place_.written(span), '\n')) {
        if (!node.text.empty()) node.text += '\n';
        node.text += text::trim(line);
    }
    return node;
}

Node BlockReader::listing(cmark_node* node, Span span) {
    const char* info = cmark_node_get_fence_info(node);
    std::string text = restore_placeholders(place_.scanned, cmark_node_get_literal(node));
    if (text.ends_with('\n')) text.pop_back();
    Node listing = element_node("pre", span);
    listing.attributes.push_back({"data-info", info == nullptr ? "" : info, span});
    listing.children.push_back(text_node(std::move(text), span));
    return listing;
}

Node BlockReader::list(cmark_node* node, Span span) {
    const bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    Node list = element_node(ordered ? "ol" : "ul", span);
    if (cmark_node_get_list_tight(node) == 0)
        list.attributes.push_back({"data-tight", "false", span});
    if (ordered)
        list.attributes.push_back({"start", std::to_string(cmark_node_get_list_start(node)), span});
    for (cmark_node* item = cmark_node_first_child(node); item != nullptr;
         item = cmark_node_next(item)) {
        Node& read = list.children.emplace_back(element_node("li", place_.span_of(item)));
        if (has_type(item, "tasklist"))
            read.attributes.push_back(
                {"data-task",
                 cmark_gfm_extensions_get_tasklist_item_checked(item) ? "done" : "open", span});
        read.children = children_of(item);
    }
    return list;
}

/// GitHub's rule drops the cells that the head has no column for.
void BlockReader::report_dropped_cells(Span row, std::size_t columns) {
    if (cells_of_row(place_.written(row)) > columns)
        place_.diagnostics.report(
            Kind::content_dropped, row,
            say("row with more cells than its table has columns; the last are left out"),
            say("add a column to the head, or write \\| for a stroke in a cell"));
}

Node BlockReader::row(cmark_node* node, const std::vector<std::string_view>& aligns) {
    const bool head = cmark_gfm_extensions_get_table_row_is_header(node) != 0;
    Node row = element_node("tr", place_.span_of(node));
    for (cmark_node* child = cmark_node_first_child(node); child != nullptr;
         child = cmark_node_next(child)) {
        Node cell = element_node(head ? "th" : "td", place_.span_of(child));
        if (head && row.children.size() < aligns.size() && !aligns[row.children.size()].empty())
            cell.attributes.push_back(
                {"align", std::string(aligns[row.children.size()]), cell.span});
        cell.children = inline_nodes(place_, child, depth_ + 1);
        row.children.push_back(std::move(cell));
    }
    return row;
}

Node BlockReader::table(cmark_node* node, Span span) {
    const std::size_t columns = cmark_gfm_extensions_get_table_columns(node);
    const std::uint8_t* letters = cmark_gfm_extensions_get_table_alignments(node);
    std::vector<std::string_view> aligns;
    for (std::size_t column = 0; column < columns; ++column)
        aligns.push_back(letters[column] == 'l'   ? "left"
                         : letters[column] == 'c' ? "center"
                         : letters[column] == 'r' ? "right"
                                                  : "");
    Node table = element_node("table", span);
    for (cmark_node* child = cmark_node_first_child(node); child != nullptr;
         child = cmark_node_next(child)) {
        table.children.push_back(row(child, aligns));
        report_dropped_cells(table.children.back().span, columns);
    }
    return table;
}

// Long because it names every kind of block, one case each.
Node BlockReader::block(cmark_node* node) {
    const Span span = place_.span_of(node);
    Node read = element_node("p", span);
    switch (cmark_node_get_type(node)) {
        case CMARK_NODE_PARAGRAPH:
            read.children = inline_nodes(place_, node, depth_);
            return read;
        case CMARK_NODE_HEADING:
            read.name = "h" + std::to_string(cmark_node_get_heading_level(node));
            read.children = inline_nodes(place_, node, depth_);
            return read;
        case CMARK_NODE_CODE_BLOCK:
            return listing(node, span);
        case CMARK_NODE_THEMATIC_BREAK:
            // Four asterisks are what the editor leaves of bold text that was deleted.
            if (text::trim(place_.written(span)) != "****") read.name = "hr";
            return read;
        case CMARK_NODE_LIST:
        case CMARK_NODE_BLOCK_QUOTE: {
            if (depth_ >= deepest_nesting) return too_deep(span);
            ++depth_;
            const bool is_list = cmark_node_get_type(node) == CMARK_NODE_LIST;
            read.name = "blockquote";
            if (is_list)
                read = list(node, span);
            else
                read.children = children_of(node);
            --depth_;
            return read;
        }
        default:
            if (has_type(node, "table")) return table(node, span);
            read.children.push_back(text_node(std::string(place_.written(span)), span));
            return read;
    }
}

/// Takes the footnote definitions, which the parser puts last, out of the document.
std::vector<LooseNode> take_notes(cmark_node* document) {
    std::vector<LooseNode> notes;
    cmark_node* node = cmark_node_last_child(document);
    while (node != nullptr && cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION) {
        cmark_node* previous = cmark_node_previous(node);
        cmark_node_unlink(node);
        notes.emplace_back(node);
        node = previous;
    }
    std::reverse(notes.begin(), notes.end());
    return notes;
}

}  // namespace

NodeTree read_nodes(const ScannedText& scanned, std::string_view file, Diagnostics& diagnostics) {
    const MarkdownTree document = parse(scanned.text.text());
    const MarkdownPlace place{scanned, scanned.text, file, diagnostics};
    const std::vector<LooseNode> notes = take_notes(document.root());
    NodeTree tree;
    tree.blocks = BlockReader(place, 0).children_of(document.root());
    for (const LooseNode& note : notes) {
        Node& read = tree.notes.emplace_back(element_node("aside", place.span_of(note.get())));
        read.children = BlockReader(place, 0).children_of(note.get());
    }
    for (const MappedText& text : unused_notes(place, document.root(), notes)) {
        const MarkdownTree note = parse(text.text());
        take_notes(note.root());
        const MarkdownPlace inside{scanned, text, file, diagnostics};
        for (Node& node : BlockReader(inside, 0).children_of(note.root()))
            tree.blocks.push_back(std::move(node));
    }
    free_unreached_notes(tree.blocks, tree.notes, diagnostics);
    return tree;
}

}  // namespace triptych::gitbook
