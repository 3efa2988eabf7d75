#pragma once

#include <cstdint>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

#include <ft2build.h>
#include FT_OUTLINE_H
#include FT_STROKER_H

#include "base/colour.hpp"
#include "image/store.hpp"

/// Drawing with FreeType's rasteriser, inside the room only.
namespace triptych::raster {

/// In pixels from the top left corner, y down.
struct Spot {
    double x = 0, y = 0;
};

/// A path of straight lines and cubic curves.
class Shape {
public:
    void move_to(Spot to);
    void line_to(Spot to);
    void curve_to(Spot control1, Spot control2, Spot to);
    bool empty() const { return points_.empty(); }
    /// False once there are more points than FreeType can count.
    bool drawable() const { return points_.size() < most_points && contours_.size() < most_points; }

private:
    friend class Canvas;
    static constexpr std::size_t most_points = 30'000;

    void add(Spot at, unsigned char tag);
    /// A view of the shape as FreeType has it; drawing may move its points.
    FT_Outline outline();

    /// FreeType 2.13.3 changed the types of an outline's arrays.
    template <class Pointer>
    using Array = std::vector<std::remove_pointer_t<Pointer>>;

    std::vector<FT_Vector> points_;
    Array<decltype(FT_Outline::tags)> tags_;
    /// Index of the last point of each contour.
    Array<decltype(FT_Outline::contours)> contours_;
};

/// A picture that is being drawn.
class Canvas {
public:
    Canvas(std::uint32_t width, std::uint32_t height);

    /// Fills by the nonzero winding rule.
    void fill(const Shape& shape, Colour colour);
    /// Draws along the shape, `width` pixels wide, with butt ends and mitred corners.
    void stroke(const Shape& shape, double width, Colour colour);
    /// Lays `colour` over a pixel, `coverage` of 255 parts; outside the canvas nothing happens.
    void blend(std::int64_t x, std::int64_t y, Colour colour, unsigned coverage);
    std::uint32_t width() const { return raster_.width; }
    std::uint32_t height() const { return raster_.height; }
    image::Raster take() { return std::move(raster_); }

private:
    void fill(FT_Outline& outline, Colour colour);
    char* pixel(std::int64_t x, std::int64_t y);

    struct Destroy {
        void operator()(FT_Library library) const { FT_Done_FreeType(library); }
        void operator()(FT_Stroker stroker) const { FT_Stroker_Done(stroker); }
    };
    std::unique_ptr<FT_LibraryRec_, Destroy> library_;
    image::Raster raster_;
};

}  // namespace triptych::raster
