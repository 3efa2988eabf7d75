#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/colour.hpp"
#include "base/length.hpp"
#include "style/sheet.hpp"

namespace triptych::pptx {

enum class LayoutKind : std::uint8_t {
    title,
    part,
    divider,
    content,
    numbered,
    divided,
    wide,
    picture,
    full_picture,
    table,
    closing,
    count_
};
inline constexpr auto layout_count = static_cast<std::size_t>(LayoutKind::count_);

/// What a placeholder is for.
enum class Use : std::uint8_t {
    kicker,
    title,
    claim,
    body,
    picture,
    table,
    links,
    meta,
    footer,
    page_number
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
    std::string_view anchor;  ///< `t` or `b`
    Rect frame{};             ///< `box` and the insets around it
    unsigned bullets = 0;     ///< its first level that has bullets, from 1; 0: none has
    bool is_spaced = false;   ///< whether it asks for space behind paragraphs
    bool is_loose = false;    ///< whether the layout has none: a plain box takes its place
};
}  // namespace triptych::pptx
