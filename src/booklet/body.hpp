#pragma once

#include <string>
#include <vector>

#include "booklet/front.hpp"
#include "booklet/plan.hpp"

namespace triptych::booklet {

/// A page with its items, and what on it can be linked to (pages counted from its own).
struct SetPage {
    pages::Page page;
    std::vector<pages::Destination> destinations;
};

/// What is printed around the text of a body page.
struct Surroundings {
    Side side{};
    std::uint32_t number = 0;
    std::string running_head;  ///< empty on pages where a chapter starts
};

/// Text, notes, running head and folio of one page of a chapter. Elements are the chapter's own.
SetPage set_chapter_page(const Chapter& chapter, std::size_t range, const Surroundings& around,
                         typeset::Context& context);
/// The page in front of a part: its title, tagged under `element`.
SetPage set_part_page(const Setting& setting, std::size_t part, const Surroundings& around,
                      pages::ElementId element, typeset::Context& context);
/// The folio at the foot, outside.
void add_folio(const style::Booklet& style, Side side, std::string_view label,
               std::vector<pages::Item>& items, typeset::Context& context);

}  // namespace triptych::booklet
