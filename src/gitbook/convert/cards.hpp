#pragma once

#include <vector>

#include "gitbook/convert/flow.hpp"
#include "gitbook/convert/table_grid.hpp"

namespace triptych::gitbook {

enum class ColumnUse : std::uint8_t { shown, checkbox, hidden, card_target, card_cover };

/// A table whose rows are cards.
struct CardTable {
    const TableGrid& grid;
    const std::vector<ColumnUse>& uses;
};
/// A table with `data-view="cards"`: each row a card.
void add_cards(Converter& converter, const Node& node, const CardTable& table, Flow& out);

}  // namespace triptych::gitbook
