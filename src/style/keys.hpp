#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "style/sheet.hpp"

/// Every key a layout file may hold, once: its name, its meaning and where its value goes. Inside
/// the room only.
namespace triptych::style {

/// The member of `Target` that a key sets.
template <typename Target, typename T>
using Access = T& (*)(Target&);
template <typename Target>
using Field =
    std::variant<Access<Target, Length>, Access<Target, Colour>,
                 Access<Target, std::optional<Colour>>, Access<Target, bool>, Access<Target, int>,
                 Access<Target, std::string>, Access<Target, Size>, Access<Target, Rect>,
                 Access<Target, FamilyRole>, Access<Target, TextAlign>, Access<Target, Figures>,
                 Access<Target, LinksOnPaper>, Access<Target, PrintBlack>, Access<Target, Start>,
                 Access<Target, Emoji>, Access<Target, LongListings>, Access<Target, Kinsoku>,
                 Access<Target, LineEndStops>>;

/// Lengths and numbers a key accepts.
enum class Range : std::uint8_t { any, not_negative, positive };

template <typename Target>
struct Key {
    std::string_view name;  ///< a dot for each level: `page.inner`
    std::string_view about;
    Field<Target> field;
    Range range = Range::not_negative;
};
template <typename Target>
using Keys = std::span<const Key<Target>>;

/// Keys of one entry of `styles`; the first two are `size` and `leading`, which others are relative
/// to.
Keys<BlockStyle> block_keys();
/// Keys of every output, and of the theme for all of them.
Keys<Medium> medium_keys();
/// Keys of one entry of `syntax`, which every output has, too.
Keys<CodeStyle> code_style_keys();
/// Keys of one family of `fonts`; `files` is a list and read apart.
Keys<Family> family_keys();
Keys<Booklet> booklet_keys();
Keys<Ebook> ebook_keys();
/// Page, grid and colours of slides.
Keys<Slides> slide_keys();
/// Zones of slides, relative to the grid.
Keys<Slides> zone_keys();

}  // namespace triptych::style
