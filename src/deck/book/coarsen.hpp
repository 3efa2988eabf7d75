#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "deck/digest/digest.hpp"

/// Which pages of a deck share slides, so that there are no more than were asked for.
namespace triptych::deck {

inline constexpr std::size_t page_forms = 4;  ///< forms in which a page has slides of its own

/// A page before the choice.
struct PageSize {
    std::array<std::size_t, page_forms> slides{};  ///< in each of its forms
    std::size_t words = 0;
    std::size_t part = 0;
    bool opens_chapter = true;          ///< not below another page of its part
    std::vector<std::string> titles{};  ///< of the slides of its finest form
};

/// A run of pages with the form that they take: one page, or those that share a slide.
struct PageRun {
    std::size_t begin = 0, end = 0;
    PageForm form{};
};

/// The finest form that all pages can have within `room` slides; then, while there is room, the one
/// with the most words a slide gets its next finer form, above `cards` up to three slides a page.
/// With less room than there are parts, a slide a part or six chapters. Pure; n log n.
std::vector<PageRun> coarsened(const std::vector<PageSize>& pages, std::size_t room);

/// Remarks on a deck of more slides than were asked for.
void note_limit(Deck& deck, std::size_t asked);

}  // namespace triptych::deck
