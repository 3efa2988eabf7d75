#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pptx/drawing/element.hpp"
#include "pptx/drawing/palette.hpp"
#include "pptx/write.hpp"
#include "pptx/writer/placeholders.hpp"
#include "typeset/context.hpp"

namespace triptych::pptx {

/// A layout that slides stand on.
struct Layout {
    std::string part;
    std::vector<Placeholder> placeholders;  ///< in reading order
    LinkColour links{};
};

/// What the slides of a deck stand on: masters and layouts made from the sheet, or those of a
/// template. All that slides ask is asked here.
struct Base {
    std::array<Layout, layout_count> layouts;            ///< by `LayoutKind`
    std::optional<Layout> title_only{}, picture{};       ///< without text; with a picture alone
    std::map<std::string, Layout, std::less<>> named{};  ///< by `deck::layout_key`
    Palette palette;
    const Template* given = nullptr;  ///< null: the masters are our own

    bool is_own() const { return given == nullptr; }
    const Layout& layout(LayoutKind kind) const { return layouts[static_cast<std::size_t>(kind)]; }
    const Layout& layout_for(const deck::Slide& slide) const;
};
/// `given` may be null. `own` is what slides are set with without a template.
Base make_base(const typeset::Resources& own, const std::string& language, const Template* given);

}  // namespace triptych::pptx
