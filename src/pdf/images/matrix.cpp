#include <algorithm>
#include <cmath>

#include "pdf/images/images.hpp"

namespace triptych::pdf {

namespace {

/// Where the picture's right and up go in the box, and its lower left corner, in units of the box.
struct Turn {
    int right_x, right_y, up_x, up_y, x, y;
};

/// By EXIF orientation, 1 to 8.
constexpr std::array<Turn, 8> turns = {{{1, 0, 0, 1, 0, 0},
                                        {-1, 0, 0, 1, 1, 0},
                                        {-1, 0, 0, -1, 1, 1},
                                        {1, 0, 0, -1, 0, 1},
                                        {0, -1, -1, 0, 1, 1},
                                        {0, -1, 1, 0, 0, 1},
                                        {0, 1, 1, 0, 0, 0},
                                        {0, 1, -1, 0, 1, 0}}};

/// At least this share of a picture is left by a crop.
constexpr double least_share = 0.001;

}  // namespace

Matrix image_matrix(const Box& box, std::uint8_t orientation) {
    const Turn& turn = turns[orientation >= 1 && orientation <= 8 ? orientation - 1U : 0U];
    const std::int64_t width = box.right - box.left, height = box.top - box.bottom;
    return {width * turn.right_x, height * turn.right_y,     width * turn.up_x,
            height * turn.up_y,   box.left + width * turn.x, box.bottom + height * turn.y};
}

Box uncropped(const Box& box, const pages::Picture::Crop& crop) {
    const double across = std::max(least_share, 1.0 - crop.left - crop.right);
    const double down = std::max(least_share, 1.0 - crop.top - crop.bottom);
    const double width = static_cast<double>(box.right - box.left) / across;
    const double height = static_cast<double>(box.top - box.bottom) / down;
    const auto rounded = [](double value) {
        return static_cast<std::int64_t>(std::llround(value));
    };
    const std::int64_t left = box.left - rounded(width * crop.left);
    const std::int64_t bottom = box.bottom - rounded(height * crop.bottom);
    return {left, bottom, left + rounded(width), bottom + rounded(height)};
}

}  // namespace triptych::pdf
