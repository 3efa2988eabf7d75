#pragma once

#include "pages/pages.hpp"

namespace triptych::booklet {

/// The booklet for a print shop, which imposes it itself: page by page with a bleed of 3 mm and
/// crop marks. Grounds that touch an edge run into the bleed on all sides. Links, bookmarks and
/// tags are dropped.
pages::Pages with_bleed(pages::Pages booklet);

}  // namespace triptych::booklet
