#include "pptx/templates/colours.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace triptych::pptx::templates {
namespace {

constexpr std::array<std::string_view, 12> slots = {"dk1",     "lt1",     "dk2",     "lt2",
                                                    "accent1", "accent2", "accent3", "accent4",
                                                    "accent5", "accent6", "hlink",   "folHlink"};
/// What parts of a presentation call the slots, in the same order, by the usual map.
constexpr std::array<std::string_view, 12> names = {"tx1",     "bg1",     "tx2",     "bg2",
                                                    "accent1", "accent2", "accent3", "accent4",
                                                    "accent5", "accent6", "hlink",   "folHlink"};

template <std::size_t N>
std::optional<std::size_t> place_of(std::string_view name,
                                    const std::array<std::string_view, N>& list) {
    const auto* const found = std::find(list.begin(), list.end(), name);
    if (found == list.end()) return std::nullopt;
    return static_cast<std::size_t>(found - list.begin());
}

std::optional<Colour> rgb(std::string_view hex) {
    unsigned value = 0;
    const char* const end = hex.data() + hex.size();
    const auto parsed = std::from_chars(hex.data(), end, value, 16);
    if (hex.size() != 6 || parsed.ec != std::errc() || parsed.ptr != end) return std::nullopt;
    return Colour{static_cast<std::uint8_t>(value >> 16),
                  static_cast<std::uint8_t>(value >> 8 & 0xFF),
                  static_cast<std::uint8_t>(value & 0xFF)};
}

/// A colour that stands on its own.
std::optional<Colour> plain_colour(const pugi::xml_node& parent) {
    if (const auto own = parent.child("a:srgbClr")) return rgb(own.attribute("val").value());
    if (const auto system = parent.child("a:sysClr")) {
        const bool light = std::string_view(system.attribute("val").value()) == "window";
        const auto last = rgb(system.attribute("lastClr").value());
        return last ? last
                    : Colour{std::uint8_t(light ? 255 : 0), std::uint8_t(light ? 255 : 0),
                             std::uint8_t(light ? 255 : 0)};
    }
    return std::nullopt;
}

/// Luminance modulated in HSL, hue and saturation kept; all numbers out of 255.
Colour relit(Colour colour, int lum_mod, int lum_off) {
    const int high = std::max({colour.red, colour.green, colour.blue});
    const int low = std::min({colour.red, colour.green, colour.blue});
    const int twice = high + low;
    const int wanted = std::clamp((twice * lum_mod + 510 * lum_off) / 100, 0, 510);
    const int before = std::max(1, 255 - std::abs(twice - 255));
    const int after = 255 - std::abs(wanted - 255);
    const auto channel = [&](std::uint8_t value) {
        const int moved = wanted + (2 * value - twice) * after / before;
        return static_cast<std::uint8_t>(std::clamp((moved + 1) / 2, 0, 255));
    };
    return {channel(colour.red), channel(colour.green), channel(colour.blue)};
}

int per_cent(const pugi::xml_node& colour, const char* name, int usual) {
    const auto node = colour.child(name);
    return node ? std::clamp(node.attribute("val").as_int() / 1000, 0, 1000) : usual;
}

}  // namespace

Theme::Theme(const pugi::xml_node& theme, const pugi::xml_node& colour_map) {
    const auto elements = theme.child("a:themeElements");
    for (std::size_t i = 0; i < slots.size(); ++i) {
        const auto slot =
            elements.child("a:clrScheme").child(("a:" + std::string(slots[i])).c_str());
        const Colour usual = i == 1 || i == 3 ? Colour{255, 255, 255} : Colour{};
        colours_[i] = plain_colour(slot).value_or(usual);
        const auto mapped = colour_map.attribute(std::string(names[i]).c_str());
        map_[i] = place_of(mapped.value(), slots).value_or(i);
    }
    const auto fonts = elements.child("a:fontScheme");
    major_ = fonts.child("a:majorFont").child("a:latin").attribute("typeface").value();
    minor_ = fonts.child("a:minorFont").child("a:latin").attribute("typeface").value();
}

Colour Theme::colour(std::string_view name) const {
    if (const auto mapped = place_of(name, names)) return colours_[map_[*mapped]];
    return colours_[place_of(name, slots).value_or(0)];
}

std::optional<pptx::ThemeColour> Theme::colour_in(const pugi::xml_node& parent) const {
    if (const auto own = plain_colour(parent)) return pptx::ThemeColour{*own, {}};
    const auto named = parent.child("a:schemeClr");
    const std::string name = named.attribute("val").value();
    if (!place_of(name, names) && !place_of(name, slots)) return std::nullopt;
    return with_luminance(*this, name, per_cent(named, "a:lumMod", 100),
                          per_cent(named, "a:lumOff", 0));
}

const std::string& Theme::family(const std::string& typeface) const {
    if (typeface.empty() || typeface == "+mn-lt") return minor_;
    return typeface == "+mj-lt" ? major_ : typeface;
}

pptx::ThemeColour with_luminance(const Theme& theme, std::string_view name, int lum_mod,
                                 int lum_off) {
    return {relit(theme.colour(name), lum_mod, lum_off), std::string(name), lum_mod, lum_off};
}

}  // namespace triptych::pptx::templates
