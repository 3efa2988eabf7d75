#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/printed_date.hpp"
#include "base/words.hpp"
#include "booklet/edition.hpp"
#include "booklet/front.hpp"
#include "booklet/text_box.hpp"
#include "typeset/flow/lines.hpp"
#include "typeset/shapes.hpp"

namespace triptych::booklet {
namespace {

constexpr std::array title_percents = {100, 85, 72, 60, 50, 40, 30};
constexpr int panels = 3;

struct CoverSetting {
    const style::Booklet& style;
    const doc::Metadata& metadata;
    Length left, measure;
    pages::ElementId element;
};

typeset::Galley set_words(const std::string& text, const style::TextStyle& style,
                          const CoverSetting& setting, typeset::Context& context) {
    const pages::ElementId element = context.structure.add(setting.element, pages::Tag::paragraph);
    return set_text(text, style, setting.measure, element, context);
}

style::TextStyle scaled(style::TextStyle style, int percent) {
    style.size = style.size.scaled(percent, 100);
    style.leading = style.leading.scaled(percent, 100);
    return style;
}

/// The title as large as its room allows; what no size makes fit stands in the colophon only.
typeset::Galley set_title(const CoverSetting& setting, Length room, typeset::Context& context) {
    const pages::ElementId element = context.structure.add(setting.element, pages::Tag::title);
    typeset::Galley galley;
    for (const int percent : title_percents) {
        const style::TextStyle style =
            scaled(setting.style.medium[style::Role::cover_title].text, percent);
        const doc::Inlines title = typeset::words(setting.metadata.title);
        const Length measure = typeset::balanced_measure(title, style, setting.measure, context);
        galley = set_text(title, style, measure, element, context);
        if (galley.height() <= room) return galley;
    }
    while (galley.height() > room) galley.rows.pop_back();
    return galley;
}

Length add_lines(const std::vector<std::string>& lines, Point at, const CoverSetting& setting,
                 std::vector<pages::Item>& items, typeset::Context& context) {
    const style::TextStyle& style = setting.style.medium[style::Role::cover_meta].text;
    for (const std::string& line : lines) {
        if (!line.empty()) at.y = put(set_words(line, style, setting, context), at, items);
    }
    return at.y;
}

/// The picture fills the upper part of the cover, its edges cut where it has another shape.
bool add_picture(const CoverSetting& setting, std::vector<pages::Item>& items,
                 typeset::Context& context) {
    if (!setting.metadata.cover) return false;
    const auto info = context.resources.images.info(*setting.metadata.cover);
    if (!info || info->width == 0 || info->height == 0) return false;
    const Size page = setting.style.page.size;
    const Size box = {page.width, page.height.scaled(45, 100)};
    items.push_back({{},
                     pages::ElementId::layout_artifact,
                     pages::Picture{*setting.metadata.cover, box,
                                    pages::crop_to_fill(info->width, info->height, box)}});
    return true;
}

/// The logo on a plate of paper at the foot, so that it is seen on any ground.
void add_logo(const CoverSetting& setting, std::vector<pages::Item>& items,
              typeset::Context& context) {
    if (!setting.metadata.logo) return;
    const auto info = context.resources.images.info(*setting.metadata.logo);
    if (!info || info->width == 0 || info->height == 0) return;
    constexpr Length widest = Length::millimetres(32), highest = Length::millimetres(14);
    Size size{widest, widest.scaled(info->height, info->width)};
    if (size.height > highest) size = {highest.scaled(info->width, info->height), highest};
    const Length padding = Length::millimetres(3);
    const Size plate{size.width + padding * 2, size.height + padding * 2};
    const Size page = setting.style.page.size;
    const Point at{page.width - setting.left - plate.width,
                   page.height - setting.style.page.top - plate.height};
    constexpr Colour paper{255, 255, 255};
    items.push_back(typeset::filled_box(at, plate, paper));
    items.push_back({{at.x + padding, at.y + padding},
                     pages::ElementId::layout_artifact,
                     pages::Picture{*setting.metadata.logo, size, {}}});
}

/// Where the title stands and how much room it has, in hundredths of the page's height.
struct TitlePlace {
    int top, room;
};
constexpr TitlePlace title_alone{27, 38}, title_below_picture{56, 20};

void add_title_block(const CoverSetting& setting, TitlePlace place, std::vector<pages::Item>& items,
                     typeset::Context& context) {
    const Length height = setting.style.page.size.height;
    const Length bar = Length::points(5);
    Point at{setting.left, height.scaled(place.top, 100)};
    items.push_back(typeset::filled_box(at, {Length::points(48), bar}, setting.style.cover_accent));
    at.y += bar * 4;
    at.y = put(set_title(setting, height.scaled(place.room, 100), context), at, items);
    if (setting.metadata.subtitle.empty()) return;
    at.y += setting.style.medium[style::Role::cover_title].space_after;
    put(set_words(setting.metadata.subtitle, setting.style.medium[style::Role::cover_subtitle].text,
                  setting, context),
        at, items);
}

}  // namespace

std::string edition(const doc::Metadata& metadata) {
    std::string text = metadata.version;
    const std::string date = printed_date(metadata.date, metadata.language);
    if (!text.empty() && !date.empty()) text += " · ";
    return text + date;
}

std::string joined(const std::vector<std::string>& names, std::string_view language) {
    std::string text;
    for (const std::string& name : names) {
        if (!text.empty()) text += list_separator(language);
        text += name;
    }
    return text;
}

void add_cover_ground(const style::Booklet& style, std::vector<pages::Item>& items) {
    const Size page = style.page.size;
    items.push_back(typeset::filled_box({}, page, style.cover_ground));
    for (int i = 1; i < panels; ++i) {
        const Length left = page.width.scaled(i, panels);
        items.push_back(typeset::filled_box({left, {}}, {page.width - left, page.height},
                                            mix(style.cover_ground, style.cover_ink, 45 * i)));
    }
}

std::vector<pages::Item> set_cover(const Setting& setting, typeset::Context& context) {
    const style::Booklet& style = setting.resources.sheet.booklet;
    const doc::Metadata& metadata = setting.book.metadata;
    const Length margin = style.page.outer.scaled(4, 5);
    const pages::ElementId element =
        context.structure.add(context.structure.root(), pages::Tag::section);
    const CoverSetting cover{style, metadata, margin, style.page.size.width - margin * 2, element};
    std::vector<pages::Item> items;
    add_cover_ground(style, items);
    const bool pictured = add_picture(cover, items, context);
    add_lines({metadata.publisher},
              {margin, pictured ? style.page.size.height / 2 : style.page.top}, cover, items,
              context);
    add_title_block(cover, pictured ? title_below_picture : title_alone, items, context);
    const std::vector<std::string> foot = {joined(metadata.authors, metadata.language),
                                           edition(metadata)};
    const Length leading = style.medium[style::Role::cover_meta].text.leading;
    const Length bottom = style.page.size.height - style.page.top;
    const auto lines = static_cast<std::int64_t>(foot[0].empty() ? 1 : 2);
    add_lines(foot, {margin, bottom - leading * lines}, cover, items, context);
    add_logo(cover, items, context);
    return items;
}

}  // namespace triptych::booklet
