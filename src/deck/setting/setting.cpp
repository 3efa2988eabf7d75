#include "deck/setting/setting.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/printed_date.hpp"
#include "base/text.hpp"
#include "deck/setting/measure.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

using style::Role;

using namespace literals;

constexpr int most_figure_tries = 4;
constexpr auto slide_kinds = static_cast<std::size_t>(SlideKind::closing) + 1;
constexpr Length least_note = 11_pt, highest_picture_in_notes = 200_pt;

/// Styles that belong to the frame of a slide, not to its blocks.
bool is_frame_role(Role role) { return role >= Role::cover_title; }

bool is_small_role(Role role) {
    static constexpr std::array small = {Role::code,       Role::code_title, Role::table_head,
                                         Role::table_cell, Role::caption,    Role::footnote};
    return std::find(small.begin(), small.end(), role) != small.end();
}

style::BlockStyle scaled(style::BlockStyle style, Length size) {
    const Length from = style.text.size;
    const auto scale = [&](Length& length) { length = length.scaled(size.units, from.units); };
    scale(style.text.leading);
    scale(style.space_before);
    scale(style.space_after);
    scale(style.box.padding);
    style.text.size = size;
    return style;
}

/// The layout's look with every style of blocks at the size that `size_of` gives.
template <typename SizeOf>
style::Medium with_blocks_at(const style::Slides& look, Length body_size, Length highest_picture,
                             const SizeOf& size_of) {
    style::Medium medium = look.medium;
    medium.picture_share = highest_picture;
    const Length usual = look.medium[Role::body].text.size;
    for (std::size_t i = 0; i < medium.styles.size(); ++i) {
        const auto role = static_cast<Role>(i);
        if (is_frame_role(role)) continue;
        medium.styles[i] = scaled(medium.styles[i], size_of(role, medium.styles[i].text.size));
    }
    medium.list_indent = medium.list_indent.scaled(body_size.units, usual.units);
    return medium;
}

doc::Blocks shape_blocks(const Slide& slide, const Shape& shape, Length measure,
                         const typeset::Resources& resources) {
    doc::Blocks blocks = blocks_of(slide.body, shape);
    if (shape.kind != ShapeKind::figure) return blocks;
    auto& pictures = std::get<doc::Figure>(blocks.front().node).pictures;
    if (pictures.size() != 1) return blocks;
    // On a screen a picture may take a point for each of its pixels.
    const auto info = resources.images.info(pictures.front().media);
    if (info) pictures.front().width = std::min(1.0, info->width / measure.in_points());
    return blocks;
}

/// Sets the blocks of one shape at the size of the slide's text.
class ShapeSetter {
public:
    ShapeSetter(const Slide& slide, const Shape& shape, const Setting& setting)
        : setting_(setting),
          measure_(measure_of(slide, shape.kind, setting.look())),
          blocks_(shape_blocks(slide, shape, measure_, setting.resources)),
          size_(body_size_of(slide, setting.look())),
          is_figure_(shape.kind == ShapeKind::figure) {}

    style::Medium medium(Length highest_picture) const {
        return medium_at(setting_.look(), size_, highest_picture);
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
    bool is_figure_;
};

}  // namespace

typeset::Context Setting::context(const style::Medium& with, typeset::Structure& structure,
                                  Diagnostics& diagnostics) const {
    return {{resources, book, structure, diagnostics, language}, with};
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
    resources_.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto& sheet = base ? base->of(static_cast<SlideKind>(i)) : resources.sheet;
        resources_.push_back({resources.fonts, resources.images, sheet, resources.hyphenation,
                              resources.threads, resources.inline_cache});
        settings_.push_back({book, resources_.back(), language});
    }
}

const Setting& Settings::of(SlideKind kind) const {
    return settings_.size() == 1 ? settings_.front() : settings_[static_cast<std::size_t>(kind)];
}

style::Medium medium_at(const style::Slides& look, Length body_size, Length highest_picture) {
    const Length usual = look.medium[Role::body].text.size;
    const auto size_of = [&](Role role, Length own) {
        if (body_size == usual) return own;
        const Length least =
            std::min(own, is_small_role(role) ? look.smallest_code : look.smallest_body);
        Length size = own.scaled(body_size.units, usual.units);
        // Tables and listings give way first: they suffer most from being split.
        if (is_small_role(role)) size = size.scaled(body_size.units, usual.units);
        return std::max(least, size);
    };
    return with_blocks_at(look, body_size, highest_picture, size_of);
}

style::Medium medium_of_notes(const style::Slides& look) {
    const Length usual = look.medium[Role::body].text.size;
    const auto size_of = [&](Role, Length own) {
        return std::max(std::min(own, least_note), own.scaled(look.notes_size.units, usual.units));
    };
    return with_blocks_at(look, look.notes_size, highest_picture_in_notes, size_of);
}

style::TextStyle resized(style::TextStyle style, Length size) {
    style.leading = style.leading.scaled(size.units, style.size.units);
    style.size = size;
    return style;
}

Length body_size_of(const Slide& slide, const style::Slides& look) {
    const Length measured = slide.measures.body_size;
    return measured.units > 0 ? measured : look.medium[Role::body].text.size;
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

style::TextStyle title_style(const Slide& slide, const style::Slides& look) {
    const Role role = is_cover(slide) ? Role::cover_title : Role::slide_title;
    const auto& style = look.medium[role].text;
    const Length size = slide.measures.title_size;
    return size.units > 0 ? resized(style, size) : style;
}

style::TextStyle claim_style(const Slide& slide, const style::Slides& look) {
    const Role role = is_cover(slide) ? Role::cover_subtitle : Role::slide_claim;
    const auto& style = look.medium[role].text;
    const Length size = slide.measures.claim_size;
    return size.units > 0 ? resized(style, size) : style;
}

std::string numeral_of(const Slide& slide) {
    const std::size_t end = slide.number.find_last_not_of(".)");
    return end == std::string::npos ? slide.number : slide.number.substr(0, end + 1);
}

style::TextStyle numeral_style(const Slide& slide, const style::Slides& look) {
    auto style = look.medium[Role::slide_number].text;
    if (slide.measures.number_size.units > 0) style.size = slide.measures.number_size;
    return style;
}

doc::Inlines title_words(const Slide& slide) {
    doc::Inlines words;
    if (!has_numeral(slide) && !slide.number.empty())
        words.push_back({doc::Text{slide.number + " "}, slide.span});
    words.insert(words.end(), slide.title.begin(), slide.title.end());
    if (const auto suffix = title_suffix(slide); !suffix.empty())
        words.push_back({doc::Text{suffix}, slide.span});
    return words;
}

doc::Inlines kicker_words(const Slide& slide, const Deck& deck, Length room,
                          const Setting& setting) {
    const bool outer = slide.kind == SlideKind::title || slide.kind == SlideKind::closing;
    doc::Inlines words = slide.kicker;
    if (outer && !deck.publisher.empty()) words = {{doc::Text{deck.publisher}, {}}};
    const std::string plain = text::collapse_spaces(doc::plain_text(words));
    if (plain.empty()) return {};
    const auto line = shortened(plain, {setting.text(Role::slide_kicker), room}, setting.language,
                                setting.resources);
    return line == plain ? words : doc::Inlines{{doc::Text{line}, slide.span}};
}

std::string cover_meta(const Deck& deck) {
    const std::string date = printed_date(deck.date, deck.language);
    return deck.version + (deck.version.empty() || date.empty() ? "" : " · ") + date;
}

Length claim_spacing(const style::TextStyle& claim) { return claim.leading / 4; }

}  // namespace triptych::deck
