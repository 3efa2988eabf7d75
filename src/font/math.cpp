#include "font/math.hpp"

#include <array>

#include <hb-ot.h>

#include "font/state.hpp"

namespace triptych::font {
namespace {

static_assert(static_cast<int>(MathConstant::radical_degree_bottom_raise_percent) ==
              HB_OT_MATH_CONSTANT_RADICAL_DEGREE_BOTTOM_RAISE_PERCENT);
static_assert(static_cast<int>(MathConstant::fraction_rule_thickness) ==
              HB_OT_MATH_CONSTANT_FRACTION_RULE_THICKNESS);

/// More than any font has; a table that claims more is cut.
constexpr unsigned most_records = 64;

hb_direction_t direction(MathAxis axis) {
    return axis == MathAxis::vertical ? HB_DIRECTION_TTB : HB_DIRECTION_LTR;
}

hb_ot_math_kern_t corner_of(MathCorner corner) {
    switch (corner) {
        case MathCorner::top_right:
            return HB_OT_MATH_KERN_TOP_RIGHT;
        case MathCorner::top_left:
            return HB_OT_MATH_KERN_TOP_LEFT;
        case MathCorner::bottom_right:
            return HB_OT_MATH_KERN_BOTTOM_RIGHT;
        case MathCorner::bottom_left:
            break;
    }
    return HB_OT_MATH_KERN_BOTTOM_LEFT;
}

/// The glyph with the feature `ssty`, as the font's substitutions give it.
std::uint16_t script_form(hb_font_t* font, char32_t character, int level) {
    const Buffer buffer(hb_buffer_create());
    hb_buffer_add_utf32(buffer.get(), reinterpret_cast<const std::uint32_t*>(&character), 1, 0, 1);
    hb_buffer_set_direction(buffer.get(), HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer.get(), HB_SCRIPT_MATH);
    const hb_feature_t feature{HB_TAG('s', 's', 't', 'y'), static_cast<std::uint32_t>(level),
                               HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    hb_shape(font, buffer.get(), &feature, 1);
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
    return count == 1 ? static_cast<std::uint16_t>(infos[0].codepoint) : std::uint16_t{0};
}

}  // namespace

int MathFace::constant(MathConstant constant) const {
    return hb_ot_math_get_constant(font_, static_cast<hb_ot_math_constant_t>(constant));
}

std::optional<std::uint16_t> MathFace::glyph(char32_t character, int script_level) const {
    hb_codepoint_t glyph = 0;
    if (hb_font_get_nominal_glyph(font_, character, &glyph) == 0) return std::nullopt;
    if (script_level > 0)
        if (const auto form = script_form(font_, character, script_level)) return form;
    return static_cast<std::uint16_t>(glyph);
}

GlyphExtents MathFace::extents(std::uint16_t glyph) const {
    hb_glyph_extents_t ink{};
    hb_font_get_glyph_extents(font_, glyph, &ink);
    return {hb_font_get_glyph_h_advance(font_, glyph), ink.x_bearing, ink.x_bearing + ink.width,
            ink.y_bearing, ink.y_bearing + ink.height};
}

int MathFace::italics_correction(std::uint16_t glyph) const {
    return hb_ot_math_get_glyph_italics_correction(font_, glyph);
}

int MathFace::top_accent_attachment(std::uint16_t glyph) const {
    return hb_ot_math_get_glyph_top_accent_attachment(font_, glyph);
}

int MathFace::kern(std::uint16_t glyph, MathCorner corner, int height) const {
    return hb_ot_math_get_glyph_kerning(font_, glyph, corner_of(corner), height);
}

std::vector<MathVariant> MathFace::variants(std::uint16_t glyph, MathAxis axis) const {
    std::array<hb_ot_math_glyph_variant_t, most_records> records{};
    unsigned count = most_records;
    hb_ot_math_get_glyph_variants(font_, glyph, direction(axis), 0, &count, records.data());
    std::vector<MathVariant> variants;
    for (unsigned i = 0; i < count; ++i)
        variants.push_back({static_cast<std::uint16_t>(records[i].glyph), records[i].advance});
    return variants;
}

std::vector<MathPart> MathFace::assembly(std::uint16_t glyph, MathAxis axis) const {
    std::array<hb_ot_math_glyph_part_t, most_records> records{};
    unsigned count = most_records;
    hb_position_t italics_correction = 0;
    hb_ot_math_get_glyph_assembly(font_, glyph, direction(axis), 0, &count, records.data(),
                                  &italics_correction);
    std::vector<MathPart> parts;
    for (unsigned i = 0; i < count; ++i)
        parts.push_back({static_cast<std::uint16_t>(records[i].glyph),
                         records[i].start_connector_length, records[i].end_connector_length,
                         records[i].full_advance,
                         (records[i].flags & HB_OT_MATH_GLYPH_PART_FLAG_EXTENDER) != 0});
    return parts;
}

int MathFace::least_overlap(MathAxis axis) const {
    return hb_ot_math_get_min_connector_overlap(font_, direction(axis));
}

std::optional<MathFace> Library::math(FaceId id) const {
    const Face& face = state_->open(id);
    if (!face.readable() || hb_ot_math_has_data(face.face()) == 0) return std::nullopt;
    return MathFace(face.font());
}

}  // namespace triptych::font
