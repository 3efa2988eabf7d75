#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "booklet/outline.hpp"
#include "booklet/side.hpp"
#include "doc/model.hpp"
#include "style/sheet.hpp"
#include "typeset/galley.hpp"
#include "typeset/pages/break_pages.hpp"

namespace triptych::booklet {

/// Printed page labels by destination: "12" by `page--heading`.
using Labels = std::map<std::string, std::string, std::less<>>;

/// A page number that was printed inside the text.
struct PrintedReference {
    std::string destination, label;
};

/// A page of the source as it will be printed: links noted, notes numbered on through the chapter.
struct Source {
    PageId id{};
    doc::Page page;
    std::uint32_t first_note = 0;
    std::string note_prefix;  ///< of the whole chapter
    typeset::PageOpening opening{};
};

/// A page of the source, set; `elements` is a tree of its own whose root is a section.
struct SetSource {
    typeset::Galley text;
    std::vector<typeset::Galley> notes;
    std::vector<pages::Element> elements;
    std::vector<PrintedReference> references;
    Diagnostics diagnostics;
};

/// What of the source a printed page begins with: a block, and how many of its characters, white
/// space not counted, are on the pages before.
struct Beginning {
    Span source;
    std::size_t offset = 0;
};

/// A chapter, broken into printed pages.
struct Chapter {
    std::size_t part = 0;
    typeset::Galley text;
    std::vector<typeset::Galley> notes;
    std::vector<typeset::PageRange> ranges;  ///< at least one
    std::vector<Beginning> beginnings;       ///< of each range
    typeset::PageRoom room{};                ///< of its pages
    std::vector<pages::Element> elements;    ///< the first is the chapter's section
    /// Where each page of the source starts: row and id.
    std::vector<std::pair<std::size_t, PageId>> starts;
    std::vector<PrintedReference> references;
    Diagnostics diagnostics;
    std::optional<Side> begins;  ///< the side for which its breaks are chosen, if for one
};

/// Chooses breaks so that facing pages can end level, as many pages as there are.
void face_pages(Side first, Chapter& chapter);
/// Makes the pages level, once it is known on which side the first one stands.
void level_pages(Side first, Chapter& chapter);

/// What all chapters share.
struct Setting {
    const doc::Book& book;
    const typeset::Resources& resources;
    doc::Names names{};
};

/// Space between the text and the footnotes; a short rule stands in it.
Length note_separation(const style::Booklet& style);
/// Height of the text block in whole steps of the grid.
Length text_height(const style::PageGeometry& page);
/// A context for setting parts of the book in its language.
typeset::Context make_context(const Setting& setting, typeset::Structure& structure,
                              Diagnostics& diagnostics);

/// The pages of a chapter, ready to be set.
std::vector<Source> prepare(const Setting& setting, const ChapterPages& chapter);
/// Sets one page, links printed with the numbers that `labels` knows.
SetSource set_source(const Setting& setting, const Source& source, const Labels& labels);
/// Joins the pages of a chapter into one galley and breaks it. A page under another one follows on
/// the same printed page where there is room.
Chapter join_chapter(const Setting& setting, const ChapterPages& pages,
                     std::vector<SetSource> sources);

/// Whether `labels` say something else than the page numbers printed in the chapter.
bool is_stale(const Chapter& chapter, const Labels& labels);
/// The chapter that the text on top of a printed page belongs to, where chapters run on.
PageId chapter_on_top(const Setting& setting, const Chapter& chapter, std::size_t range);
/// Whether that text is the title of a chapter.
bool opens_chapter(const Setting& setting, const Chapter& chapter, std::size_t range);

}  // namespace triptych::booklet
