#include "typeset/math/setting.hpp"

#include <algorithm>
#include <utility>

namespace triptych::typeset::math {
namespace {

constexpr int least_percent = 30, most_percent = 100;

pages::GlyphRun run_of(const std::vector<font::ShapedGlyph>& glyphs, std::string_view text,
                       FaceId face, Length size) {
    pages::GlyphRun run;
    run.face = face;
    run.size = size;
    run.text = text;
    for (const font::ShapedGlyph& glyph : glyphs) {
        if (glyph.x_offset != Length{} || glyph.y_offset != Length{})
            run.offsets.push_back({static_cast<std::uint32_t>(run.glyphs.size()),
                                   static_cast<std::int32_t>(glyph.x_offset.units),
                                   static_cast<std::int32_t>(glyph.y_offset.units)});
        run.glyphs.push_back({glyph.id, static_cast<std::uint16_t>(glyph.cluster),
                              static_cast<std::int32_t>(glyph.advance.units)});
    }
    return run;
}

/// The ink of a glyph of the math face; of other faces, the height of capitals and half the depth
/// of descenders stand in for it.
void grow(Box& box, const pages::GlyphRun& run, const pages::Glyph& glyph, const Setting& setting) {
    const font::Metrics& metrics = setting.fonts.metrics(run.face);
    font::GlyphExtents extents{0, 0, 0, metrics.cap_height, metrics.descender / 2};
    if (run.face == setting.face) extents = setting.math.extents(glyph.id);
    const int em = std::max(1, metrics.units_per_em);
    box.height = std::max(box.height, run.size.scaled(extents.top, em));
    box.depth = std::max(box.depth, run.size.scaled(-extents.bottom, em));
    box.width += Length{glyph.advance};
}

Box run_box(pages::GlyphRun run, const Setting& setting) {
    Box box;
    for (const pages::Glyph& glyph : run.glyphs) grow(box, run, glyph, setting);
    box.ink.push_back({{}, std::move(run)});
    return box;
}

}  // namespace

Style cramped(Style style) { return {style.level, true}; }

Style superscript(Style style) {
    const bool first = style.level <= StyleLevel::text;
    return {first ? StyleLevel::script : StyleLevel::script_script, style.cramped};
}

Style subscript(Style style) { return cramped(superscript(style)); }

Style numerator(Style style) {
    return style.is_display() ? Style{StyleLevel::text, style.cramped} : superscript(style);
}

Style denominator(Style style) { return cramped(numerator(style)); }

Length Setting::size_in(Style style) const {
    if (style.level <= StyleLevel::text) return size;
    const bool first = style.level == StyleLevel::script;
    const int percent = math.constant(first ? MathConstant::script_percent_scale_down
                                            : MathConstant::script_script_percent_scale_down);
    return size.scaled(std::clamp(percent, least_percent, most_percent), 100);
}

Length Setting::units(int value, Length at_size) const {
    return at_size.scaled(value, std::max(1, fonts.metrics(face).units_per_em));
}

Length Setting::length(MathConstant constant, Style style) const {
    return units(math.constant(constant), size_in(style));
}

Box glyph_box(std::uint16_t glyph, std::string_view text, Length size, const Setting& setting) {
    const font::GlyphExtents extents = setting.math.extents(glyph);
    Box box;
    box.width = setting.units(extents.advance, size);
    box.height = setting.units(extents.top, size);
    box.depth = setting.units(-extents.bottom, size);
    pages::GlyphRun run;
    run.face = setting.face;
    run.size = size;
    run.text = text;
    run.glyphs.push_back({glyph, 0, static_cast<std::int32_t>(box.width.units)});
    box.ink.push_back({{}, std::move(run)});
    return box;
}

Box text_box(std::string_view text, FaceId face, Length size, const Setting& setting) {
    Box box;
    constexpr std::size_t longest = 4096;
    for (const font::FaceRun& run : setting.fonts.itemize(text.substr(0, longest), face)) {
        const std::string_view part = text.substr(run.begin, run.end - run.begin);
        if (run.missing) setting.missing(part);
        const auto glyphs = setting.fonts.shape({part, run.face, size, setting.language, {}, {}});
        if (!glyphs.empty()) append(box, run_box(run_of(glyphs, part, run.face, size), setting));
    }
    return box;
}

}  // namespace triptych::typeset::math
