#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "doc/mark_colours.hpp"
#include "typeset/math/layout.hpp"
#include "typeset/math/stretch.hpp"

/// Arrows with words, frames and strokes, room without ink, colours.
namespace triptych::typeset::math {
namespace {

namespace tex = doc::tex;

char32_t character_of(std::string_view text) {
    std::size_t at = 0;
    return text.empty() ? U' ' : text::next_code_point(text, at);
}

/// Signs the face has no long form of are put together from two lines, the upper one first.
struct LongPair {
    std::string_view sign, above, below;
};
constexpr LongPair long_pairs[] = {
    {"⇌", "⇀", "↽"}, {"⇋", "↼", "⇁"}, {"⇄", "→", "←"}, {"⇆", "←", "→"}};

Box long_sign(std::string_view sign, Length width, Style style, const Setting& setting) {
    Box box = wide_sign({character_of(sign), sign}, width, style, setting);
    const Length axis = setting.length(MathConstant::axis_height, style);
    if (box.width >= width || box.ink.empty()) return on_axis(std::move(box), style, setting);
    const Length thickness = setting.length(MathConstant::fraction_rule_thickness, style);
    if (sign == "=") {
        Box lines;
        lines.width = width;
        for (const Length y : {axis + thickness * 2, axis - thickness * 2})
            put_rule(lines, {{}, thickness / 2 - y}, {width, thickness});
        return lines;
    }
    for (const LongPair& pair : long_pairs) {
        if (pair.sign != sign) continue;
        Box lines;
        lines.width = width;
        const Length apart = setting.size_in(style).scaled(28, 100);
        Box above = long_sign(pair.above, width, style, setting);
        Box below = long_sign(pair.below, width, style, setting);
        put(lines, centred(std::move(above), width), {{}, -apart / 2});
        put(lines, centred(std::move(below), width), {{}, apart - apart / 2});
        return lines;
    }
    return centred(on_axis(std::move(box), style, setting), width);
}

void put_frame(Box& box, Length thickness, Length gap) {
    const Length left{}, top = -(box.height + gap), bottom = box.depth + gap;
    const Length width = box.width, height = bottom - top;
    put_rule(box, {left, top + thickness}, {width, thickness});
    put_rule(box, {left, bottom}, {width, thickness});
    put_rule(box, {left, bottom}, {thickness, height});
    put_rule(box, {width - thickness, bottom}, {thickness, height});
}

}  // namespace

Atom set(const tex::Arrow& arrow, Style style, const Setting& setting) {
    const Style small = superscript(style);
    Box above = box_of(arrow.above, small, setting),
        below = box_of(arrow.below, cramped(small), setting);
    const Length beside = setting.size_in(small) / 2;
    const Length least = setting.size_in(style).scaled(12, 10);
    const Length width = std::max(least, std::max(above.width, below.width) + beside * 2);
    Atom atom;
    atom.kind = Class::relation;
    atom.box = long_sign(arrow.sign, width, style, setting);
    if (atom.box.width < width) atom.box = centred(std::move(atom.box), width);
    const Length gap = setting.length(MathConstant::stack_gap_min, style) / 3;
    const Length full = atom.box.width;
    const Length up = atom.box.height + gap, down = atom.box.depth + gap;
    if (!above.ink.empty()) {
        const Point at{(full - above.width) / 2, -(up + std::max(above.depth, Length{}))};
        put(atom.box, std::move(above), at);
    }
    if (!below.ink.empty()) {
        const Point at{(full - below.width) / 2, down + below.height};
        put(atom.box, std::move(below), at);
    }
    return atom;
}

Atom set(const tex::Enclosed& enclosed, Style style, const Setting& setting) {
    Atom atom;
    const Length thickness = setting.length(MathConstant::fraction_rule_thickness, style);
    // LaTeX's \fboxsep, 3 pt at 10 pt.
    const Length gap = enclosed.frame ? setting.size_in(style).scaled(3, 10) : Length{};
    atom.box.width = gap;
    append(atom.box, box_of(enclosed.body, style, setting));
    atom.box.width += gap;
    Box& box = atom.box;
    const Length width = box.width, top = -box.height, bottom = box.depth;
    if (enclosed.frame) put_frame(box, thickness, gap);
    if (enclosed.rising) put_stroke(box, {{}, bottom}, {width, top}, thickness);
    if (enclosed.falling) put_stroke(box, {{}, top}, {width, bottom}, thickness);
    if (enclosed.level) {
        const Length axis = setting.length(MathConstant::axis_height, style);
        put_rule(box, {{}, thickness / 2 - axis}, {width, thickness});
    }
    return atom;
}

Atom set(const tex::Padded& padded, Style style, const Setting& setting) {
    Atom atom = atom_of(padded.body, style, setting);
    if (!padded.shown) atom.box.ink.clear();
    Box& box = atom.box;
    const Length width = box.width;
    const Length shift = padded.lap == tex::Lap::left   ? -width
                         : padded.lap == tex::Lap::both ? -width / 2
                                                        : Length{};
    for (Ink& ink : box.ink) ink.at.x += shift;
    if (!padded.width || padded.lap != tex::Lap::none) box.width = {};
    if (!padded.height) box.height = {};
    if (!padded.depth) box.depth = {};
    return atom;
}

Atom set(const tex::Coloured& coloured, Style style, const Setting& setting) {
    Atom atom = atom_of(coloured.body, style, setting);
    if (!coloured.ground) {
        if (const auto colour = doc::letters_colour(coloured.colour)) colour_in(atom.box, *colour);
        return atom;
    }
    const auto colour = doc::ground_colour(coloured.colour);
    if (!colour) return atom;
    const Length gap = setting.size_in(style).scaled(2, 10);
    Box box;
    box.width = atom.box.width + gap * 2;
    put_rule(box, {{}, atom.box.depth + gap},
             {box.width, atom.box.height + atom.box.depth + gap * 2});
    colour_in(box, *colour);
    put(box, std::move(atom.box), {gap, {}});
    atom.box = std::move(box);
    return atom;
}

}  // namespace triptych::typeset::math
