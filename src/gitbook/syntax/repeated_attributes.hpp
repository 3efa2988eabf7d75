#pragma once

#include <triptych/diagnostics.hpp>

#include "gitbook/syntax/tag.hpp"

namespace triptych::gitbook {

/// Reports what a tag says of an attribute once more, and otherwise: the first value holds.
void report_repeated_attributes(const Tag& tag, Diagnostics& diagnostics);

}  // namespace triptych::gitbook
