#include "deck/setting/arrange.hpp"
#include "deck/setting/grid.hpp"

/// Slides that open or close something: on a ground of their own.
namespace triptych::deck {
namespace {

using namespace literals;

constexpr Length part_title_top = 48_pt, below_part_title = 26_pt;
constexpr std::int64_t lines_of_part_title = 2;  // of the largest size
constexpr int last_part_column = 7;              // its numeral stands beside
constexpr Length part_numeral_top = 74_pt, part_numeral_height = 356_pt, numeral_margin = 24_pt;
constexpr Length above_meta = 12_pt;
constexpr Size logo_room = {180_pt, 64_pt};

/// Higher than that of the title slide: the part's chapters stand below it. A short title stands at
/// the foot of it.
Rect part_title(const style::Slides& look) {
    const Length height = look.medium[style::Role::cover_title].text.leading * lines_of_part_title;
    return in_columns(1, last_part_column, {{{}, part_title_top}, {{}, height}}, look);
}

/// The right of the slide from edge to edge.
Rect part_panel(const style::Slides& look) {
    Rect panel = in_columns(last_part_column + 1, look.columns, {{}, look.size}, look);
    panel.size.width = look.size.width - panel.at.x;
    return panel;
}

void arrange_part(const style::Slides& look, Arrangement& boxes) {
    boxes.kicker.at.x = look.margin_left;
    boxes.title = part_title(look);
    boxes.claim = boxes.title;
    boxes.claim.at.y = bottom(boxes.title) + below_part_title;
    boxes.claim.size.height = bottom(look.cover_meta) - boxes.claim.at.y;
    boxes.numeral = inset(part_panel(look), numeral_margin, {});
    boxes.numeral.at.y = part_numeral_top;
    boxes.numeral.size.height = part_numeral_height;
}

/// Beside version and date, at the right.
Rect logo_box(const style::Slides& look) {
    const Point corner = {look.size.width - look.margin_right, bottom(look.cover_meta)};
    return {{corner.x - logo_room.width, corner.y - logo_room.height}, logo_room};
}

}  // namespace

/// On the title slide version and date stand under them, and the logo beside them.
Rect foot_of_links(const Slide& slide, const style::Slides& look) {
    if (is_cover(slide))
        return {{look.cover_meta.at.x, look.cover_meta.at.y - above_meta},
                {look.cover_meta.size.width, {}}};
    return {{look.links.at.x, bottom(look.links)}, {look.body.size.width, {}}};
}

Arrangement arrange_cover(const Slide& slide, const style::Slides& look) {
    Arrangement boxes;
    boxes.kicker = look.cover_kicker;
    boxes.title = look.cover_title;
    boxes.claim = look.cover_subtitle;
    const Length links = slide.measures.links_height;
    const Rect foot = foot_of_links(slide, look);
    boxes.links = {{foot.at.x, foot.at.y - links}, {foot.size.width, links}};
    boxes.claim.size.height = boxes.links.at.y - boxes.claim.at.y;
    if (links.units > 0) boxes.claim.size.height -= above_meta;
    boxes.meta = look.cover_meta;
    boxes.logo = logo_box(look);
    if (slide.kind == SlideKind::part && look.zones != style::Zones::fixed)
        arrange_part(look, boxes);
    if (slide.kind == SlideKind::closing) {
        boxes.code = look.cover_code;
        boxes.claim.size.width = look.cover_code.at.x - look.gutter * 2 - boxes.claim.at.x;
        boxes.title.size.width = boxes.claim.size.width;
    }
    boxes.footer = look.footer;
    boxes.page_number = look.page_number;
    boxes.ornaments = decorations(slide.kind, look);
    return boxes;
}

std::vector<Ornament> decorations(SlideKind kind, const style::Slides& look) {
    switch (kind) {
        case SlideKind::title:
        case SlideKind::divider:
        case SlideKind::closing:
            break;
        case SlideKind::part:
            if (look.zones == style::Zones::fixed) break;
            return {{Form::rectangle, Paint::part_panel, part_panel(look)}};
        case SlideKind::content:
        case SlideKind::picture:
        case SlideKind::full_picture:
            return {};
    }
    const Paint paint = kind == SlideKind::divider ? Paint::accent : Paint::title_rule;
    const Point under_title = {look.cover_title.at.x, bottom(look.cover_title) + 10_pt};
    return {{Form::rectangle, paint, {{}, {10_pt, look.size.height}}},
            {Form::rectangle, paint, {under_title, {64_pt, 4_pt}}}};
}

}  // namespace triptych::deck
