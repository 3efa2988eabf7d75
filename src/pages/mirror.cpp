#include <algorithm>
#include <optional>

#include "base/match.hpp"
#include "pages/move_points.hpp"
#include "pages/pages.hpp"

namespace triptych::pages {
namespace {

/// From where to where something reaches, relative to the place of its item.
struct Extent {
    Length left, right;
};

Extent extent_of(const GlyphRun& run) {
    Length width;
    for (const Glyph& glyph : run.glyphs) width += Length{glyph.advance};
    return {{}, width};
}

Extent extent_of(const Path& path) {
    std::optional<Extent> found;
    Path copy = path;
    move_points(copy, [&](const Point& point) {
        if (!found) found = Extent{point.x, point.x};
        found->left = std::min(found->left, point.x);
        found->right = std::max(found->right, point.x);
    });
    return found.value_or(Extent{});
}

/// As the item is drawn. A turned one goes up from its place as far as it is wide.
Extent extent_of(const Item& item) {
    if (item.orientation == Orientation::turned) {
        const Size size = std::visit(Match{[](const Picture& picture) { return picture.size; },
                                           [](const LinkArea& area) { return area.size; },
                                           [](const GlyphRun& run) {
                                               return Size{{}, run.size};
                                           },
                                           [](const Path&) { return Size{}; }},
                                     item.content);
        return {{}, size.height};
    }
    return std::visit(Match{[](const GlyphRun& run) { return extent_of(run); },
                            [](const Path& path) { return extent_of(path); },
                            [](const Picture& picture) {
                                return Extent{{}, picture.size.width};
                            },
                            [](const LinkArea& area) {
                                return Extent{{}, area.size.width};
                            }},
                      item.content);
}

}  // namespace

void mirror(std::vector<Item>& items, Length width) {
    for (Item& item : items) {
        const Extent extent = extent_of(item);
        item.at.x = width - item.at.x - extent.left - extent.right;
    }
}

void mirror(Pages& pages) {
    for (Page& page : pages.pages) mirror(page.items, page.size.width);
}

}  // namespace triptych::pages
