#include "raster/canvas.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace triptych::raster {
namespace {

/// Coordinates beyond these can't be rasterised, and nothing there can be seen.
constexpr double furthest = 16'000;

FT_Pos fixed(double pixels) {
    return static_cast<FT_Pos>(std::lround(std::clamp(pixels, -furthest, furthest) * 64));
}

/// The part of a box that lies on the canvas, in pixels.
struct Window {
    FT_Pos left, bottom, width, height;
};

Window window_of(FT_Outline& outline, const image::Raster& raster) {
    FT_BBox box;
    FT_Outline_Get_CBox(&outline, &box);
    const auto clip = [](FT_Pos value, std::uint32_t most) {
        return std::clamp<FT_Pos>(value, 0, static_cast<FT_Pos>(most));
    };
    const FT_Pos left = clip(box.xMin >> 6, raster.width);
    const FT_Pos right = clip((box.xMax + 63) >> 6, raster.width);
    const FT_Pos bottom = clip(box.yMin >> 6, raster.height);
    const FT_Pos top = clip((box.yMax + 63) >> 6, raster.height);
    return {left, bottom, right - left, top - bottom};
}

void lay(Colour colour, unsigned coverage, char* pixel) {
    if (coverage == 0) return;
    const std::uint8_t above[] = {colour.red, colour.green, colour.blue};
    for (int i = 0; i < 3; ++i) {
        const unsigned below = static_cast<unsigned char>(pixel[i]);
        pixel[i] = static_cast<char>((above[i] * coverage + below * (255 - coverage) + 127) / 255);
    }
}

std::string solid_row(Colour colour, std::size_t width) {
    std::string row;
    row.reserve(width * 3);
    for (std::size_t i = 0; i < width; ++i)
        for (const std::uint8_t part : {colour.red, colour.green, colour.blue})
            row += static_cast<char>(part);
    return row;
}

}  // namespace

void Shape::add(Spot at, unsigned char tag) {
    points_.push_back({fixed(at.x), fixed(-at.y)});
    tags_.push_back(static_cast<decltype(tags_)::value_type>(tag));
    if (contours_.empty()) return;
    contours_.back() = static_cast<decltype(contours_)::value_type>(points_.size() - 1);
}

void Shape::move_to(Spot to) {
    if (!drawable()) return;
    contours_.push_back(0);
    add(to, FT_CURVE_TAG_ON);
}

void Shape::line_to(Spot to) {
    if (drawable()) add(to, FT_CURVE_TAG_ON);
}

void Shape::curve_to(Spot control1, Spot control2, Spot to) {
    if (!drawable()) return;
    add(control1, FT_CURVE_TAG_CUBIC);
    add(control2, FT_CURVE_TAG_CUBIC);
    add(to, FT_CURVE_TAG_ON);
}

FT_Outline Shape::outline() {
    return {static_cast<decltype(FT_Outline::n_contours)>(contours_.size()),
            static_cast<decltype(FT_Outline::n_points)>(points_.size()),
            points_.data(),
            tags_.data(),
            contours_.data(),
            FT_OUTLINE_NONE};
}

Canvas::Canvas(std::uint32_t width, std::uint32_t height) {
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) == 0) library_.reset(library);
    raster_.width = width;
    raster_.height = height;
    raster_.channels = 3;
    raster_.pixels.assign(std::size_t{width} * height * 3, '\xFF');
}

char* Canvas::pixel(std::int64_t x, std::int64_t y) {
    return &raster_.pixels[static_cast<std::size_t>(y * raster_.width + x) * 3];
}

void Canvas::blend(std::int64_t x, std::int64_t y, Colour colour, unsigned coverage) {
    if (x < 0 || y < 0 || x >= raster_.width || y >= raster_.height) return;
    lay(colour, coverage, pixel(x, y));
}

void Canvas::fill(FT_Outline& outline, Colour colour) {
    // Y runs up in FreeType and was negated on the way in; the canvas lies at 0 to its height.
    FT_Outline_Translate(&outline, 0, static_cast<FT_Pos>(raster_.height) * 64);
    const Window window = window_of(outline, raster_);
    if (window.width <= 0 || window.height <= 0) return;
    FT_Outline_Translate(&outline, -window.left * 64, -window.bottom * 64);
    std::vector<unsigned char> coverage(static_cast<std::size_t>(window.width * window.height));
    FT_Bitmap bitmap{};
    bitmap.rows = static_cast<unsigned>(window.height);
    bitmap.width = static_cast<unsigned>(window.width);
    bitmap.pitch = static_cast<int>(window.width);
    bitmap.buffer = coverage.data();
    bitmap.num_grays = 256;
    bitmap.pixel_mode = FT_PIXEL_MODE_GRAY;
    if (FT_Outline_Get_Bitmap(library_.get(), &outline, &bitmap) != 0) return;
    const std::int64_t top =
        static_cast<std::int64_t>(raster_.height) - window.bottom - window.height;
    // Most of what is filled is covered whole: rows of it are copied.
    const std::string solid = solid_row(colour, static_cast<std::size_t>(window.width));
    const unsigned char* covered = coverage.data();
    for (std::int64_t y = 0; y < window.height; ++y) {
        char* out = pixel(window.left, top + y);
        const unsigned char* const row_end = covered + window.width;
        while (covered != row_end) {
            const auto* const run_end =
                std::find_if(covered, row_end, [](unsigned char c) { return c != 255; });
            const std::ptrdiff_t bytes = (run_end - covered) * 3;
            out = std::copy_n(solid.begin(), bytes, out);
            covered = run_end;
            for (; covered != row_end && *covered != 255; out += 3) lay(colour, *covered++, out);
        }
    }
}

void Canvas::fill(const Shape& shape, Colour colour) {
    if (!library_ || shape.empty() || !shape.drawable()) return;
    Shape copy = shape;
    FT_Outline outline = copy.outline();
    fill(outline, colour);
}

void Canvas::stroke(const Shape& shape, double width, Colour colour) {
    if (!library_ || shape.empty() || !shape.drawable()) return;
    FT_Stroker made = nullptr;
    if (FT_Stroker_New(library_.get(), &made) != 0) return;
    const std::unique_ptr<FT_StrokerRec_, Destroy> stroker(made);
    FT_Stroker_Set(made, fixed(width / 2), FT_STROKER_LINECAP_BUTT, FT_STROKER_LINEJOIN_MITER_FIXED,
                   4 << 16);
    Shape copy = shape;
    FT_Outline along = copy.outline();
    FT_UInt points = 0, contours = 0;
    if (FT_Stroker_ParseOutline(made, &along, 0) != 0 ||
        FT_Stroker_GetCounts(made, &points, &contours) != 0 || points > Shape::most_points)
        return;
    FT_Outline outline;
    if (FT_Outline_New(library_.get(), points, static_cast<FT_Int>(contours), &outline) != 0)
        return;
    outline.n_points = outline.n_contours = 0;
    FT_Stroker_Export(made, &outline);
    fill(outline, colour);
    FT_Outline_Done(library_.get(), &outline);
}

}  // namespace triptych::raster
