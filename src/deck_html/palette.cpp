#include "deck_html/palette.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "style/contrast.hpp"

namespace triptych::deck_html {
namespace {

using style::contrast;
using style::luminance;
using style::mixed;
using style::readable;

constexpr Colour black{0, 0, 0}, white{255, 255, 255};
constexpr double least_contrast = 4.5;
constexpr double margin = 1.06;  // for grounds of boxes that are a little nearer to the text
constexpr double darkest_ground = 0.012;
constexpr double most_contrast = 13, most_contrast_of_hue = 7;  // on the dark ground
constexpr int least_chroma = 40;                                // of a colour that is seen as one

bool is_hue(Colour colour) {
    const auto [least, most] = std::minmax({colour.red, colour.green, colour.blue});
    return most - least >= least_chroma;
}

/// The cover's colour made so dark that all else stands out from it.
Colour dark_ground_of(const style::Slides& look) {
    const Colour hue =
        luminance(look.title_ground) < luminance(look.ink) + 0.15 ? look.title_ground : look.ink;
    for (int share = 0; share < 100; share += 2)
        if (luminance(mixed(hue, black, share)) <= darkest_ground) return mixed(hue, black, share);
    return black;
}

}  // namespace

Palette::Palette(const style::Slides& look)
    : light_ground_(look.ground),
      dark_ground_(dark_ground_of(look)),
      dark_box_(mixed(dark_ground_, white, 9)) {}

Colour Palette::dark_text(Colour colour) const {
    const double most = is_hue(colour) ? most_contrast_of_hue : most_contrast;
    const double wanted =
        std::clamp(contrast(colour, light_ground_), least_contrast * margin, most);
    return readable(readable(colour, dark_ground_, wanted), dark_box_, least_contrast * margin);
}

Colour Palette::dark_rule(Colour colour) const {
    return readable(is_hue(colour) ? colour : mixed(dark_ground_, colour, 20), dark_ground_,
                    std::min(4.5, contrast(colour, light_ground_)));
}

Colour Palette::dark_tint(Colour rule) const { return mixed(dark_box_, rule, 12); }

std::string Palette::variable(char kind, Colour colour, Pair pair) {
    const auto name = fmt::format("{}{}", kind, css(colour).substr(1));
    variables_.emplace(name, pair);
    return "var(--" + name + ")";
}

std::string Palette::text(Colour colour) {
    return variable('t', colour,
                    {readable(colour, light_ground_, least_contrast * margin), dark_text(colour)});
}

std::string Palette::ground(Colour colour) { return variable('g', colour, {colour, dark_box_}); }

std::string Palette::tint(Colour ground, Colour rule) {
    return variable('k', ground, {ground, dark_tint(rule)});
}

std::string Palette::rule(Colour colour) {
    return variable('r', colour, {colour, dark_rule(colour)});
}

void Palette::set(const std::string& name, Colour light, Colour dark) {
    variables_.insert_or_assign(name, Pair{light, dark});
}

std::string Palette::rules() const {
    std::string light, dark;
    for (const auto& [name, pair] : variables_) {
        light += fmt::format("--{}: {}; ", name, css(pair.light));
        if (pair.dark != pair.light) dark += fmt::format("--{}: {}; ", name, css(pair.dark));
    }
    return fmt::format(
        ":root {{ {0}}}\n"
        "@media screen and (prefers-color-scheme: dark) {{ :root:not([data-colours=light]) {{ "
        "{1}}} "
        "}}\n@media screen {{ :root[data-colours=dark] {{ {1}}} }}\n",
        light, dark);
}

}  // namespace triptych::deck_html
