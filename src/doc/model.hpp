#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <triptych/diagnostics.hpp>
#include <triptych/findings.hpp>
#include <triptych/syntax.hpp>

#include "base/ids.hpp"
#include "doc/named.hpp"
#include "doc/translation_ref.hpp"

/// The shared model: what the author meant, without a word of GitBook's or of any output format.
/// Closed variants with value semantics; every node carries the span of source it came from. What
/// copies and moves the two great variants is compiled once, in model.cpp: half of compiling this.
namespace triptych::doc {

struct Inline;
using Inlines = std::vector<Inline>;
struct Block;
using Blocks = std::vector<Block>;

/// A page of this book, or an element in it. `element` is a book-wide id such as `page--heading`;
/// empty: the page.
struct PageRef {
    PageId page{};
    std::string element;
};
struct Url {
    std::string address;  ///< absolute, with scheme (http, https, mailto, tel …)
};
/// A file that belongs to the book (PDF, spreadsheet …).
struct FileRef {
    MediaId media{};
};
/// A target that can't be reached; the label stays as plain text. Reported where it was found.
struct DeadLink {
    std::string written;
};
using Target = std::variant<PageRef, Url, FileRef, TranslationRef, DeadLink>;

struct Text {
    std::string text;
};
struct Emphasis {
    Inlines body;
};
struct Strong {
    Inlines body;
};
struct Strikethrough {
    Inlines body;
};
struct Superscript {
    Inlines body;
};
struct Subscript {
    Inlines body;
};
enum class MarkColour : std::uint8_t { none, red, orange, yellow, green, blue, purple, grey };
/// Highlighted text: a colour of the letters, of the ground, or both.
struct Mark {
    MarkColour text{}, ground{};
    Inlines body;
};
/// A passage in another language than its surroundings (BCP 47).
struct Foreign {
    std::string language;
    Inlines body;
};
/// Words with their reading over them, as they are pronounced (HTML's `ruby`).
struct Ruby {
    Inlines body;
    std::string reading;
};
struct Code {
    std::string text;
};
struct Keyboard {
    std::string text;
};
/// TeX source of a formula in the line.
struct Math {
    std::string tex;
};
struct Link {
    Target target;
    Inlines body;
};
/// A small picture in the line, as high as the text.
struct InlineImage {
    MediaId media{};
    std::string alternative;
    bool decorative = false;
};
/// Reference to `Page::notes[note]`.
struct NoteReference {
    std::uint32_t note = 0;
};
/// A place that links can point to, with its book-wide id.
struct Anchor {
    std::string id;
};
struct LineBreak {};

struct Inline {
    std::variant<Text, Emphasis, Strong, Strikethrough, Superscript, Subscript, Mark, Foreign, Ruby,
                 Code, Keyboard, Math, Link, InlineImage, NoteReference, Anchor, LineBreak>
        node;
    Span span;

    Inline() noexcept;
    template <typename Node>
    Inline(Node of, Span where) : node(std::move(of)), span(where) {}
    Inline(const Inline&);
    Inline(Inline&&) noexcept;
    Inline& operator=(const Inline&);
    Inline& operator=(Inline&&) noexcept;
    ~Inline();
};

enum class ParagraphRole : std::uint8_t {
    body,
    lede,          ///< the page's description, under its title
    lead_in,       ///< ends in ":" and introduces what follows; kept with it
    bold_heading,  ///< one bold phrase used as a heading; kept with what follows
};
struct Paragraph {
    Inlines body;
    ParagraphRole role{};
};

/// `level` is the structure level in the page (2–6, no jumps; the page's title is level 1);
/// `written_level` is the author's own, by which the heading is set. `number` is the author's own
/// number ("1.", "A)") split off the front of the title, or empty.
struct Heading {
    std::uint8_t level = 2, written_level = 2;
    std::string id;
    std::string number;
    Inlines body;
};

enum class TaskState : std::uint8_t { none, open, done };
struct ListItem {
    Blocks body;
    TaskState task{};
    Span span;
    std::optional<std::int32_t> number = {};  ///< written for it; the next items count on from it
};
/// How numbers are written: 1 2 3, a b c, A B C, i ii iii, I II III.
enum class Numbering : std::uint8_t {
    decimal,
    lower_letters,
    upper_letters,
    lower_roman,
    upper_roman
};
/// All but `tight` (no space between items) and `items` is for ordered lists (`doc/numbers.hpp`).
struct List {
    bool ordered = false, tight = true;
    std::int32_t start = 1;
    std::vector<ListItem> items;
    Numbering numbering{};
    bool reversed = false;  ///< it counts down
};

enum class CalloutKind : std::uint8_t { info, success, warning, danger };
struct Callout {
    CalloutKind kind{};
    Blocks body;
};
struct Quote {
    Blocks body;
};

/// A part of code that has a meaning of its own, as offsets in bytes.
struct CodeSpan {
    std::uint32_t begin = 0, end = 0;
    CodePart part{};
};
struct CodeBlock {
    std::string language, title, text;  ///< text ends without a line feed
    bool line_numbers = false;
    std::vector<std::uint32_t> highlighted;  ///< line numbers from 1
    std::vector<CodeSpan> parts = {};        ///< of `text`, in order, each within a line
};
/// A diagram kept as source (Mermaid and others), for which there is no picture.
struct Diagram {
    std::string language, source, title = {};  ///< title: its author's; may be empty
};
struct MathBlock {
    std::string tex;
};

enum class Align : std::uint8_t { automatic, left, centre, right };
struct Column {
    Align align{};
    double width = 0;
};  ///< width: share of the table, 0 when not given
/// Whether a place in the table belongs to a merged cell that begins above it or, in the same row,
/// to its left; what is covered has no body of its own.
enum class Covered : std::uint8_t { no, from_above, from_left };
struct Cell {
    Blocks body;
    bool heads_row = false;
    Span span;
    Covered covered{};
};
struct Row {
    std::vector<Cell> cells;
};
/// All rows have as many cells as there are columns. `head` has no row or one.
struct Table {
    std::vector<Column> columns;
    std::vector<Row> head, rows;
    Inlines caption;
};

struct Picture {
    MediaId media{};
    std::string alternative;
    bool decorative = false;  ///< declared so: no alternative is missing
    double width = 0;         ///< share of the measure the author asked for, 0 when not given
    Span span;
    std::optional<Target> target = {};  ///< where the picture leads
};
/// One picture, or several side by side, with one caption.
struct Figure {
    std::vector<Picture> pictures;
    Inlines caption;
};
/// A picture that is not there: rendered as a labelled box.
struct MissingPicture {
    std::string path, alternative;
    Inlines caption;
};

struct Tab {
    Inlines title;
    Blocks body;
    std::string id;
    Span span;
};
struct Tabs {
    std::vector<Tab> tabs;
};
struct Step {
    Inlines title;
    Blocks body;
    std::string id;
    Span span;
};
struct Steps {
    std::vector<Step> steps;
    std::uint32_t start = 1;  ///< number of the first
};
struct Card {
    std::optional<Picture> cover;
    Inlines title;
    Blocks body;
    std::optional<Target> target;
    Span span;
};
struct Cards {
    std::vector<Card> cards;
};
/// Text the author folded away; always shown open.
struct Details {
    Inlines summary;
    Blocks body;
    std::string id;
};
struct SideColumn {
    double width = 0;
    Blocks body;
};  ///< width: share of the measure, 0 when not given
struct Columns {
    std::vector<SideColumn> columns;
};
struct Update {
    std::string date;
    std::vector<std::string> tags;
    Blocks body;
    std::string id;
    Span span;
};
struct Updates {
    std::vector<Update> updates;
};

enum class LinkCardKind : std::uint8_t { page, web, video, file, api };
/// A link that stands for itself: another page, embedded media, a file to download, an API
/// description.
struct LinkCard {
    LinkCardKind kind{};
    Target target;
    Inlines title;
    std::string detail;  ///< provider, file size, or method and path; may be empty
    Blocks caption;
};

struct ThematicBreak {};
/// What no rule knows: kept with its source and reported, shown as plain text, never dropped in
/// silence.
struct Unsupported {
    std::string name, source;
};
struct Block {
    std::variant<Paragraph, Heading, List, Callout, Quote, CodeBlock, Diagram, MathBlock, Table,
                 Figure, MissingPicture, Tabs, Steps, Cards, Details, Columns, Updates, LinkCard,
                 ThematicBreak, Unsupported>
        node;
    Span span;

    Block() noexcept;
    template <typename Node>
    Block(Node of, Span where) : node(std::move(of)), span(where) {}
    Block(const Block&);
    Block(Block&&) noexcept;
    Block& operator=(const Block&);
    Block& operator=(Block&&) noexcept;
    ~Block();
};

struct Note {
    std::string id;
    Blocks body;
    Span span;
};

/// How large a picture is shown that has a slide to itself.
enum class SlidePicture : std::uint8_t {
    automatic,  ///< a large photograph fills the slide, others are shown whole
    full,       ///< it fills the slide, its edges cut if need be
    whole,      ///< nothing of it is cut or covered
};

/// What a page's front matter says about its slides.
struct SlideWishes {
    bool skip = false;
    std::optional<std::uint8_t> level;
    std::string title, notes;
    SlidePicture picture{};
};

/// One Markdown file. The title is level 1 and not part of `body`.
struct Page {
    std::string id;           ///< book-wide, `[a-z][a-z0-9.-]*`, also the name of its XHTML file
    std::string path;         ///< in the book's folder, for diagnostics and links
    Inlines title;            ///< title of record
    std::string short_title;  ///< plain text for running heads and contents; never empty
    std::string description;  ///< plain text; may be empty
    std::uint8_t depth = 0;   ///< 0 is a chapter, 1 a page under it …
    std::optional<MediaId> cover;
    bool hidden = false;
    bool shows_title = true;  ///< in the text; running heads, contents and bookmarks always do
    Blocks body;
    std::vector<Note> notes;
    SlideWishes slides;
    Span span;
};
/// A group of chapters; the first may have no title.
struct Part {
    Inlines title;
    std::string id;
    std::vector<PageId> pages;
};
enum class MediaKind : std::uint8_t { picture, file };
/// A file of the book that is shown or linked to. `path` is its true path in `Files`.
struct Media {
    std::string path;
    MediaKind kind{};
    MediaId dark = no_media;  ///< the picture that its author wants on dark grounds
};
struct Metadata {
    std::string title, subtitle, description, publisher, language = "fr", date, version;
    std::string rights, licence, identifier, series;
    std::string site_url;  ///< address of the published book; empty when not configured
    std::vector<std::string> authors, subjects;
    std::vector<Pronunciation> pronunciations;  ///< for voices that read aloud
    std::optional<MediaId> cover, logo;
    NamedFile slides_template;  ///< a presentation that slides are made on
    Judgement judgement;        ///< what the book makes of kinds of findings
};
struct Book {
    Metadata metadata;
    std::vector<Part> parts;
    std::vector<Page> pages;                  ///< in reading order; `PageId` is the index
    std::vector<Media> media;                 ///< `MediaId` is the index
    std::vector<std::string> generated = {};  ///< what its site alone has, such as an API's pages
};

}  // namespace triptych::doc
