#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <triptych/build.hpp>

#include "deck/deck.hpp"
#include "image/store.hpp"
#include "pages/pages.hpp"
#include "pdf/write.hpp"
#include "pipeline/load.hpp"

namespace triptych::pipeline {

/// Width in pixels of the e-book's cover; shelves show it small.
inline constexpr std::uint32_t cover_width = 1000;

/// One deck, laid out.
struct DeckLayouts {
    std::optional<deck::Deck> deck;                ///< fitted, for PDF, PPTX and HTML
    std::optional<deck::Deck> pptx_deck;           ///< fitted to a template, if there is one
    std::optional<pages::Pages> slides;            ///< the deck as pages
    std::optional<pages::Pages> handout;           ///< the deck on sheets of paper
    Diagnostics of_deck, of_pptx_deck, of_slides;  ///< findings on the way

    /// The deck that the PPTX shows.
    const deck::Deck& of_pptx() const { return pptx_deck ? *pptx_deck : *deck; }
};

/// All pages and slides, laid out before anything is written; only those that a panel needs.
struct Layouts {
    std::optional<pages::Page> cover;  ///< the booklet's, as a picture for the e-book
    std::optional<pages::Pages> booklet;
    Diagnostics of_booklet;          ///< findings on the way
    std::vector<DeckLayouts> decks;  ///< of `Loaded::decks`; none where no slides are made
};

pages::Pages compose_booklet(const Request& request, const Loaded& loaded,
                             Diagnostics& diagnostics);
/// `base` may be null.
deck::Deck make_deck(const Request& request, const Loaded& loaded, const DeckJob& job,
                     const deck::TemplateSheets* base, Diagnostics& diagnostics);

/// Booklet and decks, side by side; slides know the booklet's pages where both are made.
Layouts lay_out(const Request& request, const Loaded& loaded);

/// How a PDF of the book or of the deck is written, in the look of `sheet`.
pdf::Options pdf_options(const Request& request, const Loaded& loaded, const style::Sheet& sheet,
                         Panel panel);

/// All that has to be made of pictures for the panels asked for, so that each can be decoded once.
std::vector<image::Wish> picture_wishes(const Request& request, const Loaded& loaded,
                                        const Layouts& layouts);

}  // namespace triptych::pipeline
