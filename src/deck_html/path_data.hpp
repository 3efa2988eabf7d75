#pragma once

#include <string>
#include <vector>

#include "pages/pages.hpp"

namespace triptych::deck_html {

/// A path as SVG writes it (SVG 2, 9.3), in points.
std::string path_data(const std::vector<pages::Segment>& path);

}  // namespace triptych::deck_html
