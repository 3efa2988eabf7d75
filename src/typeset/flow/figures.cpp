#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/words.hpp"
#include "doc/walk.hpp"
#include "typeset/flow/pictures.hpp"
#include "typeset/inline/itemize.hpp"
#include "typeset/shapes.hpp"

/// Figures: one picture, or several of the same height side by side, with their caption.
namespace triptych::typeset {
namespace {

constexpr std::size_t most_beside = 3;
/// Pictures of this many lines and more may be set lower by a fifth where a page asks for it.
constexpr std::int64_t high_picture = 5, share_to_give = 5;
/// Cost of a page break between a picture and what stands above it, which most often speaks of it.
constexpr std::int32_t away_from_mention = 400;
constexpr Length inch = Length::points(72);
/// Pictures are as wide as the text, three quarters, or half of it; smaller ones as they are.
constexpr int common_percents[] = {100, 75, 50};
/// Narrower pictures are logos and signs.
constexpr Length framed_width = Length::points(90), hairline = Length::points(0.4);

struct Placed {
    doc::Picture picture;
    Size size;
};

/// Never empty, as ISO 14289-1 §7.3 asks of figures.
std::string alternative_of(const doc::Picture& picture, const Context& context) {
    if (!picture.alternative.empty()) return picture.alternative;
    const std::string& path = context.book.media[index(picture.media)].path;
    return fmt::format("{}{}{}", word_in(context.language, Word::image),
                       word_in(context.language, Word::colon), text::file_name(path));
}

Size with_width(Size size, Length width) {
    return {width, size.height.scaled(width.units, std::max<std::int64_t>(1, size.width.units))};
}

Size with_height(Size size, Length height) {
    return {size.width.scaled(height.units, std::max<std::int64_t>(1, size.height.units)), height};
}

/// The next common width below, for pictures of which no author said how wide they are.
Size in_common_width(Size size, Length measure) {
    for (const int percent : common_percents)
        if (const Length width = measure.scaled(percent, 100); size.width >= width)
            return with_width(size, width);
    return size;
}

doc::MissingPicture as_missing(const doc::Picture& picture, const Context& context) {
    return {context.book.media[index(picture.media)].path, picture.alternative, {}};
}

Length gap(const Flow& flow) { return flow.style(style::Role::body).text.size; }

/// Pictures of one row share a height, and together they fill at most the measure.
void level(std::vector<Placed>& row, Length measure, Length gap) {
    if (row.size() < 2) return;
    Length height = row.front().size.height;
    for (const Placed& placed : row) height = std::min(height, placed.size.height);
    Length width;
    for (Placed& placed : row) {
        placed.size = with_height(placed.size, height);
        width += placed.size.width;
    }
    const Length room = measure - gap * static_cast<std::int64_t>(row.size() - 1);
    if (width <= room) return;
    for (Placed& placed : row) {
        placed.size = with_width(placed.size, placed.size.width.scaled(room.units, width.units));
    }
}

/// The picture, within its link if it leads somewhere.
void add_picture_item(const Placed& placed, Point at, pages::ElementId parent, Row& row,
                      Context& context) {
    std::optional<pages::LinkArea> area;
    if (placed.picture.target) area = link_area(*placed.picture.target, context);
    if (area) {
        parent = context.structure.add(parent, pages::Tag::link);
        area->size = placed.size;
        row.items.push_back({at, parent, std::move(*area)});
    }
    row.items.push_back(picture_item(placed.picture, at, placed.size, parent, context));
    const std::optional<Colour>& frame = context.medium.picture_frame;
    const auto info = context.resources.images.info(placed.picture.media);
    if (frame && info && needs_frame(*info, placed.size.width))
        row.items.push_back(outlined_box(at, placed.size, *frame, hairline));
}

void add_picture_row(std::vector<Placed> pictures, const Column& column, Flow& flow) {
    const Length between = gap(flow);
    level(pictures, column.measure, between);
    Row row;
    for (const Placed& placed : pictures) row.height = std::max(row.height, placed.size.height);
    Length left = column.left;
    for (const Placed& placed : pictures) {
        add_picture_item(placed, {left, {}}, column.parent, row, flow.context());
        left += placed.size.width + between;
    }
    const Length line = flow.style(style::Role::body).text.leading;
    if (column.frame < 0 && row.height >= line * high_picture)
        row.give = row.height / share_to_give;
    row.baseline =
        std::min(row.height, baseline_in_row(flow.style(column.text).text, flow.context()));
    flow.add(std::move(row), column);
}

void add_pictures(const doc::Figure& figure, const Column& column, Flow& flow) {
    std::vector<Placed> row;
    const auto finish_row = [&] {
        if (!row.empty()) add_picture_row(std::exchange(row, {}), column, flow);
    };
    const std::size_t beside = std::min(most_beside, figure.pictures.size());
    for (doc::Picture picture : figure.pictures) {
        auto size = printed_size(picture, column.measure, flow.context());
        if (!size) {
            finish_row();
            add(as_missing(picture, flow.context()), column, flow);
            continue;
        }
        const bool is_alone = figure.pictures.size() == 1 && picture.width == 0;
        if (is_alone && flow.grid().units > 0) size = in_common_width(*size, column.measure);
        if (row.empty()) flow.space(gap(flow) / 2);
        row.push_back({std::move(picture), *size});
        if (row.size() == beside) finish_row();
    }
    finish_row();
}

}  // namespace

bool needs_frame(const image::Info& info, Length width) {
    return info.format != image::Format::svg && !info.alpha && width >= framed_width;
}

std::optional<Size> printed_size(const doc::Picture& picture, Length measure,
                                 const Context& context) {
    const auto info = context.resources.images.info(picture.media);
    if (!info || info->width == 0 || info->height == 0) return std::nullopt;
    const int ppi = context.medium.picture_ppi;
    Size size{inch.scaled(info->width, ppi), inch.scaled(info->height, ppi)};
    if (picture.width > 0) {
        const Length asked = Share::fraction(std::min(1.0, picture.width)).of(measure);
        // Pixels seen one by one are worse than a smaller picture.
        const bool is_drawn = info->format == image::Format::svg;
        size = with_width(size, is_drawn ? asked : std::min(asked, size.width));
    }
    if (size.width > measure) size = with_width(size, measure);
    const Length highest = context.medium.picture_share;
    if (highest.units > 0 && size.height > highest) size = with_height(size, highest);
    return size;
}

pages::Item picture_item(const doc::Picture& picture, Point at, Size size, pages::ElementId parent,
                         Context& context) {
    auto element = pages::ElementId::layout_artifact;
    if (!picture.decorative) {
        element = context.structure.add(parent, pages::Tag::figure);
        context.structure[element].alternative = alternative_of(picture, context);
        if (picture.alternative.empty()) tell_words(element, context);
    }
    return {at, element, pages::Picture{picture.media, size, {}}};
}

pages::Item cropped_item(const doc::Picture& picture, Point at, Size box, pages::ElementId parent,
                         Context& context) {
    pages::Item item = picture_item(picture, at, box, parent, context);
    const auto info = context.resources.images.info(picture.media);
    if (!info) return item;
    std::get<pages::Picture>(item.content).crop =
        pages::crop_to_fill(info->width, info->height, box);
    return item;
}

void add_banner(const doc::Picture& picture, pages::ElementId parent, const Column& column,
                Flow& flow) {
    const auto info = flow.context().resources.images.info(picture.media);
    if (!info || info->width == 0 || info->height == 0) return;
    Row row;
    const Size box{column.measure, column.measure / 3};
    row.items = {cropped_item(picture, {column.left, {}}, box, parent, flow.context())};
    row.height = box.height;
    row.baseline = row.height;
    flow.add(std::move(row), column);
    flow.space(flow.style(style::Role::body).text.leading);
    flow.keep(2);
}

void add(const doc::Figure& figure, const Column& column, Flow& flow) {
    const style::BlockStyle& style = flow.style(style::Role::caption);
    const Column inner = column.under(flow.add_element(column.parent, pages::Tag::division));
    const Length apart = flow.style(style::Role::body).text.leading;
    flow.space(apart);
    const std::size_t first = flow.size();
    add_pictures(figure, inner, flow);
    flow.raise_penalty(first, away_from_mention);
    if (!figure.caption.empty()) {
        flow.end_inside();
        const std::size_t caption = flow.size();
        add_text(figure.caption, style::Role::caption, pages::Tag::caption, inner, flow);
        keep_together(caption, flow.size(), flow);
    }
    flow.end_inside();
    const Length after = std::max(apart, style.space_after);
    if (column.frame < 0) settle(first, after, Slack::shared, flow);
    flow.space(after);
}

}  // namespace triptych::typeset
