#include "pages/pages.hpp"

namespace triptych::pages {

Picture::Crop crop_to_fill(std::uint32_t width, std::uint32_t height, Size box) {
    if (width == 0 || height == 0 || box.width.units <= 0 || box.height.units <= 0) return {};
    const double wanted = box.width.in_points() / box.height.in_points();
    const double ratio = static_cast<double>(width) / (wanted * height);
    const auto excess = static_cast<float>(ratio > 1 ? 1 - 1 / ratio : 1 - ratio);
    Picture::Crop crop;
    (ratio > 1 ? crop.left : crop.top) = excess / 2;
    (ratio > 1 ? crop.right : crop.bottom) = excess / 2;
    return crop;
}

}  // namespace triptych::pages
