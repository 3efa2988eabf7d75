#pragma once

#include <cstdint>

#include "pages/pages.hpp"
#include "pdf/object/dictionary.hpp"

namespace triptych::pdf {

/// A rectangle in default user space (ISO 32000-1 §8.3.2.3): hundredths of a point, y up.
struct Box {
    std::int64_t left = 0, bottom = 0, right = 0, top = 0;

    /// Left, bottom, right, top.
    void write(object::Array&& out) const;
    /// The corners as annotations want them: upper left, upper right, lower left, lower right, as
    /// all readers take them (§12.5.6.5 says otherwise).
    void write_corners(object::Array&& out) const;
    /// The least box around both.
    Box joined(const Box& other) const;
};

/// The media box of a page, kept within the limits of PDF/A-2 (ISO 19005-2 §6.1.13).
Box media_box(const pages::Page& page);
/// The bleed box: the media box less the slug.
Box bleed_box(const pages::Page& page);
/// The trim box: the bleed box less the bleed.
Box trim_box(const pages::Page& page);
/// Distance of `y` from the lower edge of the page.
std::int64_t y_on_page(const pages::Page& page, Length y);
Box box_on_page(const pages::Page& page, const Rect& rect);

}  // namespace triptych::pdf
