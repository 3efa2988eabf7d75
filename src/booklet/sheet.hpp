#pragma once

#include <triptych/imposition.hpp>

#include "pages/pages.hpp"

namespace triptych::booklet {

/// Where the two pages of a spread lie on their sheet.
struct Sheet {
    Size size;     ///< of the paper
    Size page;     ///< of one trimmed page
    Point spread;  ///< upper left corner of the left page
    Point reach;   ///< how far grounds run beyond the trimmed edges
    Length bleed;  ///< beyond the trimmed edges; zero: no marks
    Length slug;   ///< beyond the bleed, for marks
};

/// The sheet for two pages of size `page` side by side.
Sheet sheet_for(Size page, bool marks);

/// Lines at the corners of the spread to cut by, and at its middle to fold by.
void add_marks(const Sheet& sheet, std::vector<pages::Item>& items);

}  // namespace triptych::booklet
