#include "markup/tables.hpp"

#include "base/xml.hpp"

namespace triptych::markup {
namespace {

std::string_view css_class(doc::Align align) {
    switch (align) {
        case doc::Align::automatic:
        case doc::Align::left:
            return {};
        case doc::Align::centre:
            return "centre";
        case doc::Align::right:
            return "right";
    }
    return {};
}

void append_cell_body(pugi::xml_node node, const doc::Blocks& body, Writer& writer) {
    if (body.size() == 1)
        if (const auto* only = std::get_if<doc::Paragraph>(&body.front().node)) {
            writer.host.begin(node, body.front().span);
            return append_inlines(node, only->body, writer);
        }
    append_blocks(node, body, writer);
}

void append_rows(pugi::xml_node section, const std::vector<doc::Row>& rows, bool heads,
                 const doc::Table& table, Writer& writer) {
    for (const auto& row : rows) {
        auto line = element(section, "tr");
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto& cell = row.cells[i];
            const bool header = (heads || cell.heads_row) && !cell.body.empty();
            const auto align =
                i < table.columns.size() ? table.columns[i].align : doc::Align::automatic;
            auto node = element(line, header ? "th" : "td", css_class(align));
            if (header) xml::set_attribute(node, "scope", heads ? "col" : "row");
            append_cell_body(node, cell.body, writer);
        }
    }
}

}  // namespace

void append_table(pugi::xml_node parent, const doc::Table& table, Writer& writer) {
    auto node = element(element(parent, "div", "table"), "table");
    if (!table.caption.empty()) append_inlines(element(node, "caption"), table.caption, writer);
    if (!table.head.empty()) append_rows(element(node, "thead"), table.head, true, table, writer);
    if (!table.rows.empty()) append_rows(element(node, "tbody"), table.rows, false, table, writer);
}

}  // namespace triptych::markup
