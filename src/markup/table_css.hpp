#pragma once

#include <string>
#include <string_view>

namespace triptych::markup {

/// Rules by which, on such `screens`, each row of a table in `selector` is a record: what its row
/// is called, then each cell below the head of its column. The roles that are written in such
/// tables keep rows, cells and heads what they are for screen readers.
std::string stacked_tables_css(std::string_view selector, std::string_view screens);

}  // namespace triptych::markup
