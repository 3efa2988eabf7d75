#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "base/colour.hpp"
#include "pptx/drawing/palette.hpp"

namespace triptych::pptx::templates {

/// Colours and families of a theme, as its master names them (ISO/IEC 29500-1 §19.3.1.6).
class Theme {
public:
    Theme() = default;
    Theme(const pugi::xml_node& theme, const pugi::xml_node& colour_map);

    /// The colour by its name in masters, layouts and slides: `tx1`, `bg2`, `accent3`, `hlink` ….
    Colour colour(std::string_view name) const;
    /// The colour that a fill, or another parent of one colour, asks for; nothing when it names
    /// none that can be told without drawing.
    std::optional<pptx::ThemeColour> colour_in(const pugi::xml_node& parent) const;
    /// The family behind `+mj-lt`, `+mn-lt` or its own name.
    const std::string& family(const std::string& typeface) const;

private:
    std::array<Colour, 12> colours_{};   ///< by slot
    std::array<std::size_t, 12> map_{};  ///< name to slot
    std::string major_, minor_;
};

/// The theme's colour with its luminance multiplied and moved, as programs show it.
pptx::ThemeColour with_luminance(const Theme& theme, std::string_view name, int lum_mod,
                                 int lum_off);

}  // namespace triptych::pptx::templates
