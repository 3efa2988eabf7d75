#pragma once

#include "gitbook/convert/flow.hpp"

namespace triptych::gitbook {

/// A `<table>`: cards when it is shown as such, else a table without its hidden columns.
void convert_table(Converter& converter, const Node& node, Flow& out);

}  // namespace triptych::gitbook
