#include "deck/setting/setting.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "base/number_signs.hpp"
#include "base/printed_date.hpp"
#include "base/text.hpp"
#include "deck/setting/measure.hpp"
#include "deck/setting/scale.hpp"
#include "doc/walk.hpp"
#include "typeset/flow/pictures.hpp"
#include "typeset/inline/paragraph.hpp"

namespace triptych::deck {
namespace {

using style::Role;

using namespace literals;

constexpr int most_figure_tries = 4;
constexpr auto slide_kinds = static_cast<std::size_t>(SlideKind::closing) + 1;
constexpr Length least_note = 11_pt, highest_picture_in_notes = 200_pt;

constexpr std::string_view kicker_gap = " \xC2\xB7 ";  // between its parts

Length counter_width(const std::string& counter, const Setting& setting) {
    if (counter.empty()) return {};
    return typeset::line_width(std::string(kicker_gap) + counter, setting.text(Role::slide_kicker),
                               setting.language, setting.resources);
}

/// Sets the blocks of one shape at the size of the slide's text.
class ShapeSetter {
public:
    ShapeSetter(const Slide& slide, const Shape& shape, const Setting& setting)
        : setting_(setting),
          measure_(measure_of(slide, shape.kind, setting.look())),
          blocks_(blocks_of(slide.body, shape)),
          size_(body_size_of(slide, setting.look())),
          is_figure_(shape.kind == ShapeKind::figure),
          is_aside_(shape.kind == ShapeKind::aside) {}

    style::Medium medium(Length highest_picture) const {
        return is_aside_ ? medium_of_asides(setting_.look())
                         : medium_at(setting_.look(), size_, highest_picture);
    }
    typeset::Galley set(pages::ElementId parent, typeset::Context& context) const {
        return typeset::set_blocks(blocks_, measure_, parent, context);
    }
    /// The height that a picture may take so that its figure fits into `room`.
    Length fitting_picture(Length room) const {
        Length highest = room;
        for (int tries = 0; is_figure_ && tries < most_figure_tries; ++tries) {
            const Length excess = height(highest) - room;
            if (excess.units <= 0 || excess >= highest) break;
            highest -= excess;
        }
        return highest;
    }
    Length fitted_height(Length room) const { return height(fitting_picture(room)); }
    /// Width of a lone picture and its caption, if that takes one line; else the measure.
    Length figure_width(Length room) const {
        const auto& figure = std::get<doc::Figure>(blocks_.front().node);
        if (figure.pictures.size() != 1) return measure_;
        typeset::Structure scratch(pages::Tag::document);
        Diagnostics unheard;
        const auto with = medium(fitting_picture(room));
        const auto context = setting_.context(with, scratch, unheard);
        const auto size = typeset::printed_size(figure.pictures.front(), measure_, context);
        const Length caption =
            typeset::line_width(doc::plain_text(figure.caption), setting_.text(Role::caption),
                                setting_.language, setting_.resources);
        return std::min(measure_, std::max(size ? size->width : measure_, caption));
    }

private:
    Length height(Length highest_picture) const {
        typeset::Structure scratch(pages::Tag::document);
        Diagnostics unheard;
        const auto with = medium(highest_picture);
        auto context = setting_.context(with, scratch, unheard);
        context.measuring = true;
        return set(scratch.root(), context).height();
    }

    const Setting& setting_;
    Length measure_;
    doc::Blocks blocks_;
    Length size_;
    bool is_figure_, is_aside_;
};

}  // namespace

typeset::Context Setting::context(const style::Medium& with, typeset::Structure& structure,
                                  Diagnostics& diagnostics) const {
    return {{resources, book, structure, diagnostics, language}, with};
}

std::string layout_key(std::string_view name) {
    return text::lower_case(text::collapse_spaces(text::trim(name)));
}

const style::Sheet& TemplateSheets::of(SlideKind kind) const {
    switch (kind) {
        case SlideKind::title:
            return title;
        case SlideKind::part:
        case SlideKind::divider:
            return section;
        case SlideKind::closing:
            return closing;
        case SlideKind::content:
        case SlideKind::picture:
        case SlideKind::full_picture:
            break;
    }
    return content;
}

Settings::Settings(const doc::Book& book, const typeset::Resources& resources,
                   const std::string& language, const TemplateSheets* base) {
    const std::size_t count = base ? slide_kinds : 1;
    resources_.reserve(count + (base ? base->named.size() : 0));
    const auto add = [&](const style::Sheet& sheet) {
        resources_.push_back({resources.fonts, resources.images, sheet, resources.hyphenation,
                              resources.threads, resources.inline_cache});
        settings_.push_back({book, resources_.back(), language});
    };
    for (std::size_t i = 0; i < count; ++i)
        add(base ? base->of(static_cast<SlideKind>(i)) : resources.sheet);
    if (!base) return;
    for (const auto& [name, sheet] : base->named) {
        named_.emplace(name, settings_.size());
        add(sheet);
    }
}

const Setting& Settings::of(const Slide& slide) const {
    const auto named = is_cover(slide) ? named_.end() : named_.find(slide.layout);
    return named == named_.end() ? of(slide.kind) : settings_[named->second];
}

const Setting& Settings::of(SlideKind kind) const {
    return settings_.size() == 1 ? settings_.front() : settings_[static_cast<std::size_t>(kind)];
}

style::Medium medium_of_notes(const style::Slides& look) {
    return medium_at(look, look.notes_size, highest_picture_in_notes, least_note);
}

style::Medium medium_of_asides(const style::Slides& look) {
    style::Medium medium = medium_at(look, scale_of(look).small, {});
    for (const Role role : {Role::body, Role::list})
        medium.styles[static_cast<std::size_t>(role)].text.colour = look.quiet;
    return medium;
}

Length figure_width(const Slide& slide, const Shape& shape, Length room, const Setting& setting) {
    return ShapeSetter(slide, shape, setting).figure_width(room);
}

Length shape_height(const Slide& slide, const Shape& shape, Length room, const Setting& setting) {
    return ShapeSetter(slide, shape, setting).fitted_height(room);
}

typeset::Galley set_shape(const Slide& slide, const Shape& shape, Length room,
                          pages::ElementId parent, typeset::Structure& structure,
                          Diagnostics& diagnostics, const Setting& setting) {
    const ShapeSetter setter(slide, shape, setting);
    const auto medium = setter.medium(setter.fitting_picture(room));
    auto context = setting.context(medium, structure, diagnostics);
    return setter.set(parent, context);
}

typeset::Galley set_cell(const CellSetting& cell, pages::ElementId parent,
                         typeset::Structure& structure, Diagnostics& diagnostics,
                         const Setting& setting) {
    const auto& look = setting.look();
    const auto medium = medium_of_cell(cell.cells.all[cell.number], cell.cells.kind,
                                       body_size_of(cell.slide, look), look);
    auto context = setting.context(medium, structure, diagnostics);
    return typeset::set_blocks(blocks_of(cell.cells, cell.number), cell.measure, parent, context);
}

CellHeights cell_heights(const Slide& slide, Length width, const Setting& setting) {
    const Cells cells = cells_of(slide, setting.look());
    const Length measure = cell_measure(slide, cells, width, setting.look());
    CellHeights heights;
    for (std::size_t i = 0; i < cells.all.size(); ++i) {
        typeset::Structure scratch(pages::Tag::document);
        Diagnostics unheard;
        heights.push_back(
            set_cell({slide, cells, i, measure}, scratch.root(), scratch, unheard, setting)
                .height());
    }
    return heights;
}

style::TextStyle title_style(const Slide& slide, const style::Slides& look) {
    const Role role = is_cover(slide) ? Role::cover_title : Role::slide_title;
    const auto& style = look.medium[role].text;
    const Length size = slide.measures.title_size;
    return size.units > 0 ? resized(style, size) : style;
}

style::TextStyle claim_style(const Slide& slide, const style::Slides& look) {
    const Length size = slide.measures.claim_size;
    style::TextStyle style = look.medium[Role::slide_claim].text;
    if (slide.kind == SlideKind::part && look.zones != style::Zones::fixed) {
        // Its claim is the list of its chapters.
        style = look.medium[Role::body].text;
        style.colour = look.medium[Role::cover_subtitle].text.colour;
    } else if (is_cover(slide)) {
        style = look.medium[Role::cover_subtitle].text;
    } else if (has_claim_as_subtitle(slide, look)) {
        style.colour = look.quiet;
    }
    return size.units > 0 ? resized(style, size) : style;
}

style::TextStyle numeral_style(const Slide& slide, const style::Slides& look) {
    auto style = numeral_text(slide, look);
    if (slide.measures.number_size.units > 0) style.size = slide.measures.number_size;
    style.colour = slide.kind == SlideKind::part ? look.title_accent : look.accent;
    return style;
}

doc::Inlines title_words(const Slide& slide, const style::Slides& look) {
    doc::Inlines words;
    if (!takes_number_from_title(slide) && !slide.number.empty())
        words.push_back({doc::Text{slide.number + " "}, slide.span});
    words.insert(words.end(), slide.title.begin(), slide.title.end());
    if (look.zones == style::Zones::fixed)
        for (doc::Inline& part : title_suffix_words(slide)) words.push_back(std::move(part));
    return words;
}

Kicker kicker_of(const Slide& slide, const Deck& deck, const Setting& setting) {
    const bool outer = slide.kind == SlideKind::title || slide.kind == SlideKind::closing;
    const std::string counter =
        slide.parts > 1
            ? own_digits(fmt::format("{}/{}", slide.part, slide.parts), setting.language)
            : std::string();
    const Length room =
        arrange(slide, setting.look()).kicker.size.width - counter_width(counter, setting);
    const std::string whole =
        outer ? deck.publisher : text::collapse_spaces(doc::plain_text(slide.kicker));
    const std::string line = shortened(whole, {setting.text(Role::slide_kicker), room},
                                       setting.language, setting.resources);
    const std::size_t end = outer ? std::string::npos : line.find(kicker_gap);
    Kicker kicker{line.substr(0, end), end == std::string::npos ? "" : line.substr(end),
                  line != whole};
    if (!counter.empty()) kicker.rest += (line.empty() ? "" : std::string(kicker_gap)) + counter;
    return kicker;
}

style::TextStyle kicker_rest_style(const style::Slides& look) {
    auto style = look.medium[Role::slide_kicker].text;
    style.weight = 400;
    style.colour = look.quiet;
    return style;
}

std::string cover_meta(const Deck& deck) {
    const std::string date = printed_date(deck.date, deck.language);
    return deck.version + (deck.version.empty() || date.empty() ? "" : " · ") + date;
}

std::string foot_line(const std::string& title, const std::string& booklet, Length room,
                      const Setting& setting) {
    const std::string behind = booklet.empty() ? "" : std::string(kicker_gap) + booklet;
    const auto& style = setting.text(Role::slide_footer);
    const Length used = typeset::line_width(behind, style, setting.language, setting.resources);
    return shortened(title, {style, room - used}, setting.language, setting.resources) + behind;
}

Length base_line(const style::TextStyle& style, const Setting& setting) {
    const auto& families = setting.resources.sheet.fonts.families;
    const auto& fonts = setting.resources.fonts;
    const auto& name = families[static_cast<std::size_t>(style.family)].name;
    const auto& metrics = fonts.metrics(fonts.find(name, style.weight, style.italic));
    const auto units = std::max(1, metrics.units_per_em);
    const Length ascent = style.size.scaled(metrics.ascender, units);
    const Length natural = style.size.scaled(metrics.ascender - metrics.descender, units);
    return ascent + (style.leading - natural) / 2;
}

Length claim_spacing(const style::TextStyle& claim) { return claim.leading / 4; }

}  // namespace triptych::deck
