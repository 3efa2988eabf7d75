#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <vector>

#include "pages/pages.hpp"
#include "pdf/object/document.hpp"
#include "pdf/structure/repair.hpp"

namespace triptych::pdf {

/// The `THead` and `TBody` of a table, and the rows in them.
struct TablePart {
    object::Ref head{}, body{};
    std::set<std::uint32_t> head_rows, body_rows;

    bool has(std::uint32_t row) const { return head_rows.count(row) + body_rows.count(row) != 0; }
    object::Ref part_of(std::uint32_t row) const { return head_rows.count(row) != 0 ? head : body; }
};
/// By table.
using TableParts = std::map<std::uint32_t, TablePart>;

/// The parts of all tables that have both: rows of heads of columns at the top, which reach into no
/// other, and rows below.
TableParts table_parts(const std::vector<pages::Element>& elements, const Repaired& tree,
                       object::Document& document);

}  // namespace triptych::pdf
