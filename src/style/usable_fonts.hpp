#pragma once

#include "style/sheet.hpp"
#include "style/value.hpp"

namespace triptych::style {

/// Takes from the fonts of a theme or brand what can't be used, with a finding for each fault:
/// families with a file that is wrongly given or broken, and such files of the fallback list. What
/// it is laid over then keeps its own. Inside the room only.
void drop_unusable_fonts(Value& theme, const FontJudge& judge, Diagnostics& diagnostics);

}  // namespace triptych::style
