#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "deck/deck.hpp"
#include "deck/digest/passage.hpp"
#include "doc/model.hpp"

/// One slide a section: what must be seen, in the author's words; everything else in the notes.
namespace triptych::deck {

/// What the slides of one page are made with.
struct DigestScope {
    doc::Inlines part;  ///< title of the part, or empty
    std::string_view language;
    const Lexicon* lexicon{};  ///< null where the language has none
    bool claims_only = false;  ///< an outline: no points, no tables, listings and pictures
    bool opens_deck = false;   ///< its first slide is the deck's title slide
};

struct PageDigest {
    std::vector<Slide> slides;
    /// Paragraphs of links of sections that only lead elsewhere.
    std::vector<doc::Inlines> links;
    /// Of a page without slides, since it only leads to others: for the notes of the next slide.
    doc::Blocks carried;
    std::vector<std::string> carried_anchors;
};
/// Every section of the page is on a slide, is named on one, or its links are in `links`; all text
/// of the page is in the notes of its slides.
PageDigest digest_of(const doc::Page& page, const DigestScope& scope);

/// The slide of links that a part ends with; nothing where there are less than three.
std::vector<Slide> see_also(const std::vector<doc::Inlines>& links, const doc::Part& part,
                            std::string_view language);

}  // namespace triptych::deck
