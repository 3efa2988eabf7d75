#pragma once

#include <cstdint>
#include <vector>

#include "base/colour.hpp"
#include "base/length.hpp"
#include "pages/pages.hpp"
#include "style/sheet.hpp"

/// What is drawn on slides beside words and pictures. It says nothing that words don't say, too.
namespace triptych::deck {

/// Colours by what they are for, so that every output can have its own.
enum class Paint : std::uint8_t {
    rule,         ///< hairlines
    accent,       ///< rules over cards
    tint,         ///< grounds of cards and behind pictures
    bad,          ///< rule and sign of what is to be avoided
    bad_tint,     ///< its ground
    good,         ///< rule and sign of what is right
    good_tint,    ///< its ground
    step_light,   ///< chevrons, from the first to the last
    step_middle,  ///
    step_dark,    ///
    progress,     ///< how far the deck has come
    part_panel,   ///< behind the numeral of a part
    title_rule,   ///< under the title of a cover
};
inline constexpr auto paint_count = static_cast<std::size_t>(Paint::title_rule) + 1;
Colour colour_of(Paint paint, const style::Slides& look);
/// Colour of letters on it.
Colour ink_on(Paint paint, const style::Slides& look);

enum class Form : std::uint8_t {
    rectangle,
    frame,    ///< the outline of one
    chevron,  ///< pointing to the right, notched at the left
    arrow,    ///< the same without the notch: the first of a row
    tick,
    cross,
    box,         ///< to tick
    ticked_box,  ///
};

struct Ornament {
    Form form{};
    Paint paint{};
    Rect box;
};
/// The outline inside a box of this size.
std::vector<pages::Segment> outline(Form form, Size size);
/// How deep chevrons are notched.
Length notch_of(Size chevron);
/// Whether the outline is drawn with a pen, and how thick that is.
Length pen_of(Form form);
/// As a filled or stroked path.
pages::Path path_of(const Ornament& ornament, const style::Slides& look);

}  // namespace triptych::deck
