#pragma once

#include "pages/pages.hpp"
#include "pdf/box.hpp"

namespace triptych::pdf {

/// The box around an item as it is drawn, on its page from the top; of text, from its base line up.
Rect drawn_box(const pages::Item& item);

}  // namespace triptych::pdf
