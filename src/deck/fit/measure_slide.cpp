#include "deck/fit/measure_slide.hpp"

#include <algorithm>
#include <vector>

#include "deck/fit/full_picture.hpp"
#include "typeset/inline/paragraph.hpp"

namespace triptych::deck {
namespace {

using namespace literals;
using style::Role;

constexpr std::size_t most_title_lines = 2, most_cover_lines = 3;
constexpr int statement_scale = 140;  // per cent of a claim's usual size
constexpr Length least_title = 22_pt, least_subtitle = 16_pt;
constexpr Length least_fixed_title = 6_pt, least_fixed = 8_pt;  // in zones that do not give way
constexpr Length claim_on_picture = 20_pt;
constexpr Length least_figure = 120_pt;  // a picture is not squeezed further by text beside it

std::size_t count_lines(const doc::Inlines& words, const style::TextStyle& style, Length measure,
                        const Setting& setting) {
    typeset::Structure structure(pages::Tag::document);
    Diagnostics unheard;
    auto context = setting.context(setting.medium(), structure, unheard);
    context.measuring = true;
    return typeset::set_paragraph({words, style, measure, {}, structure.root()}, context).size();
}

Length lines_height(const doc::Inlines& words, const style::TextStyle& style, Length measure,
                    const Setting& setting) {
    return style.leading * static_cast<std::int64_t>(count_lines(words, style, measure, setting));
}

bool has_fixed_zones(const Setting& setting) { return setting.look().zones == style::Zones::fixed; }

/// The narrowest measure, to four points, in which the words take no more than the `lines` that
/// they take in `measure`: no line of a title is left with a word alone. Zero for one line.
Length even_measure(const doc::Inlines& words, const style::TextStyle& style, Length measure,
                    std::size_t lines, const Setting& setting) {
    if (lines < 2) return {};
    Length fits = measure, least = measure / static_cast<std::int64_t>(lines);
    while (fits - least > 4_pt) {
        const Length middle = least + (fits - least) / 2;
        if (count_lines(words, style, middle, setting) > lines)
            least = middle;
        else
            fits = middle;
    }
    return fits;
}

/// Sets the title's size and height: the largest size at which it takes at most `most` lines, or
/// fits into a zone that is fixed.
void measure_title(Slide& slide, std::size_t most, const Setting& setting) {
    const Arrangement boxes = arrange(slide, setting.look());
    const Length measure = boxes.title.size.width;
    const auto words = title_words(slide);
    const bool fixed = has_fixed_zones(setting);
    const Length least = fixed ? least_fixed_title : least_title;
    slide.measures.title_size = {};
    Length size = title_style(slide, setting.look()).size;
    for (;; size -= 2_pt) {
        slide.measures.title_size = size;
        const auto style = title_style(slide, setting.look());
        const std::size_t lines = count_lines(words, style, measure, setting);
        const Length height = style.leading * static_cast<std::int64_t>(lines);
        const bool fits = fixed ? height <= boxes.title.size.height : lines <= most;
        if (!fits && size > least) continue;
        slide.measures.title_height = height;
        slide.measures.title_width = even_measure(words, style, measure, lines, setting);
        break;
    }
}

void measure_number(Slide& slide, const Setting& setting) {
    if (!has_numeral(slide)) return;
    const auto& look = setting.look();
    const auto& style = setting.text(Role::slide_number);
    const Length room = arrange(slide, look).numeral.size.width;
    const Length width =
        typeset::line_width(numeral_of(slide), style, setting.language, setting.resources);
    slide.measures.number_size =
        width > room ? style.size.scaled(room.units, width.units) : style.size;
}

Length claim_height(const Slide& slide, Length measure, const Setting& setting) {
    const auto style = claim_style(slide, setting.look());
    Length height;
    for (const auto& paragraph : slide.claim) {
        if (height.units > 0) height += claim_spacing(style);
        height += lines_height(paragraph, style, measure, setting);
    }
    return height;
}

/// A claim over a body shrinks with it.
void measure_claim_over_body(Slide& slide, const Setting& setting) {
    const Length usual = setting.text(Role::slide_claim).size;
    slide.measures.claim_size =
        usual.scaled(slide.measures.body_size.units, setting.text(Role::body).size.units);
    slide.measures.claim_height =
        claim_height(slide, claim_measure(slide, setting.look()), setting);
}

/// A subtitle shrinks until it stands above what is at the foot of the cover; a claim that has the
/// slide to itself is set larger as far as there is room.
void measure_claim(Slide& slide, const Setting& setting) {
    slide.measures.claim_size = slide.measures.claim_height = slide.measures.claim_width = {};
    const Length usual = claim_style(slide, setting.look()).size;
    const bool cover = is_cover(slide), alone = slide.body.empty();
    const Rect room = cover ? arrange(slide, setting.look()).claim
                            : Rect{{},
                                   {claim_measure(slide, setting.look()),
                                    body_room(slide, setting.look()).size.height}};
    Length size = !cover && alone ? usual.scaled(statement_scale, 100) : usual;
    const Length least = !cover ? usual : has_fixed_zones(setting) ? least_fixed : least_subtitle;
    for (;; size -= 1_pt) {
        slide.measures.claim_size = size;
        const Length height = claim_height(slide, room.size.width, setting);
        if (height > room.size.height && size > least) continue;
        slide.measures.claim_height = height;
        break;
    }
    if (alone && slide.claim.size() == 1) {
        const auto style = claim_style(slide, setting.look());
        const auto lines =
            slide.measures.claim_height.units / std::max<std::int64_t>(1, style.leading.units);
        slide.measures.claim_width = even_measure(slide.claim.front(), style, room.size.width,
                                                  static_cast<std::size_t>(lines), setting);
    }
}

/// Text on a picture is small: the picture speaks.
void measure_text_on_picture(Slide& slide, const Setting& setting) {
    const Length measure = setting.look().picture_text.size.width;
    slide.measures.claim_size = claim_on_picture;
    slide.measures.claim_height = claim_height(slide, measure, setting);
    const auto& caption = full_figure(slide).caption;
    slide.measures.caption_height =
        caption.empty() ? Length{}
                        : lines_height(caption, setting.text(Role::caption), measure, setting);
}

void measure_links(Slide& slide, const Setting& setting) {
    const Length measure = setting.look().body.size.width;
    slide.measures.links_height = {};
    for (const auto& line : slide.links)
        slide.measures.links_height +=
            lines_height(line, setting.text(Role::slide_link), measure, setting);
}

}  // namespace

void measure_frame(Slide& slide, const Setting& setting) {
    measure_title(slide, is_cover(slide) ? most_cover_lines : most_title_lines, setting);
    if (slide.kind == SlideKind::full_picture) return measure_text_on_picture(slide, setting);
    measure_number(slide, setting);
    measure_links(slide, setting);
    measure_claim(slide, setting);
}

void measure_longer_title(Slide& slide, const Setting& setting) {
    const Measures before = slide.measures;
    const bool cover = is_cover(slide);
    measure_title(slide, cover ? most_cover_lines : most_title_lines, setting);
    const bool alone = cover || slide.kind == SlideKind::full_picture;
    if (alone || slide.measures.title_height == before.title_height) return;
    if (measure_body(slide, before.body_size, setting).fits()) return;
    slide.measures = before;
    const Length leading = title_style(slide, setting.look()).leading;
    const auto lines = static_cast<std::size_t>(before.title_height.units /
                                                std::max<std::int64_t>(1, leading.units));
    measure_title(slide, std::max<std::size_t>(1, lines), setting);
    slide.measures.title_height = before.title_height;
}

BodyHeight measure_body(Slide& slide, Length size, const Setting& setting) {
    slide.measures.body_size = size;
    if (!slide.body.empty() && !slide.claim.empty()) measure_claim_over_body(slide, setting);
    const auto all = shapes(slide.body);
    const Length room = body_room(slide, setting.look()).size.height;
    const bool beside = slide.kind == SlideKind::picture;
    std::vector<Length> heights(all.size());
    Length used = gap_between_shapes(slide, setting.look()) *
                  static_cast<std::int64_t>(all.empty() ? 0 : all.size() - (beside ? 2 : 1));
    used = std::max(Length{}, used);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].kind == ShapeKind::figure) continue;
        heights[i] = shape_height(slide, all[i], room, setting);
        used += heights[i];
    }
    // Of a divided slide, the higher of its two sides.
    if (is_divided(slide, setting.look())) {
        const Arrangement boxes = arrange(slide, setting.look());
        const Length claim = boxes.claim.at.y + boxes.claim.size.height - boxes.body.at.y;
        used = std::max(used, claim);
    }
    const Length text = used;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].kind != ShapeKind::figure) continue;
        const Rect box = arrange(slide, setting.look()).shapes[i];
        const Length left = beside ? box.size.height : std::max(least_figure, room - used);
        heights[i] = shape_height(slide, all[i], left, setting);
        if (!beside) used += heights[i];
    }
    slide.measures.shapes = std::move(heights);
    return {beside ? text : used, room};
}

Length height_of(const doc::Blocks& blocks, const Slide& slide, Length size,
                 const Setting& setting) {
    Slide alone;
    alone.kind = SlideKind::content;
    alone.title = slide.title;
    alone.body = blocks;
    const bool fits = measure_body(alone, size, setting).fits();
    Length height;
    for (const Length shape : alone.measures.shapes) height += shape;
    return fits ? height : std::max(height, body_room(alone, setting.look()).size.height + 1_pt);
}

}  // namespace triptych::deck
