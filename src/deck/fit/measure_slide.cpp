#include "deck/fit/measure_slide.hpp"

#include <algorithm>
#include <vector>

#include "deck/fit/full_picture.hpp"
#include "deck/setting/wider_setting.hpp"
#include "typeset/inline/paragraph.hpp"

namespace triptych::deck {
namespace {

using namespace literals;
using style::Role;

constexpr std::size_t most_title_lines = 2, most_cover_lines = 3;
constexpr int wide = 125;  // per cent of its height that a picture beside text is as wide
constexpr Length claim_on_picture = 20_pt;
constexpr Length least_figure = 120_pt;  // a picture is not squeezed further by text beside it

/// As many as they take in the layout's own faces.
std::size_t lines_in(const doc::Inlines& words, const style::TextStyle& style, Length measure,
                     const Setting& setting) {
    typeset::Structure structure(pages::Tag::document);
    Diagnostics unheard;
    auto context = setting.context(setting.medium(), structure, unheard);
    context.measuring = true;
    return typeset::set_paragraph({words, style, measure, {}, structure.root()}, context).size();
}

Length widest_word(const doc::Inlines& words, const style::TextStyle& style,
                   const Setting& setting) {
    typeset::Structure structure(pages::Tag::document);
    Diagnostics unheard;
    auto context = setting.context(setting.medium(), structure, unheard);
    return typeset::measure_inlines(words, style, context).least;
}

/// Also where those are missing.
std::size_t count_lines(const doc::Inlines& words, const style::TextStyle& style, Length measure,
                        const Setting& setting) {
    const std::size_t own = lines_in(words, style, measure, setting);
    return setting.wider
               ? std::max(own, lines_in(words, setting.wider->widened(style), measure, setting))
               : own;
}

Length lines_height(const doc::Inlines& words, const style::TextStyle& style, Length measure,
                    const Setting& setting) {
    const auto height = [&](const style::TextStyle& with) {
        return with.leading * static_cast<std::int64_t>(lines_in(words, with, measure, setting));
    };
    return setting.wider ? std::max(height(style), height(setting.wider->widened(style)))
                         : height(style);
}

bool has_fixed_zones(const Setting& setting) { return setting.look().zones == style::Zones::fixed; }

/// The narrowest measure, to four points, in which the words take no more than the `lines` that
/// they take in `measure`, and no word is parted: no line of a title is left with a word alone.
/// Zero for one line.
Length even_measure(const doc::Inlines& words, const style::TextStyle& style, Length measure,
                    std::size_t lines, const Setting& setting) {
    if (lines < 2) return {};
    Length fits = measure;
    Length least =
        std::max(measure / static_cast<std::int64_t>(lines), widest_word(words, style, setting));
    while (fits - least > 4_pt) {
        const Length middle = least + (fits - least) / 2;
        if (lines_in(words, style, middle, setting) > lines)
            least = middle;
        else
            fits = middle;
    }
    return fits;
}

/// Sets the title's size and height: the largest size at which it takes at most `most` lines, or
/// fits into a zone that it must not leave; the smallest if none does.
void measure_title(Slide& slide, std::size_t most, const Setting& setting) {
    const Arrangement boxes = arrange(slide, setting.look());
    const Length measure = boxes.title.size.width;
    const auto words = title_words(slide, setting.look());
    for (const Length size : title_sizes(slide, setting.look())) {
        slide.measures.title_size = size;
        const auto style = title_style(slide, setting.look());
        const std::size_t lines = count_lines(words, style, measure, setting);
        const std::size_t own = lines_in(words, style, measure, setting);
        // On a cover a line more stands above the others.
        slide.measures.title_height =
            style.leading * static_cast<std::int64_t>(is_cover(slide) ? own : lines);
        slide.measures.title_width = even_measure(words, style, measure, own, setting);
        // Nothing stands above that of a part but the edge of the slide.
        const bool in_zone = has_fixed_zones(setting) || slide.kind == SlideKind::part;
        const bool fits =
            in_zone ? slide.measures.title_height <= boxes.title.size.height : lines <= most;
        if (fits) return;
    }
}

void measure_number(Slide& slide, const Setting& setting) {
    if (!has_numeral(slide)) return;
    const auto& look = setting.look();
    const auto style = numeral_text(slide, look);
    const Length room = arrange(slide, look).numeral.size.width;
    const Length width =
        typeset::line_width(slide.numeral, style, setting.language, setting.resources);
    slide.measures.number_size =
        width > room ? style.size.scaled(room.units, width.units) : style.size;
}

/// Room of a claim on a slide with other things.
Rect claim_room(const Slide& slide, const style::Slides& look) {
    Rect room = body_room(slide, look);
    room.size.width = claim_measure(slide, look);
    if (is_divided(slide, look) && has_numeral(slide)) {
        const Arrangement boxes = arrange(slide, look);
        room.size.height -= boxes.claim.at.y - boxes.body.at.y;
    }
    return room;
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

/// The claim alone, in the middle of its measure's lines.
void even_claim(Slide& slide, Length measure, const Setting& setting) {
    const auto style = claim_style(slide, setting.look());
    const auto& words = slide.claim.front();
    slide.measures.claim_width =
        even_measure(words, style, measure, lines_in(words, style, measure, setting), setting);
}

/// The largest size at which the claim stands in its room: above what is at the foot of a cover,
/// beside or above the body.
void measure_claim(Slide& slide, const Setting& setting) {
    slide.measures.claim_size = slide.measures.claim_height = slide.measures.claim_width = {};
    const auto& look = setting.look();
    const bool alone = slide.body.empty();
    const Rect room = is_cover(slide) ? arrange(slide, look).claim : claim_room(slide, look);
    for (const Length size : claim_sizes(slide, look)) {
        slide.measures.claim_size = size;
        slide.measures.claim_height = claim_height(slide, room.size.width, setting);
        if (slide.measures.claim_height <= room.size.height) break;
    }
    if (alone && slide.claim.size() == 1) even_claim(slide, room.size.width, setting);
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
    const Length measure = foot_of_links(slide, setting.look()).size.width;
    slide.measures.links_height = {};
    for (const auto& line : slide.links)
        slide.measures.links_height +=
            lines_height(line, setting.text(Role::slide_link), measure, setting);
}

}  // namespace

namespace {

/// Whether the picture beside text is much wider than high.
bool has_wide_picture(const Slide& slide, const Setting& setting) {
    for (const auto& block : slide.body) {
        const auto* figure = std::get_if<doc::Figure>(&block.node);
        if (!figure || figure->pictures.empty()) continue;
        const auto info = setting.resources.images.info(figure->pictures.front().media);
        return info && std::uint64_t{info->width} * 100 >= std::uint64_t{info->height} * wide;
    }
    return false;
}

/// The height of a shape, also where the layout's faces are missing.
Length tallest(const Slide& slide, const Shape& shape, Length room, const Setting& setting) {
    const Length own = shape_height(slide, shape, room, setting);
    return setting.wider ? std::max(own, shape_height(slide, shape, room, setting.wider->setting()))
                         : own;
}

Length measure_cells(Slide& slide, const Setting& setting) {
    const auto& look = setting.look();
    const Length width = body_room(slide, look).size.width;
    slide.measures.cells = cell_heights(slide, width, setting);
    if (setting.wider) {
        const auto wider = cell_heights(slide, width, setting.wider->setting());
        for (std::size_t i = 0; i < wider.size(); ++i)
            slide.measures.cells[i] = std::max(slide.measures.cells[i], wider[i]);
    }
    return cells_height(slide, cells_of(slide, look), slide.measures.cells, look);
}

}  // namespace

void measure_frame(Slide& slide, const Setting& setting) {
    slide.measures.wide_picture = has_wide_picture(slide, setting);
    measure_title(slide, is_cover(slide) ? most_cover_lines : most_title_lines, setting);
    if (slide.kind == SlideKind::full_picture) return measure_text_on_picture(slide, setting);
    measure_number(slide, setting);
    measure_links(slide, setting);
    measure_claim(slide, setting);
}

BodyHeight measure_body(Slide& slide, Length size, const Setting& setting) {
    slide.measures.body_size = size;
    const auto& look = setting.look();
    const auto all = shapes(slide, look);
    const Length room = body_room(slide, look).size.height;
    const bool beside = slide.kind == SlideKind::picture;
    std::vector<Length> heights(all.size());
    Length used = gap_between_shapes(slide, look) *
                  static_cast<std::int64_t>(all.empty() ? 0 : all.size() - (beside ? 2 : 1));
    used = std::max(Length{}, used);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].kind == ShapeKind::figure) continue;
        heights[i] = all[i].kind == ShapeKind::cells ? measure_cells(slide, setting)
                                                     : tallest(slide, all[i], room, setting);
        used += heights[i];
    }
    const Length text = used;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].kind != ShapeKind::figure) continue;
        const Rect box = arrange(slide, look).shapes[i];
        const Length left = beside ? box.size.height : std::max(least_figure, room - used);
        heights[i] = shape_height(slide, all[i], left, setting);
        slide.measures.picture_width = figure_width(slide, all[i], left, setting);
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
