#include "pdf/structure/attributes.hpp"

#include <algorithm>
#include <set>

#include "pdf/object/dictionary.hpp"
#include "pdf/structure/tag_rules.hpp"

namespace triptych::pdf {

namespace {

using object::Dictionary;
using pages::Tag;

const char* name_of(pages::ListNumbering numbering) {
    switch (numbering) {
        case pages::ListNumbering::none:
            return "None";
        case pages::ListNumbering::disc:
            return "Disc";
        case pages::ListNumbering::decimal:
            return "Decimal";
        case pages::ListNumbering::lower_letters:
            return "LowerAlpha";
        case pages::ListNumbering::upper_letters:
            return "UpperAlpha";
        case pages::ListNumbering::lower_roman:
            return "LowerRoman";
        case pages::ListNumbering::upper_roman:
            return "UpperRoman";
    }
    return "None";
}

void write_list_attributes(Dictionary&& out, const AttributeSources& sources, std::uint32_t list) {
    out.name("O", "List");
    out.name("ListNumbering", name_of(sources.elements[list].numbering));
    if (const auto other = sources.continued.find(list); other != sources.continued.end())
        out.boolean("ContinuedList", true).bytes("ContinuedFrom", other->second);
}

/// A header cell always says what it heads: without Scope or Headers a table can't be understood
/// (ISO 14289-1 §7.5).
void add_scope(Dictionary& out, pages::Scope scope) {
    switch (scope) {
        case pages::Scope::none:
        case pages::Scope::column:
            out.name("Scope", "Column");
            break;
        case pages::Scope::row:
            out.name("Scope", "Row");
            break;
        case pages::Scope::both:
            out.name("Scope", "Both");
            break;
    }
}

void write_cell_attributes(Dictionary& element, const AttributeSources& sources,
                           std::uint32_t index) {
    const auto headers = sources.tree.headers.find(index);
    const bool has_headers = headers != sources.tree.headers.end();
    const bool header = sources.tree.tags[index] == Tag::table_header;
    const std::uint16_t columns = sources.tree.column_spans[index],
                        rows = sources.tree.row_spans[index];
    if (!header && columns == 1 && rows == 1 && !has_headers) return;
    Dictionary out = element.dictionary("A");
    out.name("O", "Table");
    if (header) add_scope(out, sources.elements[index].scope);
    if (columns != 1) out.integer("ColSpan", columns);
    if (rows != 1) out.integer("RowSpan", rows);
    if (!has_headers) return;
    object::Array names = out.array("Headers");
    for (const std::uint32_t head : headers->second) names.bytes(sources.ids.at(head));
}

void write_figure_attributes(Dictionary&& out, Tag parent, const Box& box) {
    out.name("O", "Layout").name("Placement", rule_of(parent).holds_text ? "Inline" : "Block");
    box.write(out.array("BBox"));
}

}  // namespace

void write_attributes(Dictionary& out, const AttributeSources& sources, std::uint32_t index,
                      const std::optional<Box>& box) {
    const pages::Element& element = sources.elements[index];
    const Tag tag = sources.tree.tags[index];
    if (tag == Tag::list) write_list_attributes(out.dictionary("A"), sources, index);
    if (tag == Tag::table_header || tag == Tag::table_data)
        write_cell_attributes(out, sources, index);
    if (box && (tag == Tag::figure || tag == Tag::formula))
        write_figure_attributes(out.dictionary("A"),
                                sources.tree.tags[triptych::index(element.parent)], *box);
}

ElementIds unique_ids(const std::vector<pages::Element>& elements, const Repaired& tree) {
    std::vector<std::uint8_t> wanted(elements.size(), 0);
    for (std::size_t i = 0; i < elements.size(); ++i)
        wanted[i] = tree.tags[i] == Tag::note || !elements[i].id.empty() ? 1 : 0;
    for (const auto& [cell, headers] : tree.headers)
        for (const std::uint32_t header : headers) wanted[header] = 1;
    ElementIds out;
    std::set<std::string, std::less<>> seen;
    for (std::size_t i = 0; i < elements.size(); ++i) {
        if (tree.kept[i] == 0 || wanted[i] == 0) continue;
        std::string id(elements[i].id.view().substr(0, object::longest_string / 2));
        const std::string suffix = '-' + std::to_string(i);
        if (id.empty()) id = (tree.tags[i] == Tag::note ? "note" : "head") + suffix;
        while (!seen.insert(id).second) id += suffix;
        out.emplace(static_cast<std::uint32_t>(i), std::move(id));
    }
    return out;
}

}  // namespace triptych::pdf
