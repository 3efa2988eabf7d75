#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "deck/deck.hpp"
#include "deck/gist/passage.hpp"
#include "doc/model.hpp"
#include "doc/plans.hpp"

/// One slide a section: what must be seen, in the author's words; everything else in the notes.
namespace triptych::deck {

/// What a page takes of the deck, from the finest to the coarsest. A page in a chapter or a group
/// has no slide of its own.
enum class PageForm : std::uint8_t {
    sections,  ///< its digest
    cards,     ///< two to four sections a slide
    richest,   ///< a slide, and its richest section
    page,      ///< a slide
    chapter,   ///< a slide for it and the pages below it
    group,     ///< a slide for chapters that are neighbours in a part
};

/// How often sections of the book have a title.
using TitleCounts = std::map<std::string, std::size_t, std::less<>>;

/// What the slides of one page are made with.
struct DigestScope {
    doc::Inlines part;  ///< title of the part, or empty
    std::string_view language;
    const Lexicon* lexicon{};  ///< null where the language has none
    bool claims_only = false;  ///< an outline: no points, no tables, listings and pictures
    bool opens_deck = false;   ///< its first slide is the deck's title slide
    const TitleCounts* titles = nullptr;                   ///< null: not known
    const std::vector<doc::NamedSection>* keep = nullptr;  ///< sections to keep; null: none
};

struct PageDigest {
    std::vector<Slide> slides;
    /// Paragraphs of links of sections that only lead elsewhere.
    std::vector<doc::Inlines> links;
    /// Of a page without slides, since it only leads to others: for the notes of the next slide.
    doc::Blocks carried;
    std::vector<std::string> carried_anchors;
    bool says_what = true;  ///< a sentence of the page says what it is about
};
/// Every section of the page is on a slide, is named on one, or its links are in `links`; all text
/// of the page is in the notes of its slides.
PageDigest digest_of(const doc::Page& page, const DigestScope& scope,
                     PageForm form = PageForm::sections);

/// What the page says it is about, in 26 words at most: of its introduction, its description or its
/// first section; or nothing.
doc::Inlines claim_of_page(const doc::Page& page, const DigestScope& scope);

/// The slide of links that a part ends with; nothing where there are less than three. Those to
/// `deck_pages`, by page id, would lead back to slides that are shown anyway.
std::vector<Slide> see_also(const std::vector<doc::Inlines>& lines, const doc::Part& part,
                            const std::vector<bool>& deck_pages, std::string_view language);

}  // namespace triptych::deck
