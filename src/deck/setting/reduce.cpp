#include "deck/setting/reduce.hpp"

#include "base/match.hpp"
#include "pages/move_points.hpp"

namespace triptych::deck {
namespace {

/// A scale as a fraction of two lengths.
class Reduction {
public:
    Reduction(Length to, Length from) : to_(to.units), from_(from.units) {}

    void apply(Length& length) const { length = length.scaled(to_, from_); }
    void apply(Point& point) const {
        apply(point.x);
        apply(point.y);
    }
    void apply(Size& size) const {
        apply(size.width);
        apply(size.height);
    }
    void apply(std::int32_t& units) const {
        units = static_cast<std::int32_t>(Length{units}.scaled(to_, from_).units);
    }
    void apply(pages::GlyphRun& run) const {
        apply(run.size);
        for (auto& glyph : run.glyphs) apply(glyph.advance);
        for (auto& offset : run.offsets) {
            apply(offset.x);
            apply(offset.y);
        }
    }
    void apply(pages::Path& path) const {
        apply(path.line_width);
        pages::move_points(path, [&](Point& point) { apply(point); });
    }

private:
    std::int64_t to_, from_;
};

}  // namespace

void reduce(std::vector<pages::Item>& items, Length to, Length from, Point at) {
    const Reduction scale(to, from);
    for (auto& item : items) {
        scale.apply(item.at);
        item.at.x += at.x;
        item.at.y += at.y;
        std::visit(Match{[&](pages::GlyphRun& run) { scale.apply(run); },
                         [&](pages::Picture& picture) { scale.apply(picture.size); },
                         [&](pages::Path& path) { scale.apply(path); },
                         [&](pages::LinkArea& area) { scale.apply(area.size); }},
                   item.content);
    }
}

}  // namespace triptych::deck
