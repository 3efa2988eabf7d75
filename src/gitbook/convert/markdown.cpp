#include "gitbook/convert/markdown.hpp"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "base/text.hpp"
#include "gitbook/convert/containers.hpp"
#include "gitbook/convert/inline_fixups.hpp"
#include "gitbook/convert/inlines.hpp"
#include "gitbook/convert/mixed_paragraphs.hpp"
#include "gitbook/syntax/markdown_tree.hpp"
#include "gitbook/syntax/placeholders.hpp"

namespace triptych::gitbook {
namespace {

MarkdownTree parse(std::string_view text) {
    return MarkdownTree(text, CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE,
                        {"table", "strikethrough", "autolink", "tasklist"});
}

std::size_t offset_of(const MappedText& text, int line, int column) {
    return text.line_begin(static_cast<std::size_t>(std::max(line, 0))) +
           static_cast<std::size_t>(std::max(column, 0));
}

bool has_type(cmark_node* node, const char* name) {
    return std::strcmp(cmark_node_get_type_string(node), name) == 0;
}

std::string language_of(std::string_view info) {
    info = text::trim(info);
    if (info.starts_with("{.")) info.remove_prefix(2);
    return std::string(info.substr(0, info.find_first_of(" \t{},:")));
}

void append_code(Reader& reader, cmark_node* node, Span span, doc::Blocks& out) {
    const char* info = cmark_node_get_fence_info(node);
    std::string text = restore_placeholders(reader.source, cmark_node_get_literal(node));
    if (text.ends_with('\n')) text.pop_back();
    std::string language = language_of(info == nullptr ? "" : info);
    if (is_diagram_language(language))
        out.push_back({doc::Diagram{std::move(language), std::move(text)}, span});
    else
        out.push_back({doc::CodeBlock{std::move(language), "", std::move(text), false, {}}, span});
}

/// Takes `{#id}` off the end of a heading (HonKit).
std::string take_written_id(doc::Inlines& body) {
    auto* last = body.empty() ? nullptr : std::get_if<doc::Text>(&body.back().node);
    if (last == nullptr || !last->text.ends_with('}')) return {};
    const std::size_t front = last->text.rfind("{#");
    if (front == std::string::npos) return {};
    std::string id = last->text.substr(front + 2, last->text.size() - front - 3);
    if (id.empty() || id.find(' ') != std::string::npos) return {};
    last->text.resize(front);
    while (last->text.ends_with(' ')) last->text.pop_back();
    if (last->text.empty()) body.pop_back();
    return id;
}

doc::TaskState task_of(cmark_node* item) {
    if (!has_type(item, "tasklist")) return doc::TaskState::none;
    return cmark_gfm_extensions_get_tasklist_item_checked(item) ? doc::TaskState::done
                                                                : doc::TaskState::open;
}

void append_list(Reader& reader, cmark_node* node, Span span, doc::Blocks& out) {
    doc::List list;
    list.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    list.tight = cmark_node_get_list_tight(node) != 0;
    list.start = static_cast<std::uint32_t>(cmark_node_get_list_start(node));
    if (!list.ordered) list.start = 1;
    for (cmark_node* item = cmark_node_first_child(node); item != nullptr;
         item = cmark_node_next(item))
        list.items.push_back({read_children(reader, item), task_of(item), span_of(reader, item)});
    out.push_back({std::move(list), span});
}

struct Alert {
    std::string_view mark;
    doc::CalloutKind kind;
};
constexpr std::array alerts{
    Alert{"[!NOTE]", doc::CalloutKind::info},      Alert{"[!TIP]", doc::CalloutKind::success},
    Alert{"[!IMPORTANT]", doc::CalloutKind::info}, Alert{"[!WARNING]", doc::CalloutKind::warning},
    Alert{"[!CAUTION]", doc::CalloutKind::danger},
};

/// The alert whose mark stands alone on the first line of a quote, as GitHub writes them.
const Alert* alert_of(const Reader& reader, cmark_node* quote) {
    cmark_node* opening = cmark_node_first_child(quote);
    if (opening == nullptr || cmark_node_get_type(opening) != CMARK_NODE_PARAGRAPH) return nullptr;
    const std::string_view written = reader.written(span_of(reader, opening));
    const std::string_view line = text::trim(written.substr(0, written.find('\n')));
    const auto alert = std::find_if(alerts.begin(), alerts.end(),
                                    [&](const Alert& known) { return known.mark == line; });
    return alert == alerts.end() ? nullptr : &*alert;
}

void append_quote(Reader& reader, cmark_node* node, Span span, doc::Blocks& out) {
    doc::Blocks body = read_children(reader, node);
    const Alert* alert = alert_of(reader, node);
    auto* opening = body.empty() ? nullptr : std::get_if<doc::Paragraph>(&body.front().node);
    auto* text = alert == nullptr || opening == nullptr
                     ? nullptr
                     : std::get_if<doc::Text>(&opening->body.front().node);
    if (text == nullptr || !text->text.starts_with(alert->mark))
        return out.push_back({doc::Quote{std::move(body)}, span});
    text->text = text::trim(text->text.substr(alert->mark.size()));
    if (text->text.empty()) opening->body.erase(opening->body.begin());
    if (opening->body.empty()) body.erase(body.begin());
    out.push_back({doc::Callout{alert->kind, std::move(body)}, span});
}

doc::Align align_of(std::uint8_t letter) {
    return letter == 'l'   ? doc::Align::left
           : letter == 'c' ? doc::Align::centre
           : letter == 'r' ? doc::Align::right
                           : doc::Align::automatic;
}

doc::Row read_row(Reader& reader, cmark_node* node, std::size_t columns) {
    doc::Row row;
    for (cmark_node* child = cmark_node_first_child(node); child != nullptr;
         child = cmark_node_next(child)) {
        doc::Cell cell;
        cell.span = span_of(reader, child);
        append_running_text(reader, child, cell.body);
        row.cells.push_back(std::move(cell));
    }
    row.cells.resize(columns);
    return row;
}

/// Cells of a row as it is written.
std::size_t written_cells(std::string_view line) {
    line = text::trim(line);
    if (line.starts_with('|')) line.remove_prefix(1);
    if (line.ends_with('|') && !line.ends_with("\\|")) line.remove_suffix(1);
    std::size_t cells = 1;
    for (std::size_t at = 0; at < line.size(); ++at)
        if (line[at] == '\\')
            ++at;
        else if (line[at] == '|')
            ++cells;
    return cells;
}

/// GitHub's rule drops the cells that the head has no column for.
void report_dropped_cells(Reader& reader, Span row, std::size_t columns) {
    if (written_cells(reader.written(row)) > columns)
        reader.diagnostics.report(Kind::content_dropped, row,
                                  "row with more cells than its table has columns; the last are "
                                  "left out",
                                  "add a column to the head, or write \\| for a stroke in a cell");
}

bool is_empty(const doc::Row& row) {
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [](const doc::Cell& cell) { return cell.body.empty(); });
}

void append_table(Reader& reader, cmark_node* node, Span span, doc::Blocks& out) {
    doc::Table table;
    const std::size_t columns = cmark_gfm_extensions_get_table_columns(node);
    const std::uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(node);
    for (std::size_t column = 0; column < columns; ++column)
        table.columns.push_back({align_of(alignments[column]), 0});
    for (cmark_node* row = cmark_node_first_child(node); row != nullptr;
         row = cmark_node_next(row)) {
        doc::Row cells = read_row(reader, row, columns);
        report_dropped_cells(reader, span_of(reader, row), columns);
        if (cmark_gfm_extensions_get_table_row_is_header(row) == 0)
            table.rows.push_back(std::move(cells));
        else if (!is_empty(cells))
            table.head.push_back(std::move(cells));
    }
    out.push_back({std::move(table), span});
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

void read_notes(Reader& reader, const std::vector<LooseNode>& notes) {
    for (std::size_t i = 0; i < notes.size(); ++i) {
        const Span span = span_of(reader, notes[i].get());
        doc::Blocks body = read_children(reader, notes[i].get());
        reader.body.notes[reader.first_note + i] = {std::to_string(reader.first_note + i + 1),
                                                    std::move(body), span};
    }
}

/// Whether a footnote is defined on `line`.
bool defines_note(std::string_view line) {
    const std::size_t begin = line.find_first_not_of(' ');
    if (begin > 3 || line.substr(begin, 2) != "[^") return false;
    const std::size_t end = line.find("]:", begin);
    return end != std::string_view::npos && end > begin + 2 &&
           line.substr(begin + 2, end - begin - 2).find_first_of(" []") == std::string_view::npos;
}

/// Numbers of the lines that the blocks on the top level and the notes stand on; the parser leaves
/// out definitions without a reference, so that no block covers them.
std::vector<bool> covered_lines(cmark_node* document, const std::vector<LooseNode>& notes,
                                std::size_t lines) {
    std::vector<bool> covered(lines + 1);
    const auto cover = [&](cmark_node* node) {
        const auto first = static_cast<std::size_t>(std::max(cmark_node_get_start_line(node), 0));
        for (std::size_t line = first; line <= std::min(last_line_of(node), lines); ++line)
            covered[line] = true;
    };
    for (cmark_node* node = cmark_node_first_child(document); node != nullptr;
         node = cmark_node_next(node))
        cover(node);
    for (const LooseNode& note : notes) cover(note.get());
    return covered;
}

/// Reports the footnotes that nothing refers to and keeps their text at the end.
void keep_unused_notes(Reader& reader, cmark_node* document, const std::vector<LooseNode>& notes,
                       doc::Blocks& out) {
    const MappedText& text = *reader.mapped;
    if (text.text().find("[^") == std::string_view::npos) return;
    const auto lines =
        static_cast<std::size_t>(std::count(text.text().begin(), text.text().end(), '\n') + 1);
    const std::vector<bool> covered = covered_lines(document, notes, lines);
    for (std::size_t line = 1; line <= lines; ++line) {
        if (covered[line] || !defines_note(text.line(line))) continue;
        const std::size_t begin = text.line_begin(line);
        std::size_t last = line;
        while (last < lines && !covered[last + 1] && !defines_note(text.line(last + 1))) ++last;
        const std::size_t end = text.line_begin(last) + text.line(last).size();
        reader.diagnostics.report(Kind::unused_note,
                                  text.span(begin, begin + text.line(line).size()),
                                  "nothing refers to this note; it stands at the end of the page",
                                  "refer to it in the text, or remove it");
        MappedText note(text.file());
        note.append(text, text.text().find("]:", begin) + 2, end);
        for (doc::Block& block : read_markdown(reader, note)) out.push_back(std::move(block));
    }
}

}  // namespace

bool is_diagram_language(std::string_view language) {
    return language == "mermaid" || language == "plantuml" || language == "graphviz" ||
           language == "dot";
}

// The parser counts one line too few for HTML that ends by its own mark and not at a blank line.
std::size_t last_line_of(cmark_node* node) {
    if (cmark_node_get_type(node) != CMARK_NODE_HTML_BLOCK)
        return static_cast<std::size_t>(std::max(cmark_node_get_end_line(node), 0));
    const std::string_view html = cmark_node_get_literal(node);
    const auto lines = std::count(html.begin(), html.end(), '\n') - (html.ends_with('\n') ? 1 : 0);
    return static_cast<std::size_t>(cmark_node_get_start_line(node) + lines);
}

Span span_of(const Reader& reader, cmark_node* node) {
    const MappedText& text = *reader.mapped;
    const std::size_t begin =
        offset_of(text, cmark_node_get_start_line(node), cmark_node_get_start_column(node) - 1);
    const std::size_t last = last_line_of(node);
    const std::size_t end =
        cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK
            ? text.line_begin(last) + text.line(last).size()
            : offset_of(text, static_cast<int>(last), cmark_node_get_end_column(node));
    return text.span(begin, std::max(begin, end));
}

void append_heading(Reader& reader, std::uint8_t level, doc::Inlines body, Span span,
                    doc::Blocks& out) {
    doc::Heading heading;
    heading.level = heading.look = level;
    finish_inlines(reader, body);
    heading.id = take_written_id(body);
    doc::Inlines kept;
    for (doc::Inline& node : body) {
        const auto* anchor = std::get_if<doc::Anchor>(&node.node);
        if (anchor != nullptr && heading.id.empty())
            heading.id = anchor->id;
        else
            kept.push_back(std::move(node));
    }
    while (!kept.empty() && std::holds_alternative<doc::Text>(kept.back().node)) {
        auto& text = std::get<doc::Text>(kept.back().node).text;
        while (text.ends_with(' ')) text.pop_back();
        if (!text.empty()) break;
        kept.pop_back();
    }
    heading.body = std::move(kept);
    if (!is_blank(heading.body)) return out.push_back({std::move(heading), span});
    reader.diagnostics.report(Kind::empty_heading, span, "heading without text is left out");
    if (!heading.id.empty())
        out.push_back(paragraph({{doc::Anchor{std::move(heading.id)}, span}}, span));
}

void append_markdown(Reader& reader, cmark_node* node, doc::Blocks& out) {
    const Span span = span_of(reader, node);
    switch (cmark_node_get_type(node)) {
        case CMARK_NODE_PARAGRAPH:
            return append_running_text(reader, node, out);
        case CMARK_NODE_HEADING:
            return append_heading(reader,
                                  static_cast<std::uint8_t>(cmark_node_get_heading_level(node)),
                                  read_inlines(reader, node), span, out);
        case CMARK_NODE_CODE_BLOCK:
            return append_code(reader, node, span, out);
        case CMARK_NODE_THEMATIC_BREAK:
            // Four asterisks are what the editor leaves of bold text that was deleted.
            if (text::trim(reader.written(span)) == "****") return;
            return out.push_back({doc::ThematicBreak{}, span});
        case CMARK_NODE_LIST:
        case CMARK_NODE_BLOCK_QUOTE: {
            const Nested nested(reader);
            if (nested.too_deep()) return out.push_back(too_deep(reader, span));
            if (cmark_node_get_type(node) == CMARK_NODE_LIST)
                return append_list(reader, node, span, out);
            return append_quote(reader, node, span, out);
        }
        default:
            if (has_type(node, "table")) return append_table(reader, node, span, out);
            return out.push_back(unsupported(cmark_node_get_type_string(node),
                                             std::string(reader.written(span)), span));
    }
}

doc::Blocks read_children(Reader& reader, cmark_node* parent) {
    return read_parts(reader, build_parts(reader, cmark_node_first_child(parent)));
}

doc::Blocks read_markdown(Reader& reader, const MappedText& text) {
    const MappedText* outer = std::exchange(reader.mapped, &text);
    const MarkdownTree document = parse(text.text());
    take_notes(document.root());
    doc::Blocks blocks = read_children(reader, document.root());
    reader.mapped = outer;
    return blocks;
}

doc::Blocks read_document(Reader& reader) {
    const MarkdownTree document = parse(reader.mapped->text());
    const std::vector<LooseNode> notes = take_notes(document.root());
    reader.first_note = static_cast<std::uint32_t>(reader.body.notes.size());
    reader.body.notes.resize(reader.body.notes.size() + notes.size());
    doc::Blocks blocks = read_children(reader, document.root());
    keep_unused_notes(reader, document.root(), notes, blocks);
    read_notes(reader, notes);
    return blocks;
}

}  // namespace triptych::gitbook
