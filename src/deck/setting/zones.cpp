#include "deck/setting/zones.hpp"

#include <algorithm>
#include <string>

#include "base/text.hpp"
#include "deck/content.hpp"
#include "deck/setting/arrange.hpp"
#include "deck/setting/grid.hpp"
#include "deck/setting/scale.hpp"
#include "style/contrast.hpp"

namespace triptych::deck {
namespace {

using namespace literals;
using style::Role;

constexpr Length above_claim = 18_pt;     // below a numeral
constexpr Length below_title = 6_pt;      // of a claim that stands there …
constexpr Length below_subtitle = 10_pt;  // … and of text; rules and panels keep off it anyway
constexpr Length below_long_title = 24_pt;
constexpr Length above_links = 16_pt, above_more = 6_pt;
constexpr char32_t first_ideograph = 0x2E80;
constexpr Length progress_height = 5_pt, tint_edge = 14_pt;
constexpr std::size_t most_points_in_one_column = 8;  // beside a claim

/// Columns of claim and points of a divided slide.
struct Division {
    int last_claim, first_point;
};
Division division_of(const Slide& slide, const style::Slides& look) {
    const bool many = cells_of(slide, look).all.size() > most_points_in_one_column;
    return many ? Division{4, 5} : Division{5, 7};
}

/// The title hangs from the top of its zone.
Rect title_box(const Slide& slide, const style::Slides& look) {
    Rect box = look.title;
    if (!is_fixed(look) && slide.measures.title_height.units > 0)
        box.size.height = slide.measures.title_height;
    return box;
}

/// Counts of many kinds take a second line, in every face that they may be set in.
Length more_height(const Slide& slide, const style::Slides& look) {
    if (!slide.leaves_out() || is_fixed(look)) return {};
    constexpr int letters_in_line = 80;
    const std::string words = more_words(slide, slide.language);
    int letters = 0;
    for (std::size_t at = 0; at < words.size();)
        letters += text::next_code_point(words, at) >= first_ideograph ? 2 : 1;
    return more_style(look).leading * (1 + letters / letters_in_line);
}

/// Whether its body runs from margin to margin.
bool is_wide_archetype(Archetype archetype) {
    switch (archetype) {
        case Archetype::chapter:
        case Archetype::siblings:
        case Archetype::terms:
        case Archetype::compare:
        case Archetype::pair:
        case Archetype::process:
        case Archetype::checklist:
        case Archetype::table:
        case Archetype::code:
            return true;
        case Archetype::none:
        case Archetype::cover:
        case Archetype::part:
        case Archetype::pillar:
        case Archetype::plain_pillar:
        case Archetype::picture:
        case Archetype::full_picture:
        case Archetype::number:
        case Archetype::statement:
        case Archetype::bullets:
        case Archetype::see_also:
        case Archetype::closing:
            return false;
    }
    return false;
}

/// What title, links and what is said of the notes leave free, in the columns of the body. It
/// begins at the same height on all slides with a title of one line.
Rect content_box(const Slide& slide, const style::Slides& look) {
    Rect box = look.body;
    if (is_fixed(look))
        box.at.y = bottom(title_box(slide, look)) + (look.body.at.y - bottom(look.title));
    else if (slide.measures.title_height.units > 0)
        box.at.y = std::max(box.at.y, bottom(title_box(slide, look)) + below_long_title);
    const bool ruled = slide.archetype == Archetype::plain_pillar && slide.claim.empty();
    const bool wide = is_wide_archetype(slide.archetype) || slide.measures.wide_text || ruled;
    if (wide && !is_fixed(look)) {
        box.at.x = look.margin_left;
        box.size.width = measure_between_margins(look);
    }
    Length end = bottom(look.links);
    if (!slide.links.empty()) end -= slide.measures.links_height + above_links;
    if (const Length more = more_height(slide, look); more.units > 0) end -= more + above_more;
    box.size.height = end - box.at.y;
    return box;
}

/// From margin to margin.
Rect wide_box(const Slide& slide, const style::Slides& look) {
    Rect box = content_box(slide, look);
    box.at.x = look.margin_left;
    box.size.width = measure_between_margins(look);
    return box;
}

/// Above the claim of a pillar or the sentence of a number.
Rect numeral_box(const Slide& slide, const style::Slides& look) {
    Rect box = content_box(slide, look);
    if (is_divided(slide, look))
        box = in_columns(1, division_of(slide, look).last_claim, box, look);
    box.size.height = {};
    if (has_numeral(slide)) box.size.height = numeral_text(slide, look).leading;
    return box;
}

Length text_width(const Slide& slide, const style::Slides& look) {
    const Rect content = content_box(slide, look);
    if (is_divided(slide, look))
        return in_columns(division_of(slide, look).first_point, look.columns, {}, look).size.width;
    return has_text_beside_picture(slide) ? text_beside_picture(slide, content, look).size.width
                                          : content.size.width;
}

Length claim_gap(const Slide& slide, const style::Slides& look) {
    if (slide.claim.empty() || slide.body.empty() || is_divided(slide, look)) return {};
    return look.medium[Role::slide_claim].space_after;
}

bool is_wide(const Slide& slide, ShapeKind kind, const style::Slides& look) {
    const bool can_be =
        kind == ShapeKind::code || kind == ShapeKind::table || kind == ShapeKind::grid;
    const bool always = is_wide_archetype(slide.archetype) && !is_divided(slide, look);
    return can_be && (always || needs_width(slide));
}

/// Heights of the shapes as measured, or equal shares of the room.
std::vector<Length> heights(const Slide& slide, std::size_t count, Length room) {
    if (slide.measures.shapes.size() == count) return slide.measures.shapes;
    return std::vector<Length>(count, count ? room / static_cast<std::int64_t>(count) : Length{});
}

/// In a fixed zone, text that has it to itself takes all of it.
bool fills_room(const Slide& slide, const Shape& shape, const style::Slides& look) {
    const std::size_t beside = slide.kind == SlideKind::picture ? 1 : 0;
    return is_fixed(look) && shape.kind == ShapeKind::text &&
           shape.end - shape.begin + beside == slide.body.size();
}

/// Puts the cells into the room that other shapes leave them; returns the height they take.
Length place_cells(const Slide& slide, const Rect& box, const style::Slides& look,
                   Arrangement& boxes) {
    const Cells cells = cells_of(slide, look);
    CellHeights texts = slide.measures.cells;
    texts.resize(cells.all.size());
    auto arranged = arrange_cells(slide, cells, texts, box, look);
    Length end = box.at.y;
    for (const CellBox& cell : arranged.boxes) end = std::max(end, bottom(cell.box));
    // Words under a rule or a chevron stand on no ground that would end.
    const bool open = cells.kind == CellKind::column || cells.kind == CellKind::step;
    if (open && *cell_block(slide, look) + 1 == slide.body.size())
        for (CellBox& cell : arranged.boxes) cell.reach = bottom(box);
    boxes.cells = std::move(arranged.boxes);
    boxes.ornaments.insert(boxes.ornaments.end(), arranged.ornaments.begin(),
                           arranged.ornaments.end());
    return end - box.at.y;
}

/// What the shapes leave free of the room.
Length free_height(const std::vector<Length>& tall, Length gap, Length room) {
    for (const Length height : tall) room -= height + gap;
    return std::max(Length{}, room + (tall.empty() ? Length{} : gap));
}

void stack(const Slide& slide, const style::Slides& look, Arrangement& boxes) {
    const auto all = shapes(slide, look);
    const Rect& room = boxes.body;
    const auto tall = heights(slide, all.size(), room.size.height);
    const Length gap = gap_between_shapes(slide, look);
    Length y = room.at.y;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (slide.kind == SlideKind::picture && all[i].kind == ShapeKind::figure) {
            boxes.shapes.push_back(picture_box(slide, content_box(slide, look), look));
            continue;
        }
        const Length x = is_wide(slide, all[i].kind, look) ? look.margin_left : room.at.x;
        Rect box = {{x, y}, {measure_of(slide, all[i].kind, look), tall[i]}};
        if (fills_room(slide, all[i], look)) box.size.height = room.size.height;
        if (all[i].kind == ShapeKind::cells) {
            box.size.height += free_height(tall, gap, room.size.height);
            box.size.height = place_cells(slide, box, look, boxes);
        }
        boxes.shapes.push_back(box);
        y += std::max(tall[i], all[i].kind == ShapeKind::cells ? box.size.height : Length{}) + gap;
    }
}

/// A picture without text stands in the middle of a tint, where it does not fill that.
void add_tint(const Slide& slide, const style::Slides& look, Arrangement& boxes) {
    const bool alone = slide.kind == SlideKind::picture && !has_text_beside_picture(slide);
    if (!alone || is_fixed(look) || boxes.shapes.empty()) return;
    Rect& box = boxes.shapes.front();
    const auto& measured = slide.measures.shapes;
    if (!measured.empty() && measured.front().units > 0)
        box.size.height = std::min(box.size.height, measured.front() + tint_edge * 2);
    boxes.ornaments.push_back({Form::rectangle, Paint::tint, box});
    box = inset(box, tint_edge, tint_edge);
    const Length width = slide.measures.picture_width;
    if (width.units <= 0 || width >= box.size.width) return;
    box.at.x += (box.size.width - width) / 2;
    box.size.width = width;
}

Rect claim_box(const Slide& slide, const Rect& content, const style::Slides& look) {
    Rect box = {content.at, {claim_measure(slide, look), slide.measures.claim_height}};
    if (has_text_beside_picture(slide)) box.at = text_beside_picture(slide, content, look).at;
    if (has_claim_as_subtitle(slide, look)) box.at.y = bottom(title_box(slide, look)) + below_title;
    return box;
}

}  // namespace

Arrangement arrange_content(const Slide& slide, const style::Slides& look) {
    Arrangement boxes;
    const Rect content = content_box(slide, look);
    const Length foot = slide.measures.links_height;
    boxes.kicker = look.kicker;
    boxes.title = title_box(slide, look);
    boxes.numeral = numeral_box(slide, look);
    boxes.claim = claim_box(slide, content, look);
    if (has_numeral(slide)) boxes.claim.at.y = bottom(boxes.numeral) + above_claim;
    boxes.body = body_room(slide, look);
    stack(slide, look, boxes);
    add_tint(slide, look, boxes);
    const Rect links = foot_of_links(slide, look);
    boxes.links = {{content.at.x, links.at.y - foot}, {links.size.width, foot}};
    const Length more = more_height(slide, look);
    boxes.more = {{look.margin_left, bottom(content) + above_more},
                  {measure_between_margins(look), more}};
    boxes.footer = look.footer;
    boxes.page_number = look.page_number;
    return boxes;
}

Arrangement arrange(const Slide& slide, const style::Slides& look) {
    if (is_cover(slide)) return arrange_cover(slide, look);
    if (slide.kind == SlideKind::full_picture) return arrange_full_picture(slide, look);
    return arrange_content(slide, look);
}

CoverLook cover_look(SlideKind kind, const style::Slides& look) {
    if (kind == SlideKind::divider)
        return {look.section_ground, look.section_ink, look.section_accent, look.section_quiet};
    const CoverLook cover = {look.title_ground, look.title_ink, look.title_accent,
                             look.medium[Role::cover_subtitle].text.colour};
    if (kind != SlideKind::full_picture) return cover;
    const auto seen = [&](Colour colour) {
        return style::readable(colour, cover.ground, least_contrast);
    };
    return {cover.ground, seen(cover.ink), seen(cover.accent), seen(cover.quiet)};
}

Ornament progress(std::size_t number, std::size_t count, const style::Slides& look) {
    const Length width =
        look.size.width.scaled(static_cast<std::int64_t>(number),
                               static_cast<std::int64_t>(std::max<std::size_t>(1, count)));
    return {Form::rectangle,
            Paint::progress,
            {{{}, look.size.height - progress_height}, {width, progress_height}}};
}

bool is_divided(const Slide& slide, const style::Slides& look) {
    const bool kind = slide.archetype == Archetype::chapter ||
                      slide.archetype == Archetype::pillar ||
                      slide.archetype == Archetype::plain_pillar;
    return kind && !is_fixed(look) && !slide.claim.empty() && cell_block(slide, look).has_value();
}

bool has_claim_as_subtitle(const Slide& slide, const style::Slides& look) {
    if (slide.claim.size() != 1 || slide.body.empty() || is_fixed(look) || is_cover(slide) ||
        slide.kind == SlideKind::picture || slide.kind == SlideKind::full_picture)
        return false;
    const auto one_line = [&](Length height, Role role) {
        return height.units > 0 && height <= look.medium[role].text.leading;
    };
    return !is_divided(slide, look) && !has_numeral(slide) &&
           one_line(slide.measures.claim_height, Role::slide_claim) &&
           one_line(slide.measures.title_height, Role::slide_title);
}

bool has_numeral(const Slide& slide) {
    if (slide.numeral.empty()) return false;
    return slide.kind == SlideKind::part || slide.archetype == Archetype::pillar ||
           slide.archetype == Archetype::number;
}

bool takes_number_from_title(const Slide& slide) {
    return has_numeral(slide) && slide.archetype == Archetype::pillar;
}

bool is_cover(const Slide& slide) {
    switch (slide.kind) {
        case SlideKind::title:
        case SlideKind::part:
        case SlideKind::divider:
        case SlideKind::closing:
            return true;
        case SlideKind::content:
        case SlideKind::picture:
        case SlideKind::full_picture:
            break;
    }
    return false;
}

Length body_size_of(const Slide& slide, const style::Slides& look) {
    const Length measured = slide.measures.body_size;
    return measured.units > 0 ? measured : look.medium[Role::body].text.size;
}

Length gap_between_shapes(const Slide& slide, const style::Slides& look) {
    return body_size_of(slide, look).scaled(3, 4);
}

Length measure_of(const Slide& slide, ShapeKind kind, const style::Slides& look) {
    if (slide.kind == SlideKind::picture && kind == ShapeKind::figure)
        return picture_box(slide, content_box(slide, look), look).size.width;
    return is_wide(slide, kind, look) ? wide_box(slide, look).size.width : text_width(slide, look);
}

Length claim_measure(const Slide& slide, const style::Slides& look) {
    if (is_divided(slide, look))
        return in_columns(1, division_of(slide, look).last_claim, {}, look).size.width;
    if (is_fixed(look) || has_text_beside_picture(slide))
        return measure_of(slide, ShapeKind::text, look);
    return in_columns(1, slide.body.empty() ? 9 : 11, {}, look).size.width;
}

Rect body_room(const Slide& slide, const style::Slides& look) {
    Rect room = content_box(slide, look);
    if (is_divided(slide, look))
        return in_columns(division_of(slide, look).first_point, look.columns, room, look);
    if (has_text_beside_picture(slide)) room = text_beside_picture(slide, room, look);
    Length used;
    if (!has_claim_as_subtitle(slide, look))
        used = slide.measures.claim_height + claim_gap(slide, look);
    else if (!is_wide_archetype(slide.archetype))
        used = below_subtitle;
    if (has_numeral(slide)) used += numeral_box(slide, look).size.height + above_claim;
    room.at.y += used;
    room.size.height -= used;
    return room;
}

}  // namespace triptych::deck
