#pragma once

#include <cstdint>

#include "typeset/pages/break_pages.hpp"
#include "typeset/pages/page_notes.hpp"

/// How good a page is. Inside the room only.
namespace triptych::typeset {

using Cost = std::int64_t;

class PageCosts {
public:
    PageCosts(const Galley& galley, const PageRoom& room) : galley_(galley), room_(room) {}

    /// Of the text block.
    Length height_at(std::size_t begin) const { return begin == 0 ? room_.first : room_.others; }
    /// Of a page whose text and notes are so high, and of the break behind it.
    Cost of(const PageRange& range, Length text, Length notes) const;
    /// Of the notes up to the `due`-th that a page leaves to the next one.
    static Cost of(const NoteShare& share, std::size_t due);

private:
    bool is_lonely(const PageRange& last, Length text) const;

    const Galley& galley_;
    const PageRoom& room_;
};

}  // namespace triptych::typeset
