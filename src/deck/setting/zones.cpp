#include "deck/setting/zones.hpp"

#include <algorithm>
#include <string_view>
#include <variant>

#include "base/match.hpp"
#include "base/text.hpp"
#include "style/contrast.hpp"

namespace triptych::deck {
namespace {

using namespace literals;
using style::Role;

constexpr int picture_share = 54;  // per cent of the body's width, beside text

ShapeKind kind_of(const doc::Block& block) {
    return std::visit(Match{[](const doc::Paragraph&) { return ShapeKind::text; },
                            [](const doc::Heading&) { return ShapeKind::text; },
                            [](const doc::List&) { return ShapeKind::text; },
                            [](const doc::Steps&) { return ShapeKind::text; },
                            [](const doc::Tabs&) { return ShapeKind::text; },
                            [](const doc::Details&) { return ShapeKind::text; },
                            [](const doc::Updates&) { return ShapeKind::text; },
                            [](const doc::MathBlock&) { return ShapeKind::text; },
                            [](const doc::ThematicBreak&) { return ShapeKind::text; },
                            [](const doc::Callout&) { return ShapeKind::box; },
                            [](const doc::Quote&) { return ShapeKind::box; },
                            [](const doc::LinkCard&) { return ShapeKind::box; },
                            [](const doc::MissingPicture&) { return ShapeKind::box; },
                            [](const doc::CodeBlock&) { return ShapeKind::code; },
                            [](const doc::Diagram&) { return ShapeKind::code; },
                            [](const doc::Unsupported&) { return ShapeKind::code; },
                            [](const doc::Table&) { return ShapeKind::table; },
                            [](const doc::Figure&) { return ShapeKind::figure; },
                            [](const doc::Cards&) { return ShapeKind::grid; },
                            [](const doc::Columns&) { return ShapeKind::grid; }},
                      block.node);
}

constexpr std::size_t most_narrow_columns = 3;   // of a table in the column of text
constexpr std::size_t most_narrow_cards = 4;     // there, two in a row
constexpr std::size_t cards_in_a_row = 3;        // of the whole width
constexpr std::size_t longest_narrow_line = 60;  // bytes of a line of code there

constexpr Length panel_padding = 24_pt, panel_gap = 8_pt, panel_rule_width = 8_pt;
constexpr double least_contrast = 4.5;

bool is_cover_kind(SlideKind kind) {
    return kind == SlideKind::title || kind == SlideKind::part || kind == SlideKind::divider ||
           kind == SlideKind::closing;
}

bool has_long_line(std::string_view code) {
    for (const auto line : text::split(code, '\n'))
        if (line.size() > longest_narrow_line) return true;
    return false;
}

/// Whether the block is cramped in the column of running text.
bool needs_width(const doc::Block& block) {
    if (const auto* table = std::get_if<doc::Table>(&block.node))
        return table->columns.size() > most_narrow_columns;
    if (const auto* code = std::get_if<doc::CodeBlock>(&block.node))
        return has_long_line(code->text);
    if (const auto* columns = std::get_if<doc::Columns>(&block.node))
        return columns->columns.size() > 2;
    const auto* cards = std::get_if<doc::Cards>(&block.node);
    return cards &&
           (cards->cards.size() == cards_in_a_row || cards->cards.size() > most_narrow_cards);
}

Length bottom(const Rect& rect) { return rect.at.y + rect.size.height; }

/// Columns `first` to `last` (from 1) of the grid, as high as `box`.
Rect in_columns(int first, int last, Rect box, const style::Slides& look) {
    const Length measure = look.size.width - look.margin_left - look.margin_right;
    const Length gaps = look.gutter * (look.columns - 1);
    const auto left_of = [&](int column) {
        return (measure - gaps).scaled(column - 1, look.columns) + look.gutter * (column - 1);
    };
    box.at.x = look.margin_left + left_of(first);
    box.size.width = left_of(last + 1) - look.gutter - left_of(first);
    return box;
}

constexpr int last_claim_column = 5, first_point_column = 7;  // of a divided slide
constexpr Length above_claim = 12_pt;                         // below a numeral

bool has_text_beside_picture(const Slide& slide) {
    return slide.kind == SlideKind::picture && (!slide.claim.empty() || slide.body.size() > 1);
}

/// The title hangs from the top of its zone.
Rect title_box(const Slide& slide, const style::Slides& look) {
    Rect box = look.title;
    if (look.zones != style::Zones::fixed && slide.measures.title_height.units > 0)
        box.size.height = slide.measures.title_height;
    return box;
}

/// What the title and the links at the foot leave free, in the column of running text. The body
/// starts at the same height on all slides, but below a title of one line it may come closer.
Rect content_box(const Slide& slide, const style::Slides& look) {
    Rect box = look.body;
    const Length end = slide.links.empty()
                           ? bottom(look.links)
                           : bottom(look.links) - slide.measures.links_height - 16_pt;
    const Length title = look.medium[Role::slide_title].text.leading;
    if (look.zones == style::Zones::fixed)
        box.at.y = bottom(title_box(slide, look)) + (look.body.at.y - bottom(look.title));
    else if (slide.measures.title_height > title)
        box.at.y += title;
    box.size.height = end - box.at.y;
    return box;
}

/// Of a pillar: the numeral above the claim.
Rect numeral_box(const Slide& slide, const style::Slides& look) {
    Rect box = in_columns(1, last_claim_column, content_box(slide, look), look);
    box.size.height = has_numeral(slide) ? look.medium[Role::slide_number].text.leading : Length{};
    return box;
}

/// The same from margin to margin, for pictures and what needs width.
Rect wide_box(const Slide& slide, const style::Slides& look) {
    Rect box = content_box(slide, look);
    box.at.x = look.margin_left;
    box.size.width = look.size.width - look.margin_left - look.margin_right;
    return box;
}

Length text_width(const Slide& slide, const style::Slides& look) {
    if (is_divided(slide, look))
        return in_columns(first_point_column, look.columns, {}, look).size.width;
    const Length width = content_box(slide, look).size.width;
    if (!has_text_beside_picture(slide)) return width;
    if (look.picture_width.units > 0) return width - look.picture_width - look.picture_gap;
    return width.scaled(100 - picture_share, 100) - 24_pt;
}

Length claim_gap(const Slide& slide, const style::Slides& look) {
    if (slide.claim.empty() || slide.body.empty() || is_divided(slide, look)) return {};
    return look.medium[Role::slide_claim].space_after;
}

Rect picture_box(const Slide& slide, const style::Slides& look) {
    if (!has_text_beside_picture(slide)) return wide_box(slide, look);
    Rect box = content_box(slide, look);
    const Length width = look.picture_width.units > 0 ? look.picture_width
                                                      : box.size.width.scaled(picture_share, 100);
    box.at.x += box.size.width - width;
    box.size.width = width;
    return box;
}

bool is_wide(const Slide& slide, ShapeKind kind) {
    const bool can_be =
        kind == ShapeKind::code || kind == ShapeKind::table || kind == ShapeKind::grid;
    return can_be && needs_width(slide);
}

/// Heights of the shapes as measured, or equal shares of the room.
std::vector<Length> heights(const Slide& slide, std::size_t count, Length room) {
    if (slide.measures.shapes.size() == count) return slide.measures.shapes;
    return std::vector<Length>(count, count ? room / static_cast<std::int64_t>(count) : Length{});
}

/// In a fixed zone, text that has it to itself takes all of it.
bool fills_room(const Slide& slide, const Shape& shape, const style::Slides& look) {
    const std::size_t beside = slide.kind == SlideKind::picture ? 1 : 0;
    return look.zones == style::Zones::fixed && shape.kind == ShapeKind::text &&
           shape.end - shape.begin + beside == slide.body.size();
}

std::vector<Rect> stack(const Slide& slide, const style::Slides& look) {
    const auto all = shapes(slide.body);
    const Rect room = body_room(slide, look);
    const auto tall = heights(slide, all.size(), room.size.height);
    const Length gap = gap_between_shapes(slide, look);
    std::vector<Rect> boxes;
    Length y = room.at.y;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (slide.kind == SlideKind::picture && all[i].kind == ShapeKind::figure) {
            boxes.push_back(picture_box(slide, look));
            continue;
        }
        const Length x = is_wide(slide, all[i].kind) ? look.margin_left : room.at.x;
        const Length height = fills_room(slide, all[i], look) ? room.size.height : tall[i];
        boxes.push_back({{x, y}, {measure_of(slide, all[i].kind, look), height}});
        y += tall[i] + gap;
    }
    return boxes;
}

constexpr Length part_title_top = 84_pt, part_title_height = 100_pt, below_part_title = 40_pt;

/// Higher than that of the title slide: the part's chapters stand below it.
Rect part_title(const style::Slides& look) {
    return {{look.cover_title.at.x, part_title_top},
            {look.cover_title.size.width, part_title_height}};
}

Arrangement arrange_cover(const Slide& slide, const style::Slides& look) {
    Arrangement boxes;
    boxes.kicker = look.cover_kicker;
    boxes.title = look.cover_title;
    boxes.claim = look.cover_subtitle;
    boxes.claim.size.height = look.cover_meta.at.y - boxes.claim.at.y - 12_pt;
    boxes.meta = look.cover_meta;
    if (slide.kind == SlideKind::part && look.zones != style::Zones::fixed) {
        boxes.title = part_title(look);
        boxes.claim.at.y = bottom(boxes.title) + below_part_title;
        boxes.claim.size.height = bottom(look.cover_meta) - boxes.claim.at.y;
    }
    if (slide.kind == SlideKind::closing) {
        boxes.code = look.cover_code;
        boxes.claim.size.width = look.cover_code.at.x - look.gutter * 2 - boxes.claim.at.x;
        boxes.title.size.width = boxes.claim.size.width;
    }
    boxes.footer = look.footer;
    boxes.page_number = look.page_number;
    boxes.links = {look.links.at, {look.links.size.width, slide.measures.links_height}};
    return boxes;
}

/// The picture from edge to edge; on it, from below, caption, text, title and kicker, as high as
/// they are, and the panel around them, which reaches to the left edge.
Arrangement arrange_full_picture(const Slide& slide, const style::Slides& look) {
    Arrangement boxes;
    const Rect& zone = look.picture_text;
    Length y = bottom(zone);
    const auto stand = [&](Length height, Length gap) {
        y -= height;
        const Rect box = {{zone.at.x, y}, {zone.size.width, height}};
        if (height.units > 0) y -= gap;
        return box;
    };
    boxes.shapes = {{{}, look.size}};
    boxes.caption = stand(slide.measures.caption_height, panel_gap);
    boxes.claim = stand(slide.measures.claim_height, panel_gap);
    boxes.title = stand(std::max(slide.measures.title_height, 1_pt), panel_gap / 2);
    boxes.kicker = stand(slide.kicker.empty() ? Length{} : look.kicker.size.height, {});
    boxes.kicker.size.height = look.kicker.size.height;
    const Length top = y - panel_padding;
    boxes.panel = {
        {{}, top},
        {zone.at.x + zone.size.width + panel_padding, bottom(zone) + panel_padding - top}};
    return boxes;
}

}  // namespace

std::vector<Shape> shapes(const doc::Blocks& body) {
    std::vector<Shape> all;
    for (std::size_t i = 0; i < body.size(); ++i) {
        const ShapeKind kind = kind_of(body[i]);
        const bool flows_on =
            kind == ShapeKind::text && !all.empty() && all.back().kind == ShapeKind::text;
        if (flows_on)
            all.back().end = i + 1;
        else
            all.push_back({kind, i, i + 1});
    }
    return all;
}

doc::Blocks blocks_of(const doc::Blocks& body, const Shape& shape) {
    return {body.begin() + static_cast<std::ptrdiff_t>(shape.begin),
            body.begin() + static_cast<std::ptrdiff_t>(shape.end)};
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

std::vector<Decoration> decorations(SlideKind kind, const style::Slides& look) {
    if (kind == SlideKind::full_picture) return {};
    if (is_cover_kind(kind)) {
        const bool outer = kind == SlideKind::title || kind == SlideKind::closing;
        const Colour accent = cover_look(kind, look).accent;
        const bool part = kind == SlideKind::part && look.zones != style::Zones::fixed;
        const Rect title = part ? part_title(look) : look.cover_title;
        const Point under_title = {title.at.x, bottom(title) + 8_pt};
        return {{{{}, {outer ? 18_pt : 8_pt, look.size.height}}, accent},
                {{under_title, {64_pt, 4_pt}}, accent}};
    }
    const Point above_footer = {look.margin_left, look.footer.at.y - 8_pt};
    const Length measure = look.size.width - look.margin_left - look.margin_right;
    return {{{above_footer, {measure, Length::points(0.75)}}, look.medium.rule}};
}

Rect panel_rule(const Rect& panel) { return {panel.at, {panel_rule_width, panel.size.height}}; }

bool needs_width(const Slide& slide) {
    return std::any_of(slide.body.begin(), slide.body.end(),
                       [](const doc::Block& block) { return needs_width(block); });
}

bool is_divided(const Slide& slide, const style::Slides& look) {
    const bool kind = slide.archetype == Archetype::chapter ||
                      slide.archetype == Archetype::pillar ||
                      slide.archetype == Archetype::plain_pillar;
    return kind && look.zones != style::Zones::fixed && !slide.claim.empty() && !slide.body.empty();
}

bool has_numeral(const Slide& slide) {
    return slide.archetype == Archetype::pillar && !slide.number.empty();
}

bool is_cover(const Slide& slide) { return is_cover_kind(slide.kind); }

Length gap_between_shapes(const Slide& slide, const style::Slides& look) {
    const Length size = look.medium[Role::body].text.size;
    const Length body = slide.measures.body_size.units > 0 ? slide.measures.body_size : size;
    return body.scaled(3, 4);
}

Length measure_of(const Slide& slide, ShapeKind kind, const style::Slides& look) {
    if (slide.kind == SlideKind::picture && kind == ShapeKind::figure)
        return picture_box(slide, look).size.width;
    return is_wide(slide, kind) ? wide_box(slide, look).size.width : text_width(slide, look);
}

Length claim_measure(const Slide& slide, const style::Slides& look) {
    if (is_divided(slide, look)) return in_columns(1, last_claim_column, {}, look).size.width;
    return measure_of(slide, ShapeKind::text, look);
}

Rect body_room(const Slide& slide, const style::Slides& look) {
    Rect room = content_box(slide, look);
    if (is_divided(slide, look)) return in_columns(first_point_column, look.columns, room, look);
    const Length used = slide.measures.claim_height + claim_gap(slide, look);
    room.at.y += used;
    room.size.height -= used;
    return room;
}

Arrangement arrange(const Slide& slide, const style::Slides& look) {
    if (is_cover(slide)) return arrange_cover(slide, look);
    if (slide.kind == SlideKind::full_picture) return arrange_full_picture(slide, look);
    Arrangement boxes;
    const Rect content = content_box(slide, look);
    const Length foot = slide.measures.links_height;
    boxes.kicker = look.kicker;
    boxes.title = title_box(slide, look);
    boxes.numeral = numeral_box(slide, look);
    boxes.claim = {content.at, {claim_measure(slide, look), slide.measures.claim_height}};
    if (has_numeral(slide)) boxes.claim.at.y = bottom(boxes.numeral) + above_claim;
    boxes.body = body_room(slide, look);
    boxes.shapes = stack(slide, look);
    boxes.links = {{content.at.x, bottom(look.links) - foot}, {look.body.size.width, foot}};
    boxes.footer = look.footer;
    boxes.page_number = look.page_number;
    return boxes;
}

}  // namespace triptych::deck
