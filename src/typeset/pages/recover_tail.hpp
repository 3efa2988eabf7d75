#pragma once

#include "typeset/pages/break_pages.hpp"

namespace triptych::typeset {

/// Pages, and the room for which they were broken.
struct Settled {
    std::vector<PageRange> pages;
    PageRoom room;
};

/// Like `break_pages`; where the last page would hold a few lines only, those are brought home if
/// they can be: by narrower spaces around headings and boxes, by pages that are all one line
/// longer, or by both. Spaces of `galley` are then as narrow as the pages need them.
Settled break_without_tail(Galley& galley, const PageRoom& room, const std::vector<Galley>& notes);

}  // namespace triptych::typeset
