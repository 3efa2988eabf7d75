#include "typeset/flow/table_numbers.hpp"

namespace triptych::typeset {

std::vector<doc::Align> alignments(const doc::Table& table) {
    std::vector<doc::Align> result;
    result.reserve(table.columns.size());
    for (const doc::Column& column : table.columns) result.push_back(column.align);
    return result;
}

Length gutter_behind(std::size_t column, const std::vector<doc::Align>& aligns, Length em) {
    if (column + 1 >= aligns.size() || aligns[column] != doc::Align::right) return {};
    const doc::Align next = aligns[column + 1];
    return next == doc::Align::automatic || next == doc::Align::left ? em * 2 / 3 : Length{};
}

}  // namespace triptych::typeset
