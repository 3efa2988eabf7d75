#pragma once

#include <triptych/imposition.hpp>

#include "pages/pages.hpp"

namespace triptych::booklet {

/// What a print shop asks for around a trimmed page: colour to cut in, then room for marks.
inline constexpr Length usual_bleed = Length::millimetres(3), usual_slug = Length::millimetres(7);

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

/// Lines at the corners of what is to be cut out, clear of the usual bleed.
void add_crop_marks(const Rect& trimmed, std::vector<pages::Item>& items);
/// Lines at the corners of the spread to cut by, and at its middle to fold by.
void add_marks(const Sheet& sheet, std::vector<pages::Item>& items);

}  // namespace triptych::booklet
