#include <algorithm>

#include "deck/setting/arrange.hpp"
#include "deck/setting/grid.hpp"

/// Pictures: beside text, alone, or from edge to edge.
namespace triptych::deck {
namespace {

using namespace literals;

constexpr Length panel_padding = 24_pt, panel_gap = 8_pt, panel_rule_width = 8_pt;
constexpr int picture_share = 54;  // per cent of the body's width, on a template
constexpr Length least_gap = 24_pt;

/// The column that a picture beside text begins in.
int first_picture_column(const Slide& slide) { return slide.measures.wide_picture ? 5 : 6; }

Length width_on_template(const Rect& content, const style::Slides& look) {
    return look.picture_width.units > 0 ? look.picture_width
                                        : content.size.width.scaled(picture_share, 100);
}

}  // namespace

bool has_text_beside_picture(const Slide& slide) {
    return slide.kind == SlideKind::picture && (!slide.claim.empty() || slide.body.size() > 1);
}

Rect picture_box(const Slide& slide, const Rect& content, const style::Slides& look) {
    if (!has_text_beside_picture(slide)) {
        Rect box = content;
        box.at.x = look.margin_left;
        box.size.width = measure_between_margins(look);
        return box;
    }
    if (look.zones != style::Zones::fixed)
        return in_columns(first_picture_column(slide), look.columns, content, look);
    Rect box = content;
    const Length width = width_on_template(content, look);
    box.at.x += box.size.width - width;
    box.size.width = width;
    return box;
}

Rect text_beside_picture(const Slide& slide, const Rect& content, const style::Slides& look) {
    if (look.zones != style::Zones::fixed)
        return in_columns(1, first_picture_column(slide) - 1, content, look);
    Rect box = content;
    box.size.width -= width_on_template(content, look) +
                      (look.picture_width.units > 0 ? look.picture_gap : least_gap);
    return box;
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

Rect panel_rule(const Rect& panel) { return {panel.at, {panel_rule_width, panel.size.height}}; }

}  // namespace triptych::deck
