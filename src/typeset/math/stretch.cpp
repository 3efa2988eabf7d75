#include "typeset/math/stretch.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace triptych::typeset::math {
namespace {

using font::MathAxis;
using font::MathPart;

/// No sign is put together from more copies of a part than this.
constexpr int most_repeats = 500;

/// Parts with their extenders repeated, and the overlap of each with the one before.
struct Assembly {
    std::vector<MathPart> parts;
    std::vector<int> overlaps;
    int length = 0;
};

Assembly repeated(const std::vector<MathPart>& parts, int repeats, int least_overlap) {
    Assembly assembly;
    for (const MathPart& part : parts) {
        for (int i = 0; i < (part.extender ? repeats : 1); ++i) {
            const int overlap = assembly.parts.empty() ? 0 : least_overlap;
            assembly.parts.push_back(part);
            assembly.overlaps.push_back(overlap);
            assembly.length += part.length - overlap;
        }
    }
    return assembly;
}

/// Extenders enough that the sign is at least `target` long; the overlaps then take up what is too
/// much, as far as the connectors reach.
Assembly assemble(const std::vector<MathPart>& parts, int target, int least_overlap) {
    int fixed = 0, growth = 0;
    for (const MathPart& part : parts)
        (part.extender ? growth : fixed) += part.length - least_overlap;
    int repeats = 0;
    if (growth > 0)
        repeats =
            std::clamp((target - fixed - least_overlap + growth - 1) / growth, 0, most_repeats);
    Assembly assembly = repeated(parts, repeats, least_overlap);
    int excess = assembly.length - target;
    int joints = static_cast<int>(assembly.parts.size()) - 1;
    for (std::size_t i = 1; i < assembly.parts.size() && excess > 0; ++i, --joints) {
        const int reach =
            std::min(assembly.parts[i - 1].end_connector, assembly.parts[i].start_connector);
        const int more = std::clamp(excess / joints, 0, std::max(0, reach - least_overlap));
        assembly.overlaps[i] += more;
        assembly.length -= more;
        excess -= more;
    }
    return assembly;
}

pages::GlyphRun run_of(std::string_view text, Length size, const Setting& setting) {
    pages::GlyphRun run;
    run.face = setting.face;
    run.size = size;
    run.text = text;
    return run;
}

std::int32_t short_units(Length length) { return static_cast<std::int32_t>(length.units); }

/// One cluster: the parts over each other, the pen moved by the widest of them at the end.
Box stacked(const Assembly& assembly, std::string_view text, Length size, const Setting& setting) {
    Box box;
    pages::GlyphRun run = run_of(text, size, setting);
    int y = 0;
    for (std::size_t i = 0; i < assembly.parts.size(); ++i) {
        const MathPart& part = assembly.parts[i];
        const font::GlyphExtents extents = setting.math.extents(part.glyph);
        y -= assembly.overlaps[i];
        const Length down = -setting.units(y - extents.bottom, size);
        run.offsets.push_back({static_cast<std::uint32_t>(i), 0, short_units(down)});
        run.glyphs.push_back({part.glyph, 0, 0});
        box.width = std::max(box.width, setting.units(extents.advance, size));
        y += part.length;
    }
    run.glyphs.back().advance = short_units(box.width);
    box.height = setting.units(y, size);
    box.ink.push_back({{}, std::move(run)});
    return box;
}

/// The same from left to right; the ink starts at the left edge.
Box in_a_row(const Assembly& assembly, std::string_view text, Length size, const Setting& setting) {
    Box box;
    pages::GlyphRun run = run_of(text, size, setting);
    int x = 0;
    for (std::size_t i = 0; i < assembly.parts.size(); ++i) {
        const MathPart& part = assembly.parts[i];
        const font::GlyphExtents extents = setting.math.extents(part.glyph);
        x -= assembly.overlaps[i];
        const Length right = setting.units(x - extents.left, size);
        run.offsets.push_back({static_cast<std::uint32_t>(i), short_units(right), 0});
        run.glyphs.push_back({part.glyph, 0, 0});
        box.height = std::max(box.height, setting.units(extents.top, size));
        box.depth = std::max(box.depth, setting.units(-extents.bottom, size));
        if (i == 0) box.depth = setting.units(-extents.bottom, size);
        x += part.length;
    }
    box.width = setting.units(x, size);
    run.glyphs.back().advance = short_units(box.width);
    box.ink.push_back({{}, std::move(run)});
    return box;
}

/// `length` of the face's units at `size`, rounded up.
int in_units_at_least(Length length, Length size, const Setting& setting) {
    if (size <= Length{}) return 0;
    const int em = setting.fonts.metrics(setting.face).units_per_em;
    constexpr std::int64_t longest = 1'000'000;
    return static_cast<int>(std::min(longest, length.scaled(em, size.units).units + 1));
}

Box lone_glyph(Sign sign, Style style, const Setting& setting) {
    const auto glyph = setting.math.glyph(sign.character, 0);
    if (glyph) return glyph_box(*glyph, sign.text, setting.size_in(style), setting);
    return text_box(sign.text, setting.face, setting.size_in(style), setting);
}

/// Wide marks start at their ink and keep its width: many have no advance.
Box ink_only(std::uint16_t glyph, std::string_view text, Length size, const Setting& setting) {
    Box box = glyph_box(glyph, text, size, setting);
    const font::GlyphExtents extents = setting.math.extents(glyph);
    box.width = setting.units(extents.right - extents.left, size);
    auto& run = std::get<pages::GlyphRun>(box.ink.front().content);
    run.glyphs.front().advance = short_units(box.width);
    run.offsets.push_back({0, short_units(setting.units(-extents.left, size)), 0});
    return box;
}

}  // namespace

Box on_axis(Box box, Style style, const Setting& setting) {
    const Length axis = setting.length(MathConstant::axis_height, style);
    const Length by = axis - (box.height - box.depth) / 2;
    return raised(std::move(box), by);
}

Box tall_glyph(Sign sign, Length height, Style style, const Setting& setting) {
    const auto glyph = setting.math.glyph(sign.character, 0);
    if (!glyph) return lone_glyph(sign, style, setting);
    const Length size = setting.size_in(style);
    const int target = in_units_at_least(height, size, setting);
    std::uint16_t best = *glyph;
    for (const auto& variant : setting.math.variants(*glyph, MathAxis::vertical)) {
        best = variant.glyph;
        if (variant.length + 1 >= target) return glyph_box(best, sign.text, size, setting);
    }
    const auto parts = setting.math.assembly(*glyph, MathAxis::vertical);
    if (parts.empty()) return glyph_box(best, sign.text, size, setting);
    return stacked(assemble(parts, target, setting.math.least_overlap(MathAxis::vertical)),
                   sign.text, size, setting);
}

Box tall_sign(Sign sign, Length height, Style style, const Setting& setting) {
    return on_axis(tall_glyph(sign, height, style, setting), style, setting);
}

Box wide_sign(Sign sign, Length width, Style style, const Setting& setting) {
    const auto glyph = setting.math.glyph(sign.character, 0);
    if (!glyph) return lone_glyph(sign, style, setting);
    const Length size = setting.size_in(style);
    const int target = in_units_at_least(width, size, setting);
    std::uint16_t best = *glyph;
    bool longer = false;
    for (const auto& variant : setting.math.variants(*glyph, MathAxis::horizontal)) {
        longer = variant.length > target;
        if (longer) break;
        best = variant.glyph;
    }
    const auto parts = setting.math.assembly(*glyph, MathAxis::horizontal);
    if (longer || parts.empty()) return ink_only(best, sign.text, size, setting);
    return in_a_row(assemble(parts, target, setting.math.least_overlap(MathAxis::horizontal)),
                    sign.text, size, setting);
}

std::uint16_t display_form(std::uint16_t glyph, const Setting& setting) {
    const int least = setting.math.constant(MathConstant::display_operator_min_height);
    std::uint16_t best = glyph;
    for (const auto& variant : setting.math.variants(glyph, MathAxis::vertical)) {
        best = variant.glyph;
        if (variant.length >= least) break;
    }
    return best;
}

Length bracket_height(const Box& body, Style style, const Setting& setting) {
    const Length axis = setting.length(MathConstant::axis_height, style);
    const Length reach = std::max(body.height - axis, body.depth + axis);
    return std::max((reach * 2).scaled(901, 1000), reach * 2 - setting.size_in(style) / 2);
}

}  // namespace triptych::typeset::math
