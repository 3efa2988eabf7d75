#pragma once

#include "doc/model.hpp"

namespace triptych::doc {

/// Takes away the emoji that the page's title and its headings begin with, unless there is nothing
/// else.
void drop_leading_signs(Page& page);

}  // namespace triptych::doc
