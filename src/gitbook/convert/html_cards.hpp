#pragma once

#include <vector>

#include "gitbook/convert/html_reader.hpp"

namespace triptych::gitbook {

enum class ColumnUse : std::uint8_t { shown, checkbox, hidden, card_target, card_cover };

/// A row's cells; null where a cell is missing or covered by its neighbour.
using HtmlRow = std::vector<const GumboNode*>;

/// A table as written; all rows have as many cells as there are columns.
struct HtmlTable {
    HtmlRow head;  ///< null cells when there is none
    std::vector<HtmlRow> rows;
    std::vector<ColumnUse> uses;
};

/// A table with `data-view="cards"`: each row a card.
void append_cards(HtmlReader& html, const GumboNode& node, const HtmlTable& table,
                  doc::Blocks& out);

}  // namespace triptych::gitbook
