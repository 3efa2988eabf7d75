#include <algorithm>
#include <utility>

#include "typeset/math/layout.hpp"

/// Scripts beside what they belong to, and limits under and over it.
namespace triptych::typeset::math {
namespace {

namespace tex = doc::tex;
using font::MathCorner;

/// How far scripts are moved from the base line of what they belong to.
struct Shifts {
    Length up, down;
};

/// What is being put together.
struct Scripted {
    const Atom& base;
    const Atom* above = nullptr;
    const Atom* below = nullptr;
};

/// The TeXbook, Appendix G, rules 18a–c.
Length shift_up(const Scripted& parts, Style style, const Setting& setting) {
    const auto length = [&](MathConstant constant) { return setting.length(constant, style); };
    Length up = length(style.cramped ? MathConstant::superscript_shift_up_cramped
                                     : MathConstant::superscript_shift_up);
    if (parts.base.glyph == 0 || parts.base.is_large)
        up = std::max(up,
                      parts.base.box.height - length(MathConstant::superscript_baseline_drop_max));
    return std::max(up, parts.above->box.depth + length(MathConstant::superscript_bottom_min));
}

Length shift_down(const Scripted& parts, Style style, const Setting& setting) {
    const auto length = [&](MathConstant constant) { return setting.length(constant, style); };
    Length down = length(MathConstant::subscript_shift_down);
    if (parts.base.glyph == 0 || parts.base.is_large)
        down = std::max(down,
                        parts.base.box.depth + length(MathConstant::subscript_baseline_drop_min));
    return std::max(down, parts.below->box.height - length(MathConstant::subscript_top_max));
}

/// Rules 18d–f: both scripts keep apart.
Shifts shifts(const Scripted& parts, Style style, const Setting& setting) {
    Shifts shifts;
    if (parts.above) shifts.up = shift_up(parts, style, setting);
    if (parts.below) shifts.down = shift_down(parts, style, setting);
    if (!parts.above || !parts.below) return shifts;
    const Length bottom = shifts.up - parts.above->box.depth;
    const Length gap = bottom - (parts.below->box.height - shifts.down);
    const Length missing = setting.length(MathConstant::sub_superscript_gap_min, style) - gap;
    if (missing <= Length{}) return shifts;
    const Length highest =
        setting.length(MathConstant::superscript_bottom_max_with_subscript, style);
    const Length raise = std::clamp(highest - bottom, Length{}, missing);
    return {shifts.up + raise, shifts.down + missing - raise};
}

/// Distance in font units.
int in_units(Length length, Length size, const Setting& setting) {
    if (size <= Length{}) return 0;
    const int em = setting.fonts.metrics(setting.face).units_per_em;
    return static_cast<int>(length.scaled(em, size.units).units);
}

/// The kern of both glyphs at the two heights where they come closest (MathKernInfo): the one that
/// keeps them clear at both.
Length cut_in(const Scripted& parts, const Shifts& shifts, Style style, const Setting& setting) {
    const bool above = parts.above != nullptr;
    const Atom& script = above ? *parts.above : *parts.below;
    if (parts.base.glyph == 0 || script.glyph == 0 || parts.base.is_large) return {};
    const Length size = setting.size_in(style), small = setting.size_in(superscript(style));
    const Length shift = above ? shifts.up : -shifts.down;
    const auto kern_at = [&](Length height) {
        const int base = setting.math.kern(parts.base.glyph,
                                           above ? MathCorner::top_right : MathCorner::bottom_right,
                                           in_units(height, size, setting));
        const int mark =
            setting.math.kern(script.glyph, above ? MathCorner::bottom_left : MathCorner::top_left,
                              in_units(height - shift, small, setting));
        return setting.units(base, size) + setting.units(mark, small);
    };
    const Length near = above ? shift - script.box.depth : shift + script.box.height;
    const Length far = above ? parts.base.box.height : -parts.base.box.depth;
    return std::max(kern_at(near), kern_at(far));
}

/// Scripts to the right of their base; below a large operator they begin further in.
Box beside(Atom base, const Atom* below, const Atom* above, Style style, const Setting& setting) {
    const Scripted parts{base, above, below};
    const Shifts shift = shifts(parts, style, setting);
    Length under, over;
    if (below) under = cut_in({base, nullptr, below}, shift, style, setting);
    if (above) over = cut_in({base, above, nullptr}, shift, style, setting);
    (base.is_large ? under : over) += base.is_large ? -base.italic : base.italic;
    Box box = std::move(base.box);
    const Length edge = box.width;
    Length right = edge;
    if (below) {
        right = std::max(right, edge + under + below->box.width);
        put(box, below->box, {edge + under, shift.down});
    }
    if (above) {
        right = std::max(right, edge + over + above->box.width);
        put(box, above->box, {edge + over, -shift.up});
    }
    box.width = right + setting.length(MathConstant::space_after_script, style);
    return box;
}

/// Rule 13a.
Box with_limits(Atom base, const Atom* below, const Atom* above, Style style,
                const Setting& setting) {
    const auto length = [&](MathConstant constant) { return setting.length(constant, style); };
    Length width = base.box.width;
    for (const Atom* limit : {below, above})
        if (limit) width = std::max(width, limit->box.width);
    const Length lean = base.is_large ? base.italic / 2 : Length{};
    const Length top = base.box.height, bottom = base.box.depth;
    Box box = centred(std::move(base.box), width);
    if (below) {
        const Length gap =
            std::max(length(MathConstant::lower_limit_gap_min),
                     length(MathConstant::lower_limit_baseline_drop_min) - below->box.height);
        const Length left = (width - below->box.width) / 2 - lean;
        put(box, below->box, {left, bottom + gap + below->box.height});
    }
    if (above) {
        const Length gap =
            std::max(length(MathConstant::upper_limit_gap_min),
                     length(MathConstant::upper_limit_baseline_rise_min) - above->box.depth);
        const Length left = (width - above->box.width) / 2 + lean;
        put(box, above->box, {left, -(top + gap + above->box.depth)});
    }
    return box;
}

/// Sums and function names have their limits beside them in a line of text.
bool under_and_over(const tex::Scripts& scripts, const Atom& base, Style style) {
    return scripts.limits && (base.kind != Class::large || style.is_display());
}

}  // namespace

Atom set(const tex::Scripts& scripts, Style style, const Setting& setting) {
    Atom base = atom_of(scripts.base, style, setting);
    const Class kind = base.kind;
    Atom below, above;
    if (!scripts.below.empty()) below = atom_of(scripts.below, subscript(style), setting);
    if (!scripts.above.empty()) above = atom_of(scripts.above, superscript(style), setting);
    const Atom* const under = scripts.below.empty() ? nullptr : &below;
    const Atom* const over = scripts.above.empty() ? nullptr : &above;
    Atom atom;
    atom.kind = kind == Class::none ? Class::ordinary : kind;
    atom.box = under_and_over(scripts, base, style)
                   ? with_limits(std::move(base), under, over, style, setting)
                   : beside(std::move(base), under, over, style, setting);
    return atom;
}

}  // namespace triptych::typeset::math
