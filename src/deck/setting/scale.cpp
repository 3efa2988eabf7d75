#include "deck/setting/scale.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "base/is_one_of.hpp"
#include "deck/setting/cells.hpp"
#include "deck/setting/zones.hpp"

namespace triptych::deck {
namespace {

using namespace literals;
using style::Role;

constexpr int screen_ppi = 72;                                  // a point for each pixel
constexpr Length least_fixed_title = 6_pt, least_fixed = 8_pt;  // in zones that do not give way

/// Styles that belong to the frame of a slide, not to its blocks.
bool is_frame_role(Role role) { return role >= Role::cover_title; }

bool is_small_role(Role role) {
    static constexpr std::array small = {Role::code,       Role::code_title, Role::table_head,
                                         Role::table_cell, Role::caption,    Role::footnote};
    return is_one_of(role, small);
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

constexpr int numeral_leading = 74;  // per cent of its size

/// `size` and shares of it, in per cent.
std::vector<Length> steps(Length size, std::initializer_list<int> shares) {
    std::vector<Length> sizes = {size};
    for (const int share : shares) sizes.push_back(size.scaled(share, 100));
    return sizes;
}

/// `size` and all below it, point by point: what stands in a template's zones must fit into them.
std::vector<Length> point_by_point(Length size, Length least) {
    std::vector<Length> sizes = {size};
    while (sizes.back() - 1_pt >= least) sizes.push_back(sizes.back() - 1_pt);
    return sizes;
}

}  // namespace

Scale scale_of(const style::Slides& look) {
    const Length own = look.medium[Role::body].text.size;
    const Length least = std::min(own, look.smallest_body);
    if (is_fixed(look))
        return {own, std::max(least, own.scaled(11, 12)), std::max(least, own.scaled(19, 24))};
    return {own.scaled(12, 11), own, std::max(least, own.scaled(19, 22))};
}

std::vector<Length> body_sizes(const Slide& slide, const style::Slides& look) {
    const Scale scale = scale_of(look);
    const auto kind = cell_kind(slide, look);
    // Tables and listings have a size of their own, and a smaller one where they are long.
    if (slide.archetype == Archetype::table || slide.archetype == Archetype::code)
        return {scale.usual, scale.small};
    if (!kind || !cell_block(slide, look)) return {scale.large, scale.usual};
    switch (*kind) {
        case CellKind::ruled:
            if (slide.archetype == Archetype::terms) return {scale.small};
            return {scale.large, scale.usual, scale.small};
        case CellKind::card:
        case CellKind::panel:
        case CellKind::step:
            return {scale.small};
        case CellKind::task:
        case CellKind::column:
            break;
    }
    return {scale.usual, scale.small};
}

std::vector<Length> title_sizes(const Slide& slide, const style::Slides& look) {
    const Role role = is_cover(slide) ? Role::cover_title : Role::slide_title;
    const Length own = look.medium[role].text.size;
    if (is_fixed(look)) return point_by_point(own, least_fixed_title);
    return is_cover(slide) ? steps(own, {80, 64, 50}) : steps(own, {82, 68});
}

std::vector<Length> claim_sizes(const Slide& slide, const style::Slides& look) {
    const bool cover = is_cover(slide), fixed = is_fixed(look);
    Role role = cover ? Role::cover_subtitle : Role::slide_claim;
    // The claim of a part is the list of its chapters.
    if (slide.kind == SlideKind::part && !fixed) role = Role::body;
    const Length own = look.medium[role].text.size;
    if (fixed) return point_by_point(own, least_fixed);
    if (cover) return steps(own, {88, 76, 66, 58});
    auto sizes = steps(own, {88, 76});
    if (slide.body.empty()) sizes.insert(sizes.begin(), own.scaled(128, 100));
    return sizes;
}

style::TextStyle numeral_text(const Slide& slide, const style::Slides& look) {
    auto style = look.medium[Role::slide_number].text;
    if (slide.kind == SlideKind::part) style.size = style.size.scaled(48, 14);
    if (slide.archetype == Archetype::number) style.size = style.size.scaled(17, 14);
    style.leading = style.size.scaled(numeral_leading, 100);
    return style;
}

style::TextStyle more_style(const style::Slides& look) {
    auto style = resized(look.medium[Role::body].text, scale_of(look).small);
    style.colour = look.quiet;
    return style;
}

style::TextStyle resized(style::TextStyle style, Length size) {
    style.leading = style.leading.scaled(size.units, style.size.units);
    style.size = size;
    return style;
}

style::Medium medium_at(const style::Slides& look, Length body_size, Length highest_picture,
                        std::optional<Length> least) {
    style::Medium medium = look.medium;
    medium.picture_share = highest_picture;
    medium.picture_ppi = screen_ppi;
    const Length usual = look.medium[Role::body].text.size;
    const auto size_of = [&](Role role, Length own) {
        const bool small = is_small_role(role);
        if (body_size == usual || (small && body_size > usual)) return own;
        const Length limit = least.value_or(small ? look.smallest_code : look.smallest_body);
        return std::max(std::min(own, limit), own.scaled(body_size.units, usual.units));
    };
    for (std::size_t i = 0; i < medium.styles.size(); ++i) {
        const auto role = static_cast<Role>(i);
        if (is_frame_role(role)) continue;
        medium.styles[i] = scaled(medium.styles[i], size_of(role, medium.styles[i].text.size));
    }
    medium.list_indent = medium.list_indent.scaled(body_size.units, usual.units);
    return medium;
}

}  // namespace triptych::deck
