#pragma once

#include "doc/further.hpp"
#include "typeset/flow/flow.hpp"

namespace triptych::typeset {

void add_further(const doc::FurtherLine& line, const Column& column, Flow& flow);

}  // namespace triptych::typeset
