#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "font/face.hpp"

namespace triptych::font {

/// `Library::subset` of an open face; inside the room only.
std::optional<Subset> subset_for_pdf(const Face& face, const std::vector<std::uint16_t>& glyphs);

}  // namespace triptych::font
