#pragma once

#include <triptych/diagnostics.hpp>

#include "gitbook/syntax/tag.hpp"

namespace triptych::gitbook {

/// Reports values of several words without quotation marks, and what a tag says of an attribute
/// once more, and otherwise: the first value holds.
void report_attribute_faults(const Tag& tag, Diagnostics& diagnostics);

}  // namespace triptych::gitbook
