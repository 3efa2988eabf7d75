#pragma once

#include <string_view>

#include <pugixml.hpp>

#include "svg/losses.hpp"

/// An SVG file as a tree in which everything is what it seems.
namespace triptych::svg {

/// Elements beyond this depth or number are more than any drawing needs.
inline constexpr int deepest_element = 120;
inline constexpr std::size_t most_elements = 200'000;

enum class Reading { ok, unreadable, too_large };

/// Reads `bytes` into `tree`. Elements of SVG have their plain names, those of XHTML names that
/// begin in `html:`, all others are gone; of the attributes only those without a prefix are left,
/// `xml:space`, `xml:lang`, and `xlink:href` as `href`. Entities that the file itself defines as
/// plain text are text; those that lie elsewhere are nothing, which is a loss, and no file or
/// address is ever opened. `unreadable`: no XML, or its root is no `svg`.
Reading read_source(std::string_view bytes, pugi::xml_document& tree, Losses& losses);

}  // namespace triptych::svg
