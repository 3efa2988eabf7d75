#include <algorithm>
#include <vector>

#include "base/xml.hpp"
#include "deck/setting/setting.hpp"
#include "doc/merged_cells.hpp"
#include "pptx/opc/parts.hpp"
#include "pptx/writer/shapes.hpp"
#include "typeset/flow/table_shape.hpp"

namespace triptych::pptx {
namespace {

constexpr const char* table_style = "{6C5A1E1B-4B0B-4B7E-9A55-2B8B6E0E7A11}";

/// Widths and size of the text as in the pages.
typeset::TableShape shape_of(const doc::Table& table, Length width, const TextTarget& target,
                             const Writing& writing) {
    typeset::Structure scratch(pages::Tag::document);
    Diagnostics unheard;
    const deck::Setting setting{writing.book, writing.resources, writing.deck.language};
    style::Medium medium = writing.look().medium;
    for (const auto role : {style::Role::table_head, style::Role::table_cell})
        medium.styles[static_cast<std::size_t>(role)].text.size = target.size;
    auto context = setting.context(medium, scratch, unheard);
    return typeset::shape_of_table(table, width, context);
}

std::string_view alignment(doc::Align align) {
    if (align == doc::Align::centre) return "ctr";
    return align == doc::Align::right ? "r" : "l";
}

void add_cell(pugi::xml_node row, const doc::Cell& cell, doc::Align align, const TextTarget& target,
              const Writing& writing) {
    auto node = add(row, "a:tc");
    auto body = add(node, "a:txBody");
    add(body, "a:bodyPr");
    add(body, "a:lstStyle");
    TextTarget cell_target = target;
    cell_target.bold = target.bold || cell.heads_row;
    add_paragraphs(body, cell.body, cell_target, writing);
    for (auto p : body.children("a:p")) {
        auto properties = p.child("a:pPr");
        if (!properties) properties = p.prepend_child("a:pPr");
        xml::set_attribute(properties, "algn", alignment(align));
    }
    const std::string inset = emu(writing.look().medium[style::Role::table_cell].box.padding);
    add(node, "a:tcPr", {{"marL", inset}, {"marR", inset}, {"marT", inset}, {"marB", inset}});
}

/// Cells that a merged one covers are there, too, and say so (ISO 29500-1, 21.1.3.16).
void mark_merged(pugi::xml_node cell, const doc::MergedCells& merged, std::size_t row,
                 std::size_t column) {
    const std::size_t first = merged.first_row_of(row, column);
    const doc::CellSpan span = merged.span_of(first, column);
    if (span.columns > 1) xml::set_attribute(cell, "gridSpan", std::to_string(span.columns));
    if (first == row && span.rows > 1)
        xml::set_attribute(cell, "rowSpan", std::to_string(span.rows));
    if (merged.is_covered(first, column)) xml::set_attribute(cell, "hMerge", "1");
    if (first != row) xml::set_attribute(cell, "vMerge", "1");
}

void add_row(pugi::xml_node table_node, const doc::Table& table, const doc::MergedCells& merged,
             std::size_t number, const TextTarget& target, const Writing& writing) {
    const Length least = writing.text(style::Role::table_cell).leading;
    auto node = add(table_node, "a:tr", {{"h", emu(least)}});
    const std::size_t heads = table.head.size();
    const doc::Row& row = number < heads ? table.head[number] : table.rows[number - heads];
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        add_cell(node, i < row.cells.size() ? row.cells[i] : doc::Cell{}, table.columns[i].align,
                 target, writing);
        mark_merged(node.last_child(), merged, number, i);
    }
}

bool heads_rows(const doc::Table& table) {
    return std::any_of(table.rows.begin(), table.rows.end(), [](const doc::Row& row) {
        return !row.cells.empty() && row.cells.front().heads_row;
    });
}

pugi::xml_node open_frame(pugi::xml_node tree, const Identity& identity, const Rect& box,
                          const Placeholder* placeholder) {
    auto frame = add(tree, "p:graphicFrame");
    auto properties = add(frame, "p:nvGraphicFramePr");
    add_identity(properties, identity);
    add(add(properties, "p:cNvGraphicFramePr"), "a:graphicFrameLocks", {{"noGrp", "1"}});
    auto own = add(properties, "p:nvPr");
    if (placeholder) add_placeholder_reference(own, *placeholder);
    add_transform(frame, "p:xfrm", box);
    constexpr const char* uri = "http://schemas.openxmlformats.org/drawingml/2006/table";
    return add(add(add(frame, "a:graphic"), "a:graphicData", {{"uri", uri}}), "a:tbl");
}

void add_border(pugi::xml_node borders, const char* side, Length width, Colour colour,
                const Palette& palette) {
    auto line = add(add(borders, side), "a:ln", {{"w", emu(width)}});
    add_fill(line, colour, palette);
}

}  // namespace

void add_table(pugi::xml_node tree, const Identity& identity, const doc::Table& table,
               const Rect& box, const TextTarget& target, const Placeholder* placeholder,
               const Writing& writing) {
    auto node = open_frame(tree, identity, box, placeholder);
    auto properties = add(node, "a:tblPr");
    if (!table.head.empty()) xml::set_attribute(properties, "firstRow", "1");
    if (heads_rows(table)) xml::set_attribute(properties, "firstCol", "1");
    xml::append_text(add(properties, "a:tableStyleId"), table_style);
    auto grid = add(node, "a:tblGrid");
    const auto shape = shape_of(table, box.size.width, target, writing);
    for (const Length width : shape.columns) add(grid, "a:gridCol", {{"w", emu(width)}});
    TextTarget cell_target = target;
    cell_target.size = shape.scale.of(target.size);
    TextTarget head_target = cell_target;
    head_target.bold = true;
    const doc::MergedCells merged(table);
    const std::size_t heads = table.head.size();
    for (std::size_t i = 0; i < heads + table.rows.size(); ++i)
        add_row(node, table, merged, i, i < heads ? head_target : cell_target, writing);
}

void write_table_styles(const Writing& writing) {
    using namespace literals;
    const auto& look = writing.look();
    pugi::xml_document document;
    auto list = add_root(document, "a:tblStyleLst",
                         {{"xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"},
                          {"def", table_style}});
    auto own = add(list, "a:tblStyle", {{"styleId", table_style}, {"styleName", "triptych"}});
    auto whole = add(own, "a:wholeTbl");
    add_colour(add(whole, "a:tcTxStyle"), look.ink, writing.base.palette);
    auto borders = add(add(whole, "a:tcStyle"), "a:tcBdr");
    add_border(borders, "a:bottom", 1_pt, look.medium.rule, writing.base.palette);
    add_border(borders, "a:insideH", 1_pt, look.medium.rule, writing.base.palette);
    auto first_column = add(own, "a:firstCol");
    add_colour(add(first_column, "a:tcTxStyle", {{"b", "on"}}), look.ink, writing.base.palette);
    add(first_column, "a:tcStyle");
    auto head = add(own, "a:firstRow");
    add_colour(add(head, "a:tcTxStyle", {{"b", "on"}}), look.ink, writing.base.palette);
    auto head_borders = add(add(head, "a:tcStyle"), "a:tcBdr");
    add_border(head_borders, "a:bottom", 2_pt, look.accent, writing.base.palette);
    writing.package.add("ppt/tableStyles.xml", parts::table_styles, document);
}

}  // namespace triptych::pptx
