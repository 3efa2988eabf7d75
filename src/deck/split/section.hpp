#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "deck/deck.hpp"
#include "doc/model.hpp"

/// From a page of the book to its slides: cut into sections, each cut into slides.
namespace triptych::deck {

/// A heading with what stands under it, up to the next heading that opens a section.
struct Section {
    std::uint8_t look = 1;  ///< level as the author wrote it; 1 is the page itself
    std::string id, number;
    doc::Inlines title;
    doc::Inlines kicker;       ///< title of the section around it; empty for the page itself
    std::size_t children = 0;  ///< sections directly under it
    doc::Blocks body;
    Span span;
};

/// What slides are called.
struct SlideName {
    std::string section, number;
    doc::Inlines title, kicker;
    Span span;
};
SlideName name_of(const Section& section);
/// A slide with nothing but its name.
Slide named(SlideKind kind, const SlideName& name);

/// The page's sections in order, the first being the page itself with what stands before its first
/// heading. Cut at every heading of level 2 and 3; where there is none, at the shallowest level;
/// or down to the level the page's front matter asks for, but not below `deepest`.
std::vector<Section> cut_page(const doc::Page& page, std::uint8_t deepest);

/// A part of the book as one slide that lists its chapters.
Slide outline_of(const doc::Part& part, const doc::Book& book);
/// A section as one slide: its claim, and the headings in it as a list; one without two headings
/// shows the first slide that `slides_of` would make. All of it is in the notes.
Slide brief_slide(const Section& section, std::string_view language);

/// The slides of one section: one for what stands in it, one for each tab, step, update and long
/// folded text, one for each picture. Gives none for an empty section, whose title its caller
/// shows. The first of them has the section's title.
std::vector<Slide> slides_of(const Section& section, std::string_view language);

/// Whether a figure stands in the blocks, at any depth.
bool holds_figure(const doc::Blocks& blocks);
/// The block without the figures inside it, which stand right behind it (a list is parted there):
/// on a slide a picture needs a place of its own.
doc::Blocks lift_figures(const doc::Block& block);

/// Makes a slide of blocks: pointers to other pages go to its foot, a short first paragraph becomes
/// its claim, a lone picture makes it a picture slide. The blocks as they were become its notes.
void fill(Slide& slide, doc::Blocks blocks);

/// Notes referred to on the slide go to its foot when they are short, else to its speaker notes;
/// their references become raised numbers.
void settle_notes(Slide& slide, const doc::Page& page, std::string_view language);
/// Links to what no slide shows become plain text.
void drop_dead_links(Deck& deck, const doc::Book& book);

/// Numbers the parts of split sections, makes ids unique and tells equal titles apart. Can be
/// called again after slides were added.
void finish(Deck& deck);

}  // namespace triptych::deck
