#pragma once

#include <string_view>

#include "gitbook/syntax/node.hpp"
#include "gitbook/syntax/scanned_text.hpp"

namespace triptych::gitbook {

Node formula_node(const Formula& formula);

/// Appends `text` to `out`, formulas as nodes of their own.
void append_text(std::string_view text, Span span, const ScannedText& scanned, Nodes& out);

}  // namespace triptych::gitbook
