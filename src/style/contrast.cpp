#include "style/contrast.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "base/is_one_of.hpp"

namespace triptych::style {
namespace {

constexpr Colour paper{255, 255, 255}, black{0, 0, 0};
constexpr double least_of_text = 4.5, least_of_large_text = 3;
constexpr Length large = Length::points(18);

double linear(std::uint8_t channel) {
    const double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

/// Text in one colour on another, somewhere in the outputs.
struct Pair {
    Colour ink, ground;
    double least;
};

/// Styles that stand on the ground of the cover and of openers of parts.
constexpr std::array on_cover = {Role::cover_title, Role::cover_subtitle, Role::cover_meta,
                                 Role::part_number, Role::part_title,     Role::part_entry};

void add_styles(const Medium& medium, Colour ground, std::vector<Pair>& pairs) {
    for (std::size_t i = 0; i < medium.styles.size(); ++i) {
        const auto role = static_cast<Role>(i);
        if (is_one_of(role, on_cover)) continue;
        const BlockStyle& style = medium.styles[i];
        const double least = style.text.size >= large ? least_of_large_text : least_of_text;
        pairs.push_back({style.text.colour, style.box.ground.value_or(ground), least});
    }
    for (const CalloutColours& callout : medium.callouts) {
        pairs.push_back({callout.label, callout.ground, least_of_text});
        pairs.push_back({medium[Role::callout].text.colour, callout.ground, least_of_text});
    }
    for (const CodePart part : code_parts)
        pairs.push_back({medium.code_text(part).colour,
                         medium[Role::code].box.ground.value_or(ground), least_of_text});
    pairs.push_back({medium.link, ground, least_of_text});
}

std::vector<Pair> pairs_of(const Sheet& sheet) {
    std::vector<Pair> pairs;
    add_styles(sheet.booklet.medium, paper, pairs);
    add_styles(sheet.slides.medium, sheet.slides.ground, pairs);
    for (const Role role : on_cover) {
        const TextStyle& text = sheet.booklet.medium[role].text;
        pairs.push_back({text.colour, sheet.booklet.cover_ground,
                         text.size >= large ? least_of_large_text : least_of_text});
    }
    pairs.push_back({sheet.slides.title_ink, sheet.slides.title_ground, least_of_large_text});
    return pairs;
}

/// The pair with the least contrast for what it is used for in which `colour` has a part.
const Pair* worst_of(Colour colour, const std::vector<Pair>& pairs) {
    const Pair* worst = nullptr;
    const auto lack = [](const Pair& pair) { return contrast(pair.ink, pair.ground) / pair.least; };
    for (const Pair& pair : pairs) {
        if (pair.ink != colour && pair.ground != colour) continue;
        if (lack(pair) < 1 && (worst == nullptr || lack(pair) < lack(*worst))) worst = &pair;
    }
    return worst;
}

}  // namespace

double luminance(Colour colour) {
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) +
           0.0722 * linear(colour.blue);
}

double contrast(Colour a, Colour b) {
    const double one = luminance(a) + 0.05, other = luminance(b) + 0.05;
    return std::max(one, other) / std::min(one, other);
}

Colour mixed(Colour colour, Colour other, int per_cent) {
    const auto mix = [&](int from, int to) {
        return static_cast<std::uint8_t>((from * (100 - per_cent) + to * per_cent + 50) / 100);
    };
    return {mix(colour.red, other.red), mix(colour.green, other.green),
            mix(colour.blue, other.blue)};
}

Colour readable(Colour colour, Colour ground, double wanted) {
    constexpr double middle = 0.18;  // as far from black as from white
    const Colour toward = luminance(ground) < middle ? paper : black;
    for (int share = 0; share <= 100; ++share)
        if (contrast(mixed(colour, toward, share), ground) >= wanted)
            return mixed(colour, toward, share);
    return toward;
}

void check_contrast(const Sheet& sheet, const Value& brand, const Palette& palette,
                    Diagnostics& diagnostics) {
    const std::vector<Pair> pairs = pairs_of(sheet);
    for (const Entry& entry : brand.entries) {
        const auto colour = palette.find(entry.key);
        if (colour == palette.end()) continue;
        const Pair* worst = worst_of(colour->second, pairs);
        if (worst == nullptr) continue;
        diagnostics.report(
            Kind::low_contrast, entry.value.span,
            say("text in {} on {} has a contrast of {:.1f} to 1", css(worst->ink),
                css(worst->ground), contrast(worst->ink, worst->ground)),
            say("'{}' has a part in it; make it at least {} to 1", entry.key, worst->least));
    }
}

}  // namespace triptych::style
