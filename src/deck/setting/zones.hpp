#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/colour.hpp"
#include "base/length.hpp"
#include "deck/deck.hpp"
#include "deck/setting/cell_plan.hpp"
#include "deck/setting/ornaments.hpp"
#include "style/sheet.hpp"

/// Where everything of a slide stands: one answer for pages, PPTX and HTML, so that all look the
/// same.
namespace triptych::deck {

/// A run of a slide's body that is drawn as one shape.
enum class ShapeKind : std::uint8_t {
    text,    ///< paragraphs, headings, lists: flows in one box
    aside,   ///< text beside cells, such as what leads to them: smaller
    box,     ///< a callout, quote, link card …: text on a ground of its own
    code,    ///< a listing
    table,   ///< a table
    figure,  ///< one or more pictures with their caption
    grid,    ///< cards or columns side by side
    cells,   ///< a list, cards or columns, each part of it in a place of its own
};
struct Shape {
    ShapeKind kind{};
    std::size_t begin = 0, end = 0;  ///< blocks of the body
};
/// The body's shapes in order, without gaps.
std::vector<Shape> shapes(const Slide& slide, const style::Slides& look);
/// The blocks of one shape.
doc::Blocks blocks_of(const doc::Blocks& body, const Shape& shape);

/// The boxes of one slide. Boxes of what the slide doesn't have are as high as nothing.
struct Arrangement {
    Rect kicker, title, claim, body, links, footer, page_number;
    Rect more;                        ///< how much is in the notes alone, below the body
    Rect meta;                        ///< version and date, on the title slide
    Rect logo;                        ///< on the title slide
    Rect code;                        ///< QR code, on the closing slide
    Rect panel, caption;              ///< on a picture that fills the slide
    Rect numeral;                     ///< large number of a pillar, a part, or of a sentence
    std::vector<Rect> shapes;         ///< one for each of `shapes(slide)`, inside `body`
    std::vector<CellBox> cells;       ///< one for each of `cells_of(slide)`
    std::vector<Ornament> ornaments;  ///< drawn under all else, in this order
};
/// Uses the slide's measures; without them the body is shared out evenly among its shapes.
Arrangement arrange(const Slide& slide, const style::Slides& look);

/// The body below the claim, whose height is shared by the shapes: for `fit`.
Rect body_room(const Slide& slide, const style::Slides& look);
/// Width in which shape `kind` of the slide is set.
Length measure_of(const Slide& slide, ShapeKind kind, const style::Slides& look);
/// Width in which its claim is set.
Length claim_measure(const Slide& slide, const style::Slides& look);
/// Where the foot of its links stands, and how wide they are set; as high as nothing.
Rect foot_of_links(const Slide& slide, const style::Slides& look);
/// Space between two shapes.
Length gap_between_shapes(const Slide& slide, const style::Slides& look);
/// Size the slide's blocks are set at.
Length body_size_of(const Slide& slide, const style::Slides& look);

/// Colours of a slide that opens something, or closes the deck, and of the panel on a picture.
/// Letters on a panel have a contrast of 4.5:1 or more (WCAG 2.2, 1.4.3).
struct CoverLook {
    Colour ground, ink, accent, quiet;  ///< quiet: of the subtitle
};
CoverLook cover_look(SlideKind kind, const style::Slides& look);

/// Drawn under everything else of slides of this kind, whatever they say.
std::vector<Ornament> decorations(SlideKind kind, const style::Slides& look);
/// How far the deck has come, at the foot of slide `number` of `count` (from 1).
Ornament progress(std::size_t number, std::size_t count, const style::Slides& look);

/// The rule at the left edge of the panel on a picture.
Rect panel_rule(const Rect& panel);

/// Whether something in the slide needs the whole width.
bool needs_width(const Slide& slide);
/// Whether claim and points stand side by side, in columns of their own.
bool is_divided(const Slide& slide, const style::Slides& look);
/// Whether its claim stands under the title like a subtitle.
bool has_claim_as_subtitle(const Slide& slide, const style::Slides& look);
/// Whether a large number stands on the slide.
bool has_numeral(const Slide& slide);
/// Whether the author's number stands large instead of in front of the title.
bool takes_number_from_title(const Slide& slide);
/// Whether it opens or closes something: title, parts, dividers, the last slide.
bool is_cover(const Slide& slide);

}  // namespace triptych::deck
