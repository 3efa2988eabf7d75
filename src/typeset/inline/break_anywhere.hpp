#pragma once

#include "typeset/inline/material.hpp"

namespace triptych::typeset {

/// Lets every unbreakable part of `material` that is wider than the measure break between any two
/// clusters of glyphs, at a penalty, so that no line is ever overfull.
void break_anywhere(const MaterialRules& rules, Material& material);

}  // namespace triptych::typeset
