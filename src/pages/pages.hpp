#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <triptych/diagnostics.hpp>

#include "base/colour.hpp"
#include "base/ids.hpp"
#include "base/length.hpp"
#include "base/rare_text.hpp"

/// What layout returns and the PDF exporter takes: pages of placed items, with the logical
/// structure riding along from the first item drawn. Nothing here knows the model or any file
/// format.
namespace triptych::pages {

enum class Tag : std::uint8_t {
    document,
    part,
    section,
    aside,
    heading1,
    heading2,
    heading3,
    heading4,
    heading5,
    heading6,
    paragraph,
    list,
    list_item,
    label,
    list_body,
    table,
    table_row,
    table_header,
    table_data,
    figure,
    caption,
    formula,
    code,
    block_quote,
    note,
    reference,
    link,
    toc,
    toc_item,
    span,
    ruby,
    ruby_base,
    ruby_text,
    division,
    title,     ///< of the whole document
    emphasis,  ///< this and what follows is for PDF 2.0 alone; only asked-for tagging has it
    strong,
    math,  ///< part of a formula: an element of MathML, which the exporter makes
};

/// Index into `Pages::elements`. The two artifact values mark decoration that is not part of the
/// structure.
enum class ElementId : std::uint32_t {
    layout_artifact = 0xFFFFFFFE,
    pagination_artifact = 0xFFFFFFFF
};
constexpr bool is_artifact(ElementId id) { return id >= ElementId::layout_artifact; }

enum class Scope : std::uint8_t { none, row, column, both };
enum class ListNumbering : std::uint8_t {
    none,
    disc,
    decimal,
    lower_letters,
    upper_letters,
    lower_roman,
    upper_roman,
};

/// A structure element. Elements are stored parent first, siblings in reading order; element 0 is
/// the document.
struct Element {
    Tag tag{};
    ElementId parent{};    ///< its own index for the root
    RareText alternative;  ///< text alternative of figures and formulas; never empty for those
    RareText actual_text;  ///< replacement text, where glyphs do not tell it (emoji, ornaments)
    RareText language;     ///< BCP 47, only where it differs from the parent's
    RareText id;           ///< unique id (notes), or empty
    /// What a reader can be given in place of what is drawn: MathML of a formula, CSV of a table;
    /// only where tagging was asked to have it.
    RareText source;
    Scope scope{};              ///< table headers
    ListNumbering numbering{};  ///< lists
    std::uint16_t column_span = 1, row_span = 1;
};

/// One glyph of a run. The pen moves by `advance` (1/65536 pt) after it is drawn.
struct Glyph {
    std::uint16_t id = 0;
    std::uint16_t text = 0;  ///< byte offset in the run's text of the cluster it belongs to
    std::int32_t advance = 0;
};
/// Displacement of one glyph from the pen (marks), y down.
struct GlyphOffset {
    std::uint32_t glyph = 0;
    std::int32_t x = 0, y = 0;
};

/// Glyphs of one face, size and colour on one baseline; `at` of the item is the start of the
/// baseline. `text` is the source text of exactly these glyphs, in logical order, at most 65,535
/// bytes, so that extraction gives it back; a word space at a line's end is part of the text and of
/// the glyphs.
struct GlyphRun {
    FaceId face{};
    Length size;
    Colour colour;
    std::vector<Glyph> glyphs;
    std::vector<GlyphOffset> offsets;  ///< sorted by glyph; most runs have none
    std::string text;
    /// Horizontal scale of the glyphs in 1/65536 (font expansion).
    std::int32_t stretch = 65536;
    bool right_to_left = false;  ///< reads from its right end; glyphs stand from left to right
    bool beside = false;  ///< over other text, which alone is copied; its element has the words
};

/// A picture drawn into a box of `size`, `at` its top left corner. `crop` cuts shares of the
/// picture's own box away before it is scaled (0 to 1; left, top, right, bottom).
struct Picture {
    MediaId media{};
    Size size;
    struct Crop {
        float left = 0, top = 0, right = 0, bottom = 0;
    } crop;
};
/// What is cut off a picture of so many pixels, evenly on two sides, so that it fills `box`.
Picture::Crop crop_to_fill(std::uint32_t width, std::uint32_t height, Size box);

struct MoveTo {
    Point to;
};
struct LineTo {
    Point to;
};
struct CurveTo {
    Point control1, control2, to;
};
struct ClosePath {};
using Segment = std::variant<MoveTo, LineTo, CurveTo, ClosePath>;

/// A path, points relative to the item's `at`. Filled, stroked or both.
struct Path {
    std::vector<Segment> segments;
    std::optional<Colour> fill, stroke;
    Length line_width;
};

/// An active area; the item's element is the link. Several areas of one link (broken lines) share
/// the element.
struct LinkArea {
    Size size;
    RareText destination;  ///< a named destination, or empty
    RareText url;          ///< an absolute address, or empty
    RareText description;  ///< what the link leads to, for people who can't see it; never empty
    RareText neighbour{};  ///< the file that `destination` is in; empty: this one
};

enum class Orientation : std::uint8_t { upright, turned };

/// What is drawn at a place of the page. A turned item is drawn upright first, then turned about
/// `at` by a quarter against the clock: wide tables are read from the right edge of the page.
struct Item {
    Point at;
    ElementId element = ElementId::layout_artifact;
    std::variant<GlyphRun, Picture, Path, LinkArea> content;
    Orientation orientation{};
};

/// Where the box that `item` fills when it stands upright lies as it is drawn.
Rect box_as_drawn(const Item& item, const Rect& upright);

/// Moves every item to where it stands seen in a mirror at the middle of a `width`; what it shows
/// is not turned round. Twice is as before.
void mirror(std::vector<Item>& items, Length width);

enum class Numbering : std::uint8_t { none, decimal, roman };

/// How a page is shown: as it lies, or upside down.
enum class Turn : std::uint8_t { none, half };

struct Page {
    Size size;      ///< media box; equal to the trim box unless `bleed` is set
    Length bleed;   ///< the trim box is inset by this from the bleed box on all sides
    Length slug{};  ///< the bleed box is inset by this from the media box on all sides
    Turn turn{};
    std::vector<Item> items;  ///< in drawing order, which is reading order for tagged items
    Numbering numbering{};
    std::uint32_t number = 0;  ///< the printed number, whatever its style
    std::string name;          ///< the printed label of a page that has no number of its own
    /// Where the block was written with which, or inside of which, this page begins; no place when
    /// there is none.
    Span source;
    /// Characters of that block, white space not counted, that stand on pages before.
    std::size_t source_offset = 0;
    /// The printed label: its name, or "12", "iv", or nothing.
    std::string label() const;
};

/// An entry of the bookmarks; entries are in order, `level` from 1, at most one deeper than the
/// entry before.
struct Bookmark {
    std::string title;
    std::uint8_t level = 1;
    std::string destination;
    bool open = true;
};

struct Destination {
    std::string name;
    std::uint32_t page = 0;  ///< index into `Pages::pages`
    Point at;
};

/// What the file says about itself.
struct Information {
    std::string title, author, subject, keywords, language = "fr", publisher, rights;
    std::optional<std::int64_t> date;  ///< seconds since 1970; none: the file carries no date
};

struct Pages {
    Information information;
    std::vector<Page> pages;
    std::vector<Element> elements;
    std::vector<Bookmark> bookmarks;
    std::vector<Destination> destinations;
    /// The pages are slides: the file opens fit to the window.
    bool full_screen = false;
    /// Sheets for a printer: their order is not that of reading, so that the file is not tagged.
    bool for_paper = false;
    /// The last page is the back of the cover: it stays outside whatever is added.
    bool has_back_cover = false;
};

/// Makes of pages that are laid out from left to right those of a book that reads from right to
/// left: the spine at the right, everything else at the other side, too.
void mirror(Pages& pages);

/// The pages as text: sizes, then each item with its place in points to two decimals.
std::string dump(const Pages& pages);
/// The structure tree as indented text, each element with the text drawn in it.
std::string dump_tags(const Pages& pages);
/// Standard structure type, for example `H1`; `Aside` is role-mapped by the exporter.
std::string_view name(Tag tag);

}  // namespace triptych::pages
