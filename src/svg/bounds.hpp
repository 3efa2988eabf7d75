#pragma once

#include <optional>
#include <string_view>

#include <pugixml.hpp>

#include "svg/size.hpp"

namespace triptych::svg {

/// x' = a x + c y + e, y' = b x + d y + f.
struct Matrix {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
};
/// Moves by `n` first, then by `m`.
Matrix product(const Matrix& m, const Matrix& n);
/// What a list of transformations says; `transform` is one that may be kept.
Matrix matrix_of(std::string_view transform);
/// By how much it makes areas larger.
double growth(const Matrix& matrix);
/// The smallest box around `box` when moved.
Box moved(const Box& box, const Matrix& matrix);
/// The smallest box around both; nothing counts for no box.
std::optional<Box> joined(const std::optional<Box>& a, const std::optional<Box>& b);

/// What the lines of a path add up to; curves count as the lines between their points.
struct PathShape {
    std::size_t lines = 0;
    double across = 0, down = 0;  ///< sums of how far they go
    Box box;
};
PathShape shape_of_path(std::string_view data);

/// The box around a shape, picture or text itself, as far as it can be told from its attributes.
std::optional<Box> box_of_shape(pugi::xml_node node);

}  // namespace triptych::svg
