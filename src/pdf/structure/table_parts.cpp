#include "pdf/structure/table_parts.hpp"

namespace triptych::pdf {

namespace {

using pages::Element;
using pages::Tag;

/// Whether all cells of a row head columns.
bool is_head_row(const std::vector<Element>& elements, const Repaired& tree, std::uint32_t row) {
    bool heads = tree.missing_cells[row] == 0, any = false;
    for_each_kept_child(tree, row, [&](std::uint32_t cell) {
        any = true;
        heads = heads && tree.tags[cell] == Tag::table_header &&
                elements[cell].scope != pages::Scope::row;
    });
    return heads && any;
}

/// How many rows the cells of a row reach down, itself counted.
std::size_t depth_of(const Repaired& tree, std::uint32_t row) {
    std::size_t deepest = 1;
    for_each_kept_child(tree, row, [&](std::uint32_t cell) {
        deepest = std::max<std::size_t>(deepest, tree.row_spans[cell]);
    });
    return deepest;
}

TablePart parts_of(const std::vector<Element>& elements, const Repaired& tree,
                   std::uint32_t table) {
    TablePart out;
    std::size_t rows = 0, reach = 0;
    for_each_kept_child(tree, table, [&](std::uint32_t row) {
        if (tree.tags[row] != Tag::table_row) return;
        const bool heads = out.body_rows.empty() && is_head_row(elements, tree, row);
        if (heads) reach = std::max(reach, rows + depth_of(tree, row));
        (heads ? out.head_rows : out.body_rows).insert(row);
        ++rows;
    });
    if (reach > out.head_rows.size()) out.head_rows.clear();
    return out;
}

}  // namespace

TableParts table_parts(const std::vector<Element>& elements, const Repaired& tree,
                       object::Document& document) {
    TableParts out;
    for (std::uint32_t i = 0; i < elements.size(); ++i) {
        if (tree.kept[i] == 0 || tree.tags[i] != Tag::table) continue;
        TablePart parts = parts_of(elements, tree, i);
        if (parts.head_rows.empty() || parts.body_rows.empty()) continue;
        parts.head = document.reserve();
        parts.body = document.reserve();
        out.emplace(i, std::move(parts));
    }
    return out;
}

}  // namespace triptych::pdf
