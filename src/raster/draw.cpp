#include "raster/draw.hpp"

#include <algorithm>
#include <cmath>

#include "base/match.hpp"
#include "raster/canvas.hpp"

namespace triptych::raster {
namespace {

constexpr std::uint32_t longest_edge = 8000;

/// Pixels a point; 0 for a page without width.
double scale_of(const pages::Page& page, std::uint32_t width) {
    const double points = page.size.width.in_points();
    return points > 0 ? std::clamp<std::uint32_t>(width, 1, longest_edge) / points : 0;
}

/// The rendition to draw, of the whole picture; nothing when none of it is seen.
std::optional<image::Wish> wish_of(const pages::Picture& picture, double scale) {
    const double width = picture.size.width.in_points() * scale;
    const double height = picture.size.height.in_points() * scale;
    const auto& crop = picture.crop;
    const double across = 1.0 - crop.left - crop.right, down = 1.0 - crop.top - crop.bottom;
    if (width < 1 || height < 1 || across <= 0 || down <= 0) return std::nullopt;
    const auto pixels = [](double length) {
        return static_cast<std::uint32_t>(std::clamp(std::ceil(length), 1.0, double{longest_edge}));
    };
    return image::Wish{picture.media,
                       {pixels(width / across), pixels(height / down), image::AlphaPlace::inside}};
}

class Drawing {
public:
    Drawing(const Resources& resources, double scale, std::uint32_t width, std::uint32_t height)
        : resources_(resources), scale_(scale), canvas_(width, height) {}

    void draw(const pages::Item& item) {
        std::visit(Match{
                       [&](const pages::GlyphRun& run) { draw(run, spot(item.at)); },
                       [&](const pages::Picture& picture) { draw(picture, spot(item.at)); },
                       [&](const pages::Path& path) { draw(path, item.at); },
                       [](const pages::LinkArea&) {},
                   },
                   item.content);
    }
    image::Raster take() { return canvas_.take(); }

private:
    Spot spot(Point at) const { return {at.x.in_points() * scale_, at.y.in_points() * scale_}; }

    void draw(const pages::GlyphRun& run, Spot pen) {
        const double size = run.size.in_points() * scale_;
        const double stretch = run.stretch / 65536.0;
        const double unit = size / resources_.fonts.metrics(run.face).units_per_em;
        auto offset = run.offsets.begin();
        for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
            Spot at = pen;
            if (offset != run.offsets.end() && offset->glyph == i) {
                at.x += Length{offset->x}.in_points() * scale_;
                at.y += Length{offset->y}.in_points() * scale_;
                ++offset;
            }
            canvas_.fill(glyph_shape(run, run.glyphs[i].id, at, {unit * stretch, unit}),
                         run.colour);
            pen.x += Length{run.glyphs[i].advance}.in_points() * scale_;
        }
    }

    /// `unit` is the size of a font unit in both directions.
    Shape glyph_shape(const pages::GlyphRun& run, std::uint16_t glyph, Spot at, Spot unit) const {
        const auto placed = [&](font::OutlineCommand::Point point) {
            return Spot{at.x + point.x * unit.x, at.y - point.y * unit.y};
        };
        Shape shape;
        for (const auto& command : resources_.fonts.outline(run.face, glyph)) {
            const auto& points = command.points;
            switch (command.kind) {
                case font::OutlineCommand::Kind::move:
                    shape.move_to(placed(points[0]));
                    break;
                case font::OutlineCommand::Kind::line:
                    shape.line_to(placed(points[0]));
                    break;
                case font::OutlineCommand::Kind::curve:
                    shape.curve_to(placed(points[0]), placed(points[1]), placed(points[2]));
                    break;
            }
        }
        return shape;
    }

    void draw(const pages::Path& path, Point at) {
        Shape shape;
        for (const auto& segment : path.segments)
            std::visit(Match{
                           [&](const pages::MoveTo& step) { shape.move_to(spot(at + step.to)); },
                           [&](const pages::LineTo& step) { shape.line_to(spot(at + step.to)); },
                           [&](const pages::CurveTo& step) {
                               shape.curve_to(spot(at + step.control1), spot(at + step.control2),
                                              spot(at + step.to));
                           },
                           [](const pages::ClosePath&) {},
                       },
                       segment);
        if (path.fill) canvas_.fill(shape, *path.fill);
        if (path.stroke) canvas_.stroke(shape, path.line_width.in_points() * scale_, *path.stroke);
    }

    void draw(const pages::Picture& picture, Spot at) {
        const auto wish = wish_of(picture, scale_);
        const auto rendition = wish ? resources_.images.rendition(*wish) : std::nullopt;
        const auto decoded = rendition ? image::decode(rendition->file) : std::nullopt;
        if (!decoded) return;
        place(*decoded, picture, at,
              {picture.size.width.in_points() * scale_, picture.size.height.in_points() * scale_});
    }

    /// Takes for each pixel of the canvas the nearest one of `raster`; both are about the same
    /// size.
    void place(const image::Raster& raster, const pages::Picture& picture, Spot at, Spot size) {
        const auto& crop = picture.crop;
        const auto index_at = [](double share, double before, double after, std::uint32_t count) {
            const double whole = (before + share * (1 - before - after)) * count;
            return std::min<std::size_t>(static_cast<std::size_t>(std::max(whole, 0.0)), count - 1);
        };
        const auto first = [](double edge) {
            return std::max<std::int64_t>(std::llround(edge), 0);
        };
        const auto last = [](double edge, std::uint32_t most) {
            return std::min<std::int64_t>(std::llround(edge), most);
        };
        const std::int64_t bottom = last(at.y + size.y, canvas_.height());
        const std::int64_t right = last(at.x + size.x, canvas_.width());
        for (std::int64_t y = first(at.y); y < bottom; ++y) {
            const double down = (static_cast<double>(y) + 0.5 - at.y) / size.y;
            const auto row = index_at(down, crop.top, crop.bottom, raster.height) * raster.width;
            for (std::int64_t x = first(at.x); x < right; ++x) {
                const double across = (static_cast<double>(x) + 0.5 - at.x) / size.x;
                put(raster, row + index_at(across, crop.left, crop.right, raster.width), x, y);
            }
        }
    }

    void put(const image::Raster& raster, std::size_t pixel, std::int64_t x, std::int64_t y) {
        const auto channel = [&](std::size_t i) {
            return static_cast<std::uint8_t>(
                raster.pixels[pixel * raster.channels + (raster.channels == 3 ? i : 0)]);
        };
        const unsigned coverage =
            raster.alpha.empty() ? 255U : static_cast<unsigned char>(raster.alpha[pixel]);
        canvas_.blend(x, y, {channel(0), channel(1), channel(2)}, coverage);
    }

    const Resources& resources_;
    double scale_;
    Canvas canvas_;
};

}  // namespace

std::vector<image::Wish> picture_wishes(const pages::Page& page, std::uint32_t width) {
    const double scale = scale_of(page, width);
    std::vector<image::Wish> wishes;
    for (const auto& item : page.items)
        if (const auto* picture = std::get_if<pages::Picture>(&item.content))
            if (const auto wish = wish_of(*picture, scale)) wishes.push_back(*wish);
    return wishes;
}

image::Raster draw(const pages::Page& page, const Resources& resources, std::uint32_t width) {
    const double high = page.size.height.in_points();
    const double scale = scale_of(page, width);
    if (scale <= 0 || high <= 0) return {};
    width = std::clamp<std::uint32_t>(width, 1, longest_edge);
    const auto height =
        static_cast<std::uint32_t>(std::clamp<double>(std::floor(high * scale), 1, longest_edge));
    Drawing drawing(resources, scale, width, height);
    for (const auto& item : page.items) drawing.draw(item);
    return drawing.take();
}

}  // namespace triptych::raster
