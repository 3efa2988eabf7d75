#pragma once

#include "typeset/flow/flow.hpp"

namespace triptych::typeset {

/// Sets a table row by row in the measure of `column`, its head on top of every page.
void add_upright(const doc::Table& table, const Column& column, Flow& flow);

}  // namespace triptych::typeset
