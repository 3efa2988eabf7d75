#pragma once

#include "gitbook/convert/converter.hpp"

namespace triptych::gitbook {

/// What a node means, by the one table of names; null for what no output shows, whose content is
/// then kept. A new element or tag is a row there, and a function that takes its node.
Meaning meaning_of(const Node& node);

}  // namespace triptych::gitbook
