#include "typeset/flow/turned_heads.hpp"

#include <algorithm>

#include "typeset/flow/quarter_turn.hpp"

namespace triptych::typeset {
namespace {

Row one_row(const Galley& cell, Length height) {
    Row row;
    place(cell, 0, cell.rows.size(), {}, row.items);
    for (const Row& from : cell.rows) {
        if (row.source.file == FileId::none) row.source = from.source;
        row.anchors.insert(row.anchors.end(), from.anchors.begin(), from.anchors.end());
        row.notes.insert(row.notes.end(), from.notes.begin(), from.notes.end());
    }
    row.height = row.baseline = height;
    return row;
}

Galley galley_of(Row row) {
    Galley galley;
    galley.rows.push_back(std::move(row));
    return galley;
}

}  // namespace

Galley turned_head(const Galley& cell, const HeadPlace& place, doc::Align align, bool is_mirrored) {
    if (cell.rows.empty()) return {};
    const Length thickness = cell.height();
    const Length rest = std::max(Length{}, place.width - thickness);
    const Length inset = align == doc::Align::right    ? rest
                         : align == doc::Align::centre ? rest / 2
                                                       : Length{};
    Row row = one_row(cell, place.height);
    turn(row.items, {place.height, thickness}, is_mirrored);
    shift(row.items, {place.left + inset, {}});
    return galley_of(std::move(row));
}

Galley lowered_head(const Galley& cell, Length height) {
    if (cell.rows.empty()) return {};
    const Length own = cell.height();
    Row row = one_row(cell, std::max(height, own));
    shift(row.items, {{}, row.height - own});
    return galley_of(std::move(row));
}

}  // namespace triptych::typeset
