#pragma once

#include "doc/model.hpp"
#include "style/sheet.hpp"

namespace triptych::booklet {

/// Emoji as paper has them. Those that the page's title and its headings begin with go, unless
/// there is nothing else; ✅ and ❌ become a green tick and a red cross, told apart by their shapes,
/// too. With `Emoji::mono` they stay, and with `none` no emoji stays but where there is nothing
/// else.
void set_signs(doc::Page& page, style::Emoji emoji);

}  // namespace triptych::booklet
