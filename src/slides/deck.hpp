#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <triptych/diagnostics.hpp>

#include "doc/model.hpp"
#include "pages/pages.hpp"
#include "typeset/context.hpp"

/// One slide per section: the book cut into slides, fitted by measurement, then set as pages or
/// written as PPTX.
namespace triptych::slides {

enum class SlideKind : std::uint8_t { title, divider, content, picture };

/// A slide before it has a look. `body` is what is shown; `notes` is the whole text behind it.
struct Slide {
    SlideKind kind{};
    std::string id;       ///< id of the element it starts from, unique in the deck
    doc::Inlines kicker;  ///< the heading above, or empty
    std::string number;   ///< the author's number of the heading ("1."), or empty
    doc::Inlines title;   ///< never empty
    doc::Inlines claim;   ///< one or two sentences set large, or empty
    doc::Blocks body;
    std::vector<doc::Inlines> links;  ///< "to go further", at the foot
    doc::Blocks notes;
    std::uint16_t part = 1, parts = 1;  ///< "(1/2)" when a section had to be split
    Length body_size;                   ///< size of the body text, set by `fit`
    Span span;
};

struct Deck {
    std::string title, subtitle, publisher, language, date;
    std::vector<Slide> slides;  ///< the first is the title slide
};

/// Cuts the book at its second and third heading levels as equals. Pure: needs no fonts.
Deck split(const doc::Book& book, Diagnostics& diagnostics);
/// Measures every slide with real shaping and shrinks (down to the layout's limit), then splits
/// what does not fit; every change is reported with its place.
Deck fit(Deck deck, const doc::Book& book, const typeset::Resources& resources,
         Diagnostics& diagnostics);

struct Options {
    std::optional<std::int64_t> date;  ///< seconds since 1970
};
/// The deck as 16:9 pages, tagged.
pages::Pages compose(const Deck& deck, const doc::Book& book, const typeset::Resources& resources,
                     const Options& options, Diagnostics& diagnostics);
/// The deck as a native PowerPoint file (ISO/IEC 29500, transitional). Empty on failure, with a
/// diagnostic.
std::string write_pptx(const Deck& deck, const doc::Book& book, const typeset::Resources& resources,
                       const Options& options, Diagnostics& diagnostics);

std::string dump(const Deck& deck);

}  // namespace triptych::slides
