#pragma once

#include "typeset/pages/fit_pages.hpp"

namespace triptych::typeset {

/// Chooses breaks anew where pages that face each other could not end level, once it is known on
/// which side the first one stands: a few rows go over the turns, as many pages as there were,
/// and what is given up elsewhere is worth it. Pages behind the text and rows that fill a page
/// stay as they are. Linear in the number of pages.
void break_level(const PageRoom& room, const BrokenText& text, FirstPage first,
                 const Galley& galley);

}  // namespace triptych::typeset
