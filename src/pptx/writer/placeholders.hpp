#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/colour.hpp"
#include "base/length.hpp"
#include "style/sheet.hpp"

namespace triptych::pptx {

/// One for each archetype, and those of decks that show everything.
enum class LayoutKind : std::uint8_t {
    title,
    part,
    divider,
    chapter,
    pillar,
    plain_pillar,
    siblings,
    terms,
    compare,
    pair,
    process,
    checklist,
    table,
    picture,
    full_picture,
    code,
    number,
    statement,
    content,
    wide,
    closing,
    count_
};
inline constexpr auto layout_count = static_cast<std::size_t>(LayoutKind::count_);

/// What a placeholder is for.
enum class Use : std::uint8_t {
    kicker,
    title,
    numeral,
    claim,
    aside,  ///< text beside cells
    body,
    head,  ///< what stands in a chevron
    cell,
    listing,
    picture,
    table,
    more,  ///< how much is in the notes alone
    links,
    meta,
    footer,
    page_number,
    count_
};

/// A placeholder of a layout; shapes of slides take place and look from it.
struct Placeholder {
    Use use{};
    std::string type;       ///< `ST_PlaceholderType`; empty: holds any object
    unsigned index = 0;     ///< tells placeholders of one type apart
    std::string_view name;  ///< in the language of the deck
    style::Role role{};
    Colour ink;
    Rect box;                 ///< of its text
    std::string_view anchor;  ///< `t`, `ctr` or `b`
    Rect frame{};             ///< `box` and the insets around it
    unsigned bullets = 0;     ///< its first level that has bullets, from 1; 0: none has
    bool is_spaced = false;   ///< whether it asks for space behind paragraphs
    bool is_loose = false;    ///< whether the layout has none: a plain box takes its place
    Length size{};            ///< of its text; zero: that of its role
    int weight = 0;           ///< of its text; zero: that of its role
    std::optional<Colour> ground{};
};
}  // namespace triptych::pptx
