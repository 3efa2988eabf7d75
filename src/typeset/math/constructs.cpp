#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "typeset/math/layout.hpp"
#include "typeset/math/stretch.hpp"

/// Fractions, roots, brackets and accents.
namespace triptych::typeset::math {
namespace {

namespace tex = doc::tex;

/// The part above and the part below the middle line, and how far they are moved from it.
struct Stack {
    Box above, below;
    Length up, down;
};

Length pick(Style style, MathConstant display, MathConstant other, const Setting& setting) {
    return setting.length(style.is_display() ? display : other, style);
}

/// The TeXbook, Appendix G, rule 15d.
void keep_off_rule(Stack& stack, Length thickness, Style style, const Setting& setting) {
    using C = MathConstant;
    const Length axis = setting.length(C::axis_height, style);
    stack.up = pick(style, C::fraction_numerator_display_style_shift_up,
                    C::fraction_numerator_shift_up, setting);
    stack.down = pick(style, C::fraction_denominator_display_style_shift_down,
                      C::fraction_denominator_shift_down, setting);
    const Length gap_above =
        pick(style, C::fraction_num_display_style_gap_min, C::fraction_numerator_gap_min, setting);
    const Length gap_below = pick(style, C::fraction_denom_display_style_gap_min,
                                  C::fraction_denominator_gap_min, setting);
    const Length half = thickness / 2;
    stack.up = std::max(stack.up, axis + half + gap_above + stack.above.depth);
    stack.down = std::max(stack.down, half + gap_below + stack.below.height - axis);
}

/// Rule 15c.
void keep_apart(Stack& stack, Style style, const Setting& setting) {
    using C = MathConstant;
    stack.up = pick(style, C::stack_top_display_style_shift_up, C::stack_top_shift_up, setting);
    stack.down =
        pick(style, C::stack_bottom_display_style_shift_down, C::stack_bottom_shift_down, setting);
    const Length gap = pick(style, C::stack_display_style_gap_min, C::stack_gap_min, setting);
    const Length missing = gap - (stack.up - stack.above.depth + stack.down - stack.below.height);
    if (missing <= Length{}) return;
    stack.up += missing / 2;
    stack.down += missing - missing / 2;
}

Box fraction_box(Stack stack, Length thickness, Style style, const Setting& setting) {
    const Length axis = setting.length(MathConstant::axis_height, style);
    const Length width = std::max(stack.above.width, stack.below.width);
    Box box;
    box.width = width;
    put(box, centred(std::move(stack.above), width), {{}, -stack.up});
    if (thickness > Length{}) put_rule(box, {{}, thickness / 2 - axis}, {width, thickness});
    put(box, centred(std::move(stack.below), width), {{}, stack.down});
    return box;
}

/// The radical sign before it is put to what it covers.
struct Radical {
    Box sign;
    Length gap, thickness;  ///< between rule and body; of the rule
};

Radical radical_over(const Box& body, Style style, const Setting& setting) {
    Radical radical;
    radical.gap = pick(style, MathConstant::radical_display_style_vertical_gap,
                       MathConstant::radical_vertical_gap, setting);
    radical.thickness = setting.length(MathConstant::radical_rule_thickness, style);
    const Length least = body.total() + radical.gap + radical.thickness;
    radical.sign = tall_glyph({U'√', "√"}, least, style, setting);
    const Length excess = radical.sign.total() - least;
    if (excess > Length{}) radical.gap += excess / 2;
    return radical;
}

/// The degree sits on a share of the sign's height, and reaches into it.
void put_degree(Box& box, const tex::Nodes& degree, const Box& sign, Style style,
                const Setting& setting) {
    if (degree.empty()) return;
    Box raised_degree = box_of(degree, {StyleLevel::script_script, style.cramped}, setting);
    const int share = setting.math.constant(MathConstant::radical_degree_bottom_raise_percent);
    const Length bottom = sign.total().scaled(share, 100) - sign.depth;
    const Length before = setting.length(MathConstant::radical_kern_before_degree, style);
    const Length after = setting.length(MathConstant::radical_kern_after_degree, style);
    const Length width = raised_degree.width;
    const Length y = -(bottom + raised_degree.depth);
    put(box, std::move(raised_degree), {before, y});
    box.width = std::max(Length{}, before + width + after);
}

struct Mark {
    std::string_view sign;
    char32_t combining;
};
constexpr std::array<Mark, 24> marks = {
    {{"^", 0x302},  {"~", 0x303},  {"¯", 0x304},       {"→", 0x20D7},     {"←", 0x20D6},
     {"˙", 0x307},  {"¨", 0x308},  {"ˇ", 0x30C},       {"˘", 0x306},      {"´", 0x301},
     {"`", 0x300},  {"˚", 0x30A},  {"⏞", 0x23DE},      {"⏟", 0x23DF},     {"⎴", 0x23B4},
     {"⎵", 0x23B5}, {"⏠", 0x23E0}, {"⏡", 0x23E1},      {"↔", 0x20E1},     {"⇒", 0x21D2},
     {"↼", 0x20D0}, {"⇀", 0x20D1}, {"\u20DB", 0x20DB}, {"\u20DC", 0x20DC}}};

char32_t combining_mark(std::string_view sign) {
    const auto* found = std::find_if(marks.begin(), marks.end(),
                                     [&](const Mark& mark) { return mark.sign == sign; });
    return found == marks.end() ? U'\x302' : found->combining;
}

/// Marks that stand off from what they cover: braces, brackets, all that is under it.
bool stands_off(const tex::Accent& accent) {
    return accent.place == tex::AccentPlace::under || is_one_of(accent.mark, {"⏞", "⎴", "⏠", "⇒"});
}

/// Signs under something are those of the line, not the marks over letters.
char32_t mark_of(const tex::Accent& accent) {
    if (accent.place == tex::AccentPlace::over) return combining_mark(accent.mark);
    if (accent.mark == "→") return U'→';
    if (accent.mark == "←") return U'←';
    if (accent.mark == "↔") return U'↔';
    return accent.mark == "~" ? U'\x330' : combining_mark(accent.mark);
}

Box barred(Box body, tex::AccentPlace place, Style style, const Setting& setting) {
    using C = MathConstant;
    const bool over = place == tex::AccentPlace::over;
    const auto length = [&](C above, C below) {
        return setting.length(over ? above : below, style);
    };
    const Length gap = length(C::overbar_vertical_gap, C::underbar_vertical_gap);
    const Length thickness = length(C::overbar_rule_thickness, C::underbar_rule_thickness);
    const Length extra = length(C::overbar_extra_ascender, C::underbar_extra_descender);
    const Length y = over ? -(body.height + gap) : body.depth + gap + thickness;
    put_rule(body, {{}, y}, {body.width, thickness});
    (over ? body.height : body.depth) += extra;
    return body;
}

/// Braces stand off like bars.
Box braced(Box body, const tex::Accent& accent, Style style, const Setting& setting) {
    const bool over = accent.place == tex::AccentPlace::over;
    Box brace = wide_sign({mark_of(accent), accent.mark}, body.width, style, setting);
    const Length gap = setting.length(
        over ? MathConstant::overbar_vertical_gap : MathConstant::underbar_vertical_gap, style);
    const Length y = over ? -(body.height + gap + brace.depth) : body.depth + gap + brace.height;
    const Length width = std::max(body.width, brace.width);
    Box box = centred(std::move(body), width);
    put(box, std::move(brace), {(width - brace.width) / 2, y});
    return box;
}

/// Rule 12, with the places that the font gives for accents.
Box accented(Atom base, const tex::Accent& accent, Style style, const Setting& setting) {
    const Length size = setting.size_in(style);
    const Sign sign{combining_mark(accent.mark), accent.mark};
    const Length lowest =
        std::min(base.box.height, setting.length(MathConstant::accent_base_height, style));
    Length x = base.box.width / 2;
    if (base.glyph != 0) x = setting.units(setting.math.top_accent_attachment(base.glyph), size);
    Box mark;
    if (accent.wide) {
        mark = wide_sign(sign, base.box.width, style, setting);
        x -= mark.width / 2;
    } else if (const auto glyph = setting.math.glyph(sign.character, 0)) {
        std::string combining;
        text::append_code_point(combining, sign.character);
        mark = glyph_box(*glyph, combining, size, setting);
        x -= setting.units(setting.math.top_accent_attachment(*glyph), size);
    }
    const Length y = lowest - base.box.height;
    Box box = std::move(base.box);
    put(box, std::move(mark), {x, y});
    return box;
}

/// The brackets of a binomial have a least height (plain TeX's \delimiter sizes for \choose).
Length least_height(const tex::Fenced& fenced, Style style, const Setting& setting) {
    const auto* fraction = fenced.body.size() == 1
                               ? std::get_if<tex::Fraction>(&fenced.body.front().content)
                               : nullptr;
    if (fraction == nullptr || fraction->line) return {};
    return setting.size_in(style).scaled(style.is_display() ? 239 : 101, 100);
}

}  // namespace

Atom set(const tex::Fraction& fraction, Style style, const Setting& setting) {
    Stack stack{box_of(fraction.above, numerator(style), setting),
                box_of(fraction.below, denominator(style), setting),
                {},
                {}};
    Atom atom;
    atom.kind = Class::inner;
    if (!fraction.line) {
        keep_apart(stack, style, setting);
        atom.box = fraction_box(std::move(stack), {}, style, setting);
        return atom;
    }
    const Length thickness = setting.length(MathConstant::fraction_rule_thickness, style);
    keep_off_rule(stack, thickness, style, setting);
    // The TeXbook's \nulldelimiterspace, 1.2 pt at 10 pt.
    const Length beside = setting.size_in(style).scaled(12, 100);
    atom.box.width = beside;
    append(atom.box, fraction_box(std::move(stack), thickness, style, setting));
    atom.box.width += beside;
    return atom;
}

Atom set(const tex::Root& root, Style style, const Setting& setting) {
    Box body = box_of(root.body, cramped(style), setting);
    Radical radical = radical_over(body, style, setting);
    const Length top = body.height + radical.gap + radical.thickness;
    const Length up = top - radical.sign.height;
    Box sign = raised(std::move(radical.sign), up);
    Atom atom;
    put_degree(atom.box, root.degree, sign, style, setting);
    append(atom.box, std::move(sign));
    put_rule(atom.box, {atom.box.width, radical.thickness - top}, {body.width, radical.thickness});
    append(atom.box, std::move(body));
    atom.box.height += setting.length(MathConstant::radical_extra_ascender, style);
    return atom;
}

Atom set(const tex::Fenced& fenced, Style style, const Setting& setting) {
    Atoms atoms = atoms_of(fenced.body, style, setting);
    set_spaces(atoms, setting);
    Box around;
    for (const Atom& atom : atoms) {
        around.height = std::max(around.height, atom.box.height);
        around.depth = std::max(around.depth, atom.box.depth);
    }
    const Length height =
        std::max(bracket_height(around, style, setting), least_height(fenced, style, setting));
    for (Atom& atom : atoms)
        if (!atom.growing.empty()) atom.box = bracket(atom.growing, height, style, setting);
    Atom atom;
    atom.kind = Class::inner;
    atom.box = bracket(fenced.open, height, style, setting);
    append(atom.box, joined(atoms, 0, atoms.size()));
    append(atom.box, bracket(fenced.close, height, style, setting));
    return atom;
}

Atom set(const tex::Accent& accent, Style style, const Setting& setting) {
    Atom base = atom_of(accent.body, cramped(style), setting);
    const bool bar = accent.wide && (accent.mark == "¯" || accent.mark == "_");
    Atom atom;
    atom.italic = base.italic;
    if (bar)
        atom.box = barred(std::move(base.box), accent.place, style, setting);
    else if (stands_off(accent))
        atom.box = braced(std::move(base.box), accent, style, setting);
    else
        atom.box = accented(std::move(base), accent, style, setting);
    return atom;
}

}  // namespace triptych::typeset::math
