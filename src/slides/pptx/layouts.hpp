#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "slides/pptx/writing.hpp"
#include "slides/zones.hpp"
#include "style/sheet.hpp"

/// The master and its named layouts, all made from the sheet.
namespace triptych::slides::pptx {

enum class LayoutKind : std::uint8_t { title, divider, content, numbered, picture, table, count_ };
inline constexpr auto layout_count = static_cast<std::size_t>(LayoutKind::count_);

/// The layout a slide stands on.
LayoutKind layout_of(const Slide& slide);
std::string layout_part(LayoutKind kind);

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
    std::string_view type;  ///< `ST_PlaceholderType`
    unsigned index = 0;     ///< tells placeholders of one type apart
    std::string_view name;  ///< in the language of the deck
    style::Role role{};
    Colour ink;
    Rect box;
    std::string_view anchor;  ///< `t` or `b`
};
/// In reading order.
std::vector<Placeholder> placeholders(LayoutKind kind, const Writing& writing);

/// Adds `p:ph` to the non-visual properties `p:nvPr`.
void add_placeholder_reference(pugi::xml_node properties, const Placeholder& placeholder);
/// The attributes and children of a run's default look (`a:defRPr`, `a:rPr`).
void add_text_look(pugi::xml_node properties, const style::TextStyle& style, Colour ink,
                   const Writing& writing);

/// Writes master, layouts and the theme they stand on.
void write_master(const Writing& writing);
/// The theme part `name`.
void write_theme(const std::string& name, const Writing& writing);

}  // namespace triptych::slides::pptx
