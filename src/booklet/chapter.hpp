#pragma once

#include <map>
#include <string>
#include <vector>

#include "doc/model.hpp"
#include "style/sheet.hpp"
#include "typeset/flow/galley.hpp"
#include "typeset/pages/break_pages.hpp"

namespace triptych::booklet {

/// Printed page labels by destination: "12" by `page--heading`.
using Labels = std::map<std::string, std::string, std::less<>>;

/// A page number that was printed inside the text.
struct PrintedReference {
    std::string destination, label;
};

/// One page of the source, set and broken into printed pages, with a structure tree of its own.
struct Chapter {
    typeset::Galley text;
    std::vector<typeset::Galley> notes;
    std::vector<typeset::PageRange> ranges;  ///< at least one
    std::vector<pages::Element> elements;    ///< the first is the chapter's section
    std::vector<PrintedReference> references;
    Diagnostics diagnostics;
};

/// What all chapters share.
struct Setting {
    const doc::Book& book;
    const typeset::Resources& resources;
};

/// Space between the text and the footnotes; a short rule stands in it.
Length note_separation(const style::Booklet& style);
/// Height of the text block in whole steps of the grid.
Length text_height(const style::PageGeometry& page);

/// A context for setting `page` of the book, its text in `language`.
typeset::Context make_context(const Setting& setting, typeset::Structure& structure,
                              Diagnostics& diagnostics);

/// Sets the page, links printed with the numbers that `labels` knows.
Chapter set_chapter(const Setting& setting, PageId page, const Labels& labels);

/// Whether `labels` say something else than the page numbers printed in the chapter.
bool is_stale(const Chapter& chapter, const Labels& labels);

}  // namespace triptych::booklet
