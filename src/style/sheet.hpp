#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/diagnostics.hpp>
#include <triptych/files.hpp>
#include <triptych/message.hpp>

#include "base/code_parts.hpp"
#include "base/colour.hpp"
#include "base/length.hpp"

/// The look of all three outputs, read from `layouts/<name>/*.yaml`.
namespace triptych::style {

struct FontFile {
    /// In the data folder, for example `fonts/source-serif-4/SourceSerif4-Regular.ttf`.
    std::string path;
    int weight = 400;
    bool italic = false;
};
enum class FamilyRole : std::uint8_t { text, head, mono, math };
struct Family {
    std::string name;        ///< as programs list it, for example `Source Serif 4`
    std::string substitute;  ///< for CSS and PowerPoint where the family is not at hand, for
                             ///< example `Georgia`
    std::vector<FontFile> files;
};
struct Fonts {
    std::array<Family, 4> families;  ///< by `FamilyRole`; that of formulas has a `MATH` table
    std::vector<FontFile> fallback;  ///< symbols and emoji, tried in order
    std::vector<FontFile> emoji;     ///< with pictures of emoji in colour, tried in order
};

enum class TextAlign : std::uint8_t { start, justify, centre, end };
enum class Figures : std::uint8_t { standard, lining, old_style };

struct TextStyle {
    FamilyRole family{};
    int weight = 400;
    bool italic = false, small_caps = false, upper_case = false;
    Figures figures{};
    Length size, leading;
    Length tracking;  ///< added after every glyph
    Colour colour;
    TextAlign align{};
    bool hyphenate = false;
    /// Letters of justified text may be stretched or shrunk by so many thousandths of their width.
    int expansion = 0;
};

/// A ground and a rule around blocks that need one (callouts, code, quotes, cards).
struct BoxStyle {
    std::optional<Colour> ground;
    std::optional<Colour> rule;  ///< the rule at the left edge
    Length rule_width;
    std::optional<Colour> border;  ///< a hairline around the box
    Length padding;
};

struct BlockStyle {
    TextStyle text;
    Length space_before, space_after;  ///< between two blocks the larger of the two counts
    Length indent_left, indent_right, first_line;
    BoxStyle box;
};

/// What a block or a line of text is, for its look. One style per role and output.
enum class Role : std::uint8_t {
    body,
    lede,
    eyebrow,
    title,
    subpage_title,
    heading2,
    heading3,
    heading4,
    heading5,
    heading6,
    bold_heading,
    numeral,
    list,
    list_marker,
    callout,
    callout_label,
    further,
    quote,
    code,
    code_title,
    inline_code,
    table_head,
    table_cell,
    caption,
    footnote,
    link_card,
    tab_title,
    step_title,
    step_number,
    card_title,
    details_summary,
    update_date,
    missing_picture,
    running_head,
    folio,
    contents_title,
    contents_part,
    contents_chapter,
    contents_section,
    contents_page,
    part_number,
    part_title,
    part_entry,
    cover_title,
    cover_subtitle,
    cover_meta,
    colophon,
    slide_title,
    slide_kicker,
    slide_number,
    slide_claim,
    slide_footer,
    slide_link,
    count_,
};
/// The key of a role in the layout files, for example `callout-label`.
std::string_view name(Role role);

/// Ground, rule and label colour of the four kinds of callouts, in the model's order (info,
/// success, warning, danger).
struct CalloutColours {
    Colour ground, rule, label;
};

/// What one kind of part changes in the style of code.
struct CodeStyle {
    std::optional<Colour> colour;  ///< none: that of the code
    int weight = 400;
    bool italic = false;
};

/// Ticks and crosses in green and red; all emoji as the font draws them; or none.
enum class Emoji : std::uint8_t { colour, mono, none };

/// Whether listings of more than two pages are printed whole or by their first and last lines.
enum class LongListings : std::uint8_t { cut, all };

/// Which signs of Japanese and Chinese begin no line (CSS Text 3, `line-break`): small kana and the
/// sign of long vowels, too; marks that repeat, middle dots, exclamations; or the fewest.
enum class Kinsoku : std::uint8_t { strict, normal, loose };

/// Where full stops and commas as wide as an ideograph stand that end a line.
enum class LineEndStops : std::uint8_t { inside, hanging };

/// All a page-based output needs to set blocks.
struct Medium {
    std::array<BlockStyle, static_cast<std::size_t>(Role::count_)> styles;
    std::array<CalloutColours, 4> callouts;
    std::array<CodeStyle, code_parts.size()> syntax;  ///< by `CodePart`
    Colour link, rule;
    Length list_indent;      ///< of each list level
    Length picture_share{};  ///< unused by the e-book; greatest height of a picture
    int picture_ppi = 150;   ///< pictures are never set with fewer pixels to the inch
    Length smallest_table = Length::points(7);  ///< type in tables; wider ones take another form
    std::optional<Colour> picture_frame{};      ///< a hairline around pictures with light edges
    Emoji emoji{};
    LongListings listings = LongListings::all;
    Kinsoku kinsoku = Kinsoku::normal;
    LineEndStops stops{};
    const BlockStyle& operator[](Role role) const { return styles[static_cast<std::size_t>(role)]; }
    /// The style of a part of a listing; of what has no kind, that of `Role::code`.
    TextStyle code_text(std::optional<CodePart> part) const;
};

struct PageGeometry {
    Size size;
    Length inner, outer, top, bottom;  ///< margins of the text block
    Length head, foot;  ///< from the page's edge to the base line of running head and folio
    Length baseline;    ///< step of the base line grid
    Length measure() const { return size.width - inner - outer; }
    Length text_height() const { return size.height - top - bottom; }
};

/// `qr` is `notes` with codes.
enum class LinksOnPaper : std::uint8_t { none, notes, qr, chapter, page };

/// How a print shop gets what is black and grey: in the colours of screens, or as black ink.
enum class PrintBlack : std::uint8_t { rgb, cmyk };

/// Where parts and chapters begin: on a right-hand page; on one whose opener faces it; on the next
/// page; or where the text before them ends.
enum class Start : std::uint8_t { facing, recto, page, here };

struct Booklet {
    Medium medium;
    PageGeometry page;
    Colour cover_ground, cover_ink, cover_accent;
    bool cover = true, back_cover = true, colophon = true, contents = true;
    Start start_part = Start::facing, start_chapter = Start::page;
    int half_title = 0;  ///< printed in books whose body has so many pages; 0: never
    int contents_depth = 2;
    LinksOnPaper links = LinksOnPaper::notes;
    bool link_codes = false;             ///< QR codes beside link cards and in the list of links
    bool screen_list = false;            ///< list of films, embedded pages and files at the end
    std::optional<Colour> note_lines{};  ///< to write on, in the outer margin
    PrintBlack print_black{};            ///< in the file for a print shop
};

struct Ebook {
    Medium medium;  ///< lengths are relative to `body` size when written as CSS
    bool embed_fonts = false;
};

/// Whether text below a short title moves up.
enum class Zones : std::uint8_t { follow, fixed };

/// A slide's fixed zones, on one grid (default: 960 × 540 pt, margins of 48 pt).
///
/// Content slide, from the top: `kicker` (one line), `title` (a numbered one hangs its large
/// numeral in the column `numeral`, on the base line of its first line), `body` (claim, then
/// blocks; it follows the title up where that is short), `links` ("to go further"), and at the foot
/// `footer` (deck title) beside `page_number`. A slide whose table, listing or columns need the
/// whole width starts everything at the left margin.
struct Slides {
    Medium medium;
    Size size;
    Length margin_left, margin_right, margin_top, margin_bottom;
    int columns = 12;  ///< of the grid, between the margins
    Length gutter;
    Rect numeral, kicker, title, body, footer;  ///< zones of the content slide
    Rect links, page_number;                    ///< zones at the foot of the content slide
    /// Zones of the title slide and of dividers: publisher or part above, title, subtitle, and
    /// version and date at the foot.
    Rect cover_kicker, cover_title, cover_subtitle, cover_meta;
    Rect cover_code;                         ///< QR code of the closing slide
    Rect picture_text;                       ///< text on a picture that fills the slide
    Colour ground, ink, accent, quiet;       ///< page, text, accent, secondary text
    Colour title_ground, title_ink;          ///< of the title slide, of parts and of the last slide
    Colour title_accent;                     ///< rules and kicker on `title_ground`
    Colour section_ground, section_ink;      ///< of dividers between pages
    Colour section_accent, section_quiet;    ///< rules and kicker on them; subtitle
    Length smallest_body;                    ///< text is never set smaller
    Length smallest_code;                    ///< code and tables are never set smaller
    Length notes_size = Length::points(16);  ///< of text on pages of notes
    Zones zones{};                           ///< fixed on a template, which has its own
    Length picture_width, picture_gap;  ///< of a picture beside text; zero: a share of the body
};

struct Sheet {
    std::string name;
    Fonts fonts;
    Booklet booklet;
    Ebook ebook;
    Slides slides;
};

/// What is wrong with the font file at a path, as part of a sentence; empty when nothing is.
using FontJudge = std::function<Message(const std::string& path)>;

/// Reads `layouts/<layout>/{theme,booklet,epub,slides}.yaml` from `data`, and those of the layout
/// that `theme.yaml` says it `extends`; colours and fonts of `brand.yaml`, if there is one, take
/// the place of the theme's. Unknown and mistyped keys are reported with line and a suggestion and
/// keep their default. A family of a brand or of an extending layout gives way to the one below it,
/// with a diagnostic, when one of its files is wrongly given or `judge` finds a fault in it.
/// Nothing when a file is missing or is not YAML; only `theme.yaml` is needed where another layout
/// is extended.
std::optional<Sheet> load(const Files& data, std::string_view layout, Sources& sources,
                          Diagnostics& diagnostics, const FontJudge& judge = {});

/// `layouts/README.md`: every key of the layout files with its meaning, made from the same table
/// that reads them.
std::string reference();

}  // namespace triptych::style
