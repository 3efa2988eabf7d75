#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "deck/setting/setting.hpp"
#include "deck_pages/drawing/draw_slide.hpp"
#include "typeset/galley.hpp"

namespace triptych::deck_pages {

/// How notes are set.
struct NotesLook {
    const style::Medium& medium;
    Length measure;
    std::uint8_t heading_level = 3;  ///< of their headings, under the title of their slide
};

/// The notes of a slide, handed out to one box after the other. Their elements hang under the
/// slide's own section, behind what is shown on it.
class NotesFlow {
public:
    /// `slide` is what was drawn of the deck's slide `source`.
    NotesFlow(const deck::Slide& source, const NotesLook& look, const deck::Setting& setting,
              DrawnSlide& slide);

    /// Of all of them below each other.
    Length height() const { return galley_.height(); }
    bool empty() const { return next_ == galley_.rows.size(); }
    /// Places what fits into `box`, at least a row; the items refer to the slide's elements.
    void place_in(const Rect& box, std::vector<pages::Item>& items);

private:
    std::size_t end_in(Length room) const;

    typeset::Galley galley_;
    std::size_t next_ = 0;
    std::uint32_t moved_ = 0;  ///< what the elements' ids grew by when they were hung
};

}  // namespace triptych::deck_pages
