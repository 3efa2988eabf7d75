#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "typeset/galley.hpp"
#include "typeset/inline/paragraph.hpp"

/// Links to places of the book in lists of them: contents and openers of parts.
namespace triptych::booklet {

/// The element of a link in a list of contents `toc`.
pages::ElementId add_toc_link(pages::ElementId toc, typeset::Context& context);

/// Makes the rows, `measure` wide from `left`, lead to `destination`.
void add_link_areas(const std::string& destination, const std::string& title, pages::ElementId link,
                    Length left, Length measure, std::vector<typeset::Row>& rows);

/// Puts a line into a row with its left end in `left`.
void put_line(typeset::Line line, Length left, typeset::Row& row);

}  // namespace triptych::booklet
