#pragma once

#include <cstdint>
#include <optional>
#include <vector>

struct hb_font_t;

/// The `MATH` table of a face, by which formulas are laid out (OpenType 1.9, MATH).
namespace triptych::font {

/// The values of MathConstants that layout asks for, by their place in the table.
enum class MathConstant : std::uint8_t {
    script_percent_scale_down = 0,
    script_script_percent_scale_down = 1,
    display_operator_min_height = 3,
    axis_height = 5,
    accent_base_height = 6,
    subscript_shift_down = 8,
    subscript_top_max = 9,
    subscript_baseline_drop_min = 10,
    superscript_shift_up = 11,
    superscript_shift_up_cramped = 12,
    superscript_bottom_min = 13,
    superscript_baseline_drop_max = 14,
    sub_superscript_gap_min = 15,
    superscript_bottom_max_with_subscript = 16,
    space_after_script = 17,
    upper_limit_gap_min = 18,
    upper_limit_baseline_rise_min = 19,
    lower_limit_gap_min = 20,
    lower_limit_baseline_drop_min = 21,
    stack_top_shift_up = 22,
    stack_top_display_style_shift_up = 23,
    stack_bottom_shift_down = 24,
    stack_bottom_display_style_shift_down = 25,
    stack_gap_min = 26,
    stack_display_style_gap_min = 27,
    fraction_numerator_shift_up = 32,
    fraction_numerator_display_style_shift_up = 33,
    fraction_denominator_shift_down = 34,
    fraction_denominator_display_style_shift_down = 35,
    fraction_numerator_gap_min = 36,
    fraction_num_display_style_gap_min = 37,
    fraction_rule_thickness = 38,
    fraction_denominator_gap_min = 39,
    fraction_denom_display_style_gap_min = 40,
    overbar_vertical_gap = 43,
    overbar_rule_thickness = 44,
    overbar_extra_ascender = 45,
    underbar_vertical_gap = 46,
    underbar_rule_thickness = 47,
    underbar_extra_descender = 48,
    radical_vertical_gap = 49,
    radical_display_style_vertical_gap = 50,
    radical_rule_thickness = 51,
    radical_extra_ascender = 52,
    radical_kern_before_degree = 53,
    radical_kern_after_degree = 54,
    radical_degree_bottom_raise_percent = 55,
};

/// The way a sign grows.
enum class MathAxis : std::uint8_t { horizontal, vertical };
enum class MathCorner : std::uint8_t { top_right, top_left, bottom_right, bottom_left };

/// A larger or wider form of a sign, and how long it is.
struct MathVariant {
    std::uint16_t glyph = 0;
    int length = 0;
};
/// Part of a sign that is put together, from left to right or from below. Connectors are the
/// lengths that may lie over its neighbours.
struct MathPart {
    std::uint16_t glyph = 0;
    int start_connector = 0, end_connector = 0, length = 0;
    bool extender = false;  ///< may be repeated or left out
};

/// Advance and ink of a glyph; y up.
struct GlyphExtents {
    int advance = 0, left = 0, right = 0, top = 0, bottom = 0;
};

/// All lengths are in font units. Lives no longer than the library that gave it.
class MathFace {
public:
    /// `font` has a MATH table.
    explicit MathFace(hb_font_t* font) : font_(font) {}

    /// A length, or a percentage where the name says so.
    int constant(MathConstant constant) const;
    /// The glyph of a character, in the form for scripts of `script_level` 1 or 2 (feature `ssty`);
    /// nothing when the face has none.
    std::optional<std::uint16_t> glyph(char32_t character, int script_level) const;
    GlyphExtents extents(std::uint16_t glyph) const;
    int italics_correction(std::uint16_t glyph) const;
    /// Where the middle of an accent goes.
    int top_accent_attachment(std::uint16_t glyph) const;
    /// Kern of a script at `corner` whose nearer edge lies `height` above the base line.
    int kern(std::uint16_t glyph, MathCorner corner, int height) const;
    /// From small to large; often with the glyph itself.
    std::vector<MathVariant> variants(std::uint16_t glyph, MathAxis axis) const;
    /// Empty when the sign can't be put together.
    std::vector<MathPart> assembly(std::uint16_t glyph, MathAxis axis) const;
    /// What parts of an assembly overlap at least.
    int least_overlap(MathAxis axis) const;

private:
    hb_font_t* font_;
};

}  // namespace triptych::font
