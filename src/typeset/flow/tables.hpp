#pragma once

#include "typeset/flow/flow.hpp"
#include "typeset/flow/table_shape.hpp"

namespace triptych::typeset {

/// Sets a table row by row in `shape`, which is that for the measure of `column`, its head on top
/// of every page.
void add_upright(const doc::Table& table, const TableShape& shape, const Column& column,
                 Flow& flow);

}  // namespace triptych::typeset
