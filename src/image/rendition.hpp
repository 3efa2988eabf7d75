#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "image/store.hpp"
#include "svg/clean.hpp"

namespace triptych::image {

/// The renditions of one picture, in the order of `fits`; it is decoded once for all that fit into
/// 2560 × 2560 pixels, and once for larger ones. Each depends on the picture and on its own fit
/// only, never on the others. Those that can't be made are empty.
std::vector<std::optional<Rendition>> render(std::string_view bytes, const std::vector<Fit>& fits,
                                             const Decoder* decoder = nullptr);

/// The same of a drawing, which is drawn anew for each size.
std::vector<std::optional<Rendition>> render(const svg::Drawing& drawing,
                                             const std::vector<Fit>& fits, const Decoder& decoder);

/// Bytes of memory that `render` takes, about.
std::uint64_t render_cost(const Info& info);

}  // namespace triptych::image
