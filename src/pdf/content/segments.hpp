#pragma once

#include <vector>

#include "pages/pages.hpp"
#include "pdf/content/content_stream.hpp"

namespace triptych::pdf {

/// The operators of a path whose points are relative to `at`; an upright rectangle takes one.
void draw_segments(ContentStream& out, const pages::Page& page, Point at,
                   const std::vector<pages::Segment>& segments);

}  // namespace triptych::pdf
