#pragma once

#include <string_view>

#include "image/decoder.hpp"

namespace triptych::image {

/// Whether a picture in a format for photographs looks like one: no colour covers much of it, as
/// the ground of a screenshot or a diagram does. Decodes it, a JPEG at a reduced scale.
bool is_photograph(std::string_view bytes, const Decoder* decoder = nullptr);

}  // namespace triptych::image
