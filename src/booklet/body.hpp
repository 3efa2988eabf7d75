#pragma once

#include <string>
#include <vector>

#include "booklet/set_body.hpp"
#include "booklet/side.hpp"

namespace triptych::booklet {

/// A page with its items, and what on it can be linked to (pages counted from its own).
struct SetPage {
    pages::Page page;
    std::vector<pages::Destination> destinations;
    bool uses_margin = false;  ///< a wide table reaches into it, or a turned one has the page
};

/// What is printed around the text of a body page.
struct Surroundings {
    Side side{};
    std::uint32_t number = 0;
    doc::Name head;  ///< running head; empty on pages where a chapter starts
};

/// Where the reader is: the part on a verso, the chapter on a recto; cut behind a word where it is
/// long. Nothing over the title of a chapter.
doc::Name running_head(const Setting& setting, const Body& body, const Leaf& leaf, Side side);

/// Text, notes, running head and folio of one page of a chapter. Elements are the chapter's own.
SetPage set_chapter_page(const Chapter& chapter, std::size_t range, const Surroundings& around,
                         typeset::Context& context);
/// A page without text, to be filled.
SetPage empty_page(const style::Booklet& style, const Surroundings& around);

/// What the page in front of a part shows.
struct Opener {
    std::size_t part = 0;
    pages::ElementId section{};
    const std::vector<ChapterPages>& order;
    const Labels& labels;
};
/// The page in front of a part, on a ground of its own: number, title, chapters with their pages.
SetPage set_opener(const Setting& setting, const Opener& opener, const Surroundings& around,
                   typeset::Context& context);
/// The folio at the foot, outside.
void add_folio(const style::Booklet& style, Side side, std::string_view label,
               std::vector<pages::Item>& items, typeset::Context& context);

}  // namespace triptych::booklet
