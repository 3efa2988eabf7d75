#pragma once

#include "pptx/templates/template.hpp"

namespace triptych::pptx::templates {

/// Fills in the sheets and the palette of `made`, whose layouts have been chosen: the zones of the
/// template, its sizes, spaces, families and colours; what it says nothing of (callouts, code,
/// tables …) comes from the own layout, in the template's colours and no larger than its text.
void dress(Template& made, const Theme& theme, const typeset::Resources& own);

}  // namespace triptych::pptx::templates
