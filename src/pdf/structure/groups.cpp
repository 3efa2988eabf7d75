#include "pdf/structure/groups.hpp"

#include "base/check.hpp"
#include "base/match.hpp"

namespace triptych::pdf {

bool draws(const pages::Item& item) {
    return std::visit(Match{[](const pages::GlyphRun& run) { return !run.glyphs.empty(); },
                            [](const pages::Picture& picture) {
                                return picture.size.width > Length{} &&
                                       picture.size.height > Length{};
                            },
                            [](const pages::Path& path) {
                                return !path.segments.empty() && (path.fill || path.stroke);
                            },
                            [](const pages::LinkArea&) { return false; }},
                      item.content);
}

std::vector<Group> groups(const pages::Page& page, std::size_t elements) {
    std::vector<Group> out;
    for (std::size_t i = 0; i < page.items.size(); ++i) {
        const pages::ElementId element = page.items[i].element;
        TRIPTYCH_CHECK(pages::is_artifact(element) || index(element) < elements,
                       "an item of an unknown element");
        if (!draws(page.items[i])) continue;
        if (out.empty() || out.back().element != element) out.push_back({element, i, i});
        out.back().end = i + 1;
    }
    return out;
}

}  // namespace triptych::pdf
