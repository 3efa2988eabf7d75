#pragma once

#include <triptych/build.hpp>

#include "deck/deck.hpp"
#include "pipeline/load.hpp"

/// Findings about a run as a whole, not about a place where something is made.
namespace triptych::pipeline {

/// What the request asks for and nothing that is made can show.
void report_unused_options(const Request& request, Diagnostics& diagnostics);

/// What was joined for want of slides, and pages that say nothing by themselves.
void report_remarks(const deck::Deck& deck, const doc::Book& book, Diagnostics& diagnostics);

/// Pages with very many slides, and sections that had to be split, as they are in the fitted deck.
void report_slide_counts(const deck::Deck& deck, const doc::Book& book, Diagnostics& diagnostics);

/// Layouts of templates that slides wish for and that no template of the decks has.
void report_unknown_layouts(const Loaded& loaded, Diagnostics& diagnostics);

/// What the book's language lacks here: patterns that divide words, words for its formulas.
void report_language(const Request& request, const doc::Book& book, Diagnostics& diagnostics);

/// Fonts that were asked for and can't be opened.
void report_fonts(const Loaded& loaded, Diagnostics& diagnostics);

/// Pictures that can't be decoded.
void report_pictures(const Loaded& loaded, Diagnostics& diagnostics);

}  // namespace triptych::pipeline
