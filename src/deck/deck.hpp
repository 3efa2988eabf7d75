#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/deck_scope.hpp>
#include <triptych/diagnostics.hpp>

#include "base/ids.hpp"
#include "base/length.hpp"
#include "doc/model.hpp"
#include "doc/plans.hpp"
#include "style/sheet.hpp"
#include "typeset/context.hpp"

/// One slide per section: the book cut into slides and fitted by measurement. Rooms of their own
/// set the deck as pages and write it as PPTX or HTML.
namespace triptych::deck {

enum class SlideKind : std::uint8_t {
    title,         ///< the deck's own, always the first
    part,          ///< opens a part of the book
    divider,       ///< opens a page or a section that has only subsections
    content,       ///< title, claim, blocks
    picture,       ///< title, one picture large, its text beside it
    full_picture,  ///< one picture that fills the slide, title and text on a panel
    closing,       ///< the last: where the book is published
};

/// What a slide shows, and so how it is laid out. `deck/content.hpp` gives the parts of each.
enum class Archetype : std::uint8_t {
    none,          ///< of a deck that shows everything
    cover,         ///< opens the deck
    part,          ///< numeral, title, its chapters as links in `claim`
    chapter,       ///< a page's claim beside the titles of its sections, each a link
    pillar,        ///< a numbered heading: numeral and claim beside few points
    siblings,      ///< short sections as cards
    terms,         ///< terms with what is said of them, in two columns
    compare,       ///< two opposites side by side, each with word and sign
    process,       ///< three to six steps
    checklist,     ///< things to tick
    table,         ///< the table, or its first rows and columns
    picture,       ///< a figure beside the claim
    full_picture,  ///< a figure alone, edge to edge
    code,          ///< a listing or a diagram's source, or the start of it
    number,        ///< one figure in a sentence: `numeral`, the sentence as `claim`
    statement,     ///< one sentence, nothing else
    plain_pillar,  ///< as a pillar, without numeral; the claim may be the points' lead-in, or none
    pair,          ///< two short parts side by side
    bullets,       ///< the rest
    see_also,      ///< links that a part ends with
    closing,       ///< the last
};

/// How one of two things that are compared is meant; shown by more than a colour.
enum class Stance : std::uint8_t { none, wrong, right, before, after };
/// Of the two columns of a comparison.
struct Stances {
    Stance left{}, right{};
};

/// What is counted of what is in the notes alone.
enum class MoreOf : std::uint8_t {
    points,
    rows,
    lines,
    pictures,
    columns,
    tables,
    listings,
    explanations,  ///< of terms and titles that are shown beside others which have theirs
    warnings,
};
struct MoreCount {
    MoreOf of{};
    std::size_t count = 0;
};

/// What was left out of the author's text to make a slide of it; all of it is in the notes.
enum class CutKind : std::uint8_t {
    bracket,  ///< an aside in brackets
    clause,   ///< the end of a sentence, from where it may be cut
    tail,     ///< what is said of a term
    claim,    ///< the first sentence, for want of room
    points,
    rows,
    columns,  ///< of a table
    lines,    ///< of a listing
    pictures,
    section,  ///< a section that is named on the slide or in its notes alone
};
struct Cut {
    CutKind kind{};
    std::size_t count = 1;
    std::string
        words{};  ///< of a bracket, a clause, a tail, a claim, a section's title; else empty
};

/// What `fit` found by measuring; all zero before. Heights are those of the set text.
struct Measures {
    Length body_size;    ///< size of the body text; the layout's own, or smaller
    Length claim_size;   ///< size of the claim or subtitle; larger where it has the slide to itself
    Length title_size;   ///< size of the title, shrunk where it would take more than two lines
    Length number_size;  ///< size of the large numeral, shrunk where its column is too narrow
    /// Measures in which a title, and a claim that stands alone, have even lines; zero where they
    /// have one. Not for programs that set them in other fonts.
    Length title_width, claim_width;
    Length title_height, claim_height, links_height;
    Length caption_height;       ///< of a picture that fills the slide
    std::vector<Length> shapes;  ///< height of each of `shapes(slide)`
    std::vector<Length> cells;   ///< height of the text in each of `cells_of(slide)`
    bool wide_picture = false;   ///< the picture beside text is wider than high
    bool wide_text = false;      ///< from margin to margin, where fewer points would fit else
    Length picture_width;        ///< of the picture that has the slide to itself
};

/// A slide before it has a look. `body` is what is shown; `notes` is the whole text behind it.
struct Slide {
    SlideKind kind{};
    Archetype archetype{};
    std::string id;                    ///< unique in the deck; what links to the slide point to
    std::vector<std::string> anchors;  ///< further elements of the book that are shown here
    std::string section;               ///< shared by the slides of one section
    PageId page{};                     ///< the page of the book it was cut from
    doc::Inlines kicker;               ///< the heading above, or empty
    bool kicker_cut = false;           ///< the slide shows its beginning; the notes hold all of it
    std::string number;                ///< the author's number of the heading ("1."), or empty
    std::string numeral;               ///< set large: of a part, a pillar or a number; or empty
    doc::Inlines title;                ///< never empty
    std::string qualifier;             ///< behind the title, where two slides would share it
    bool is_own_qualifier = false;     ///< it is a word of the program
    std::vector<doc::Inlines> claim;   ///< one or two short paragraphs set large, or none
    doc::Blocks body;
    std::vector<doc::Inlines> links;  ///< "to go further", at the foot
    std::optional<Stances> compared;  ///< the body's two columns are opposites
    std::size_t more = 0;             ///< points, rows … in the notes alone; said below the body
    MoreOf more_of{};                 ///< what they are
    std::vector<MoreCount> further;   ///< said behind them: columns, tables …
    std::vector<Cut> cuts;            ///< how the text became the slide, in its order
    doc::Blocks notes;
    std::string address;        ///< shown as a QR code, on the closing slide; or empty
    std::string layout;         ///< the `layout_key` of one that the author wishes, or empty
    bool steps = false;         ///< points appear one by one
    std::string booklet_page;   ///< folio of the booklet where it is told; empty: not known
    std::uint16_t seconds = 0;  ///< planned for it; 0: no plan
    bool brief = false;         ///< must not be split: what does not fit is in the notes alone
    std::uint16_t part = 1, parts = 1;  ///< "(1/2)" when a section had to be split
    Measures measures;
    Span span;
    std::string language;  ///< that the program's words and digits on it are in

    /// Whether it has to say that something is in the notes alone.
    bool leaves_out() const { return more > 0 || !further.empty(); }
};

/// What was done, or is missing, so that the deck is as short as it was asked to be.
enum class RemarkKind : std::uint8_t {
    sections_joined,  ///< of a page: `count` slides of its digest share fewer
    pages_joined,     ///< `count` pages from this one on share a slide
    without_claim,    ///< no sentence of the page says what it is about
    over_limit,       ///< `count` slides are the least that the pages make; `asked` were allowed
};
struct Remark {
    RemarkKind kind{};
    PageId page{};
    std::size_t count = 0;
    std::vector<std::string> titles{};  ///< of what was joined
    std::size_t asked = 0;
};

struct Deck {
    std::string title, subtitle, publisher, language, date, version;
    std::uint16_t minutes = 0;  ///< that the talk is planned for; 0: no plan
    std::vector<Slide> slides;  ///< the first is the title slide
    std::vector<Remark> remarks;
    std::vector<bool> pages;  ///< those of the book that it is about, by index
};

/// Cuts the book into slides: a digest with a slide a section, its outline, or everything (see
/// `DeckScope`). Pure: needs no fonts.
/// `chosen` are the pages it is about, by index; none: all. Those without wish for slides are left
/// out in any case.
/// `wishes` are those for the digests of pages, by index; none: none for any.
Deck split(const doc::Book& book, const DeckScope& scope, const std::vector<bool>& chosen = {},
           const std::vector<doc::DigestWishes>& wishes = {});
/// Shares the minutes of the talk out among the slides: three times as much for one with text as
/// for one that opens or closes something.
void plan_time(Deck& deck);
/// Opens the notes of every slide with when it is planned for and the booklet's page, as far as
/// they are known: "0:45–2:15 · livret p. 42".
void add_cues(Deck& deck);
/// The sheets of slides that stand on a template, by what they hold: its zones, sizes and colours.
struct TemplateSheets {
    style::Sheet title, section, content, closing;
    std::map<std::string, style::Sheet, std::less<>> named{};  ///< by the `layout_key` of a layout

    const style::Sheet& of(SlideKind kind) const;
};
/// By which layouts of a template are found: in small letters, with single blanks.
std::string layout_key(std::string_view name);
/// Measures every slide with real shaping and shrinks (down to the layout's limit), then splits
/// what does not fit; every change is reported with its place. With `base`, for slides that are
/// made on a template: in its boxes, and what it has no place for stands with the text.
Deck fit(Deck deck, const doc::Book& book, const typeset::Resources& resources,
         Diagnostics& diagnostics, const TemplateSheets* base = nullptr);

/// The deck as text, one part of a slide a line: debugger, test oracle and documentation.
std::string dump(const Deck& deck);

/// What stands behind the title in brackets: " (1/2)" where a section was split, or nothing.
std::string title_suffix(const Slide& slide);
/// The same, where a word of the program may be in another language.
doc::Inlines title_suffix_words(const Slide& slide);
/// The title as it is read out and listed: number, words, suffix. No two slides have the same.
std::string full_title(const Slide& slide);
doc::Inlines full_title_words(const Slide& slide);

}  // namespace triptych::deck
