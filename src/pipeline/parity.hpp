#pragma once

#include <triptych/build.hpp>

#include "deck/deck.hpp"
#include "doc/model.hpp"
#include "image/store.hpp"
#include "style/sheet.hpp"

/// The account of what an output does not show as its author wrote it.
namespace triptych::pipeline {

/// `Parity::output` of the panel: `booklet`, `epub`, `slides`, `pptx` or `html`.
std::string_view name(Panel panel);

/// Content that is left out, shortened or replaced, as the findings of the reader and of the
/// output's writer say.
Parity parity_of_findings(Panel panel, const Diagnostics& reading, const Diagnostics& making);

/// What `panel` never shows as it was written, whatever the book: videos, files to download,
/// diagrams and formulas, text in drawings, pictures over a page's title; in slides also pages that
/// wish for none.
/// `shown` are the pages that have slides, by index, for a panel of slides; or null.
Parity parity_of_model(Panel panel, const doc::Book& book, const image::Store& images,
                       const std::vector<bool>* shown = nullptr);

/// Addresses of links that the booklet prints without their middle, each where it stands first;
/// none where a code beside each leads there.
Parity parity_of_addresses(const doc::Book& book, const style::Booklet& style);

/// Text that the slides do not show, found by its words: speaker notes hold it in `pptx` and
/// `html`, and in `slides` where they are behind them.
Parity parity_of_deck(Panel panel, const doc::Book& book, const deck::Deck& deck,
                      SpeakerNotes notes);

}  // namespace triptych::pipeline
