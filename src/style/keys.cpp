#include "style/keys.hpp"

#include <array>

namespace triptych::style {
namespace {

/// The member at the end of a path of member pointers.
template <typename Target, auto first, auto... rest>
auto& at(Target& target) {
    if constexpr (sizeof...(rest) == 0)
        return target.*first;
    else
        return at<std::remove_reference_t<decltype(target.*first)>, rest...>(target.*first);
}

template <auto member>
auto& text(BlockStyle& style) {
    return style.text.*member;
}
template <auto member>
auto& box(BlockStyle& style) {
    return style.box.*member;
}
template <auto member>
auto& page(Booklet& booklet) {
    return booklet.page.*member;
}
template <std::size_t kind, auto member>
auto& callout(Medium& medium) {
    return medium.callouts[kind].*member;
}

constexpr std::array block_table{
    Key<BlockStyle>{"size",
                    "Size of the type; here `em` is the size of `body`, elsewhere the style's own",
                    text<&TextStyle::size>, Range::positive},
    Key<BlockStyle>{"leading", "Distance between base lines", text<&TextStyle::leading>,
                    Range::positive},
    Key<BlockStyle>{"family", "Family of the theme", text<&TextStyle::family>},
    Key<BlockStyle>{"weight", "Weight from 100 to 900; 400 is regular, 700 bold",
                    text<&TextStyle::weight>, Range::positive},
    Key<BlockStyle>{"italic", "Italic type", text<&TextStyle::italic>},
    Key<BlockStyle>{"small-caps", "Small capitals, by the font's own feature",
                    text<&TextStyle::small_caps>},
    Key<BlockStyle>{"upper-case", "Capitals only; accents are kept", text<&TextStyle::upper_case>},
    Key<BlockStyle>{"figures", "Style of the figures", text<&TextStyle::figures>},
    Key<BlockStyle>{"tracking", "Added after every letter", text<&TextStyle::tracking>, Range::any},
    Key<BlockStyle>{"colour", "Colour of the text", text<&TextStyle::colour>},
    Key<BlockStyle>{"align", "Alignment of the lines", text<&TextStyle::align>},
    Key<BlockStyle>{"hyphenate", "Words may be divided at line ends", text<&TextStyle::hyphenate>},
    Key<BlockStyle>{"expansion",
                    "Thousandths by which letters of justified text may be stretched or shrunk",
                    text<&TextStyle::expansion>},
    Key<BlockStyle>{"space-before", "Space above; between two blocks the larger space counts",
                    at<BlockStyle, &BlockStyle::space_before>},
    Key<BlockStyle>{"space-after", "Space below", at<BlockStyle, &BlockStyle::space_after>},
    Key<BlockStyle>{"indent-left", "Indent of all lines at the left",
                    at<BlockStyle, &BlockStyle::indent_left>, Range::any},
    Key<BlockStyle>{"indent-right", "Indent of all lines at the right",
                    at<BlockStyle, &BlockStyle::indent_right>, Range::any},
    Key<BlockStyle>{"first-line", "Indent of the first line, in addition",
                    at<BlockStyle, &BlockStyle::first_line>, Range::any},
    Key<BlockStyle>{"ground", "Colour behind the block", box<&BoxStyle::ground>},
    Key<BlockStyle>{"rule", "Colour of the rule at the left edge", box<&BoxStyle::rule>},
    Key<BlockStyle>{"rule-width", "Width of that rule", box<&BoxStyle::rule_width>},
    Key<BlockStyle>{"border", "Colour of a hairline around the block", box<&BoxStyle::border>},
    Key<BlockStyle>{"padding", "Space between the box and the text", box<&BoxStyle::padding>},
};

constexpr std::array medium_table{
    Key<Medium>{"link", "Colour of links", at<Medium, &Medium::link>},
    Key<Medium>{"rule", "Colour of rules in tables and between parts", at<Medium, &Medium::rule>},
    Key<Medium>{"list-indent", "Indent of each level of lists", at<Medium, &Medium::list_indent>},
    Key<Medium>{"picture-height", "Greatest height of a picture",
                at<Medium, &Medium::picture_share>},
    Key<Medium>{"smallest-table",
                "Tables are never set smaller; wider ones are turned or taken apart",
                at<Medium, &Medium::smallest_table>, Range::positive},
    Key<Medium>{"picture-frame",
                "Colour of a hairline around pictures in the text; `none`: there is none",
                at<Medium, &Medium::picture_frame>},
    Key<Medium>{
        "emoji",
        "In PDF files: pictures in colour, but in those for printing, and ticks and crosses "
        "of the booklet in green and red; all as the font draws them, and marked text in grey "
        "(`mono`); or none",
        at<Medium, &Medium::emoji>},
    Key<Medium>{"listings",
                "In the booklet: of listings longer than two pages the first and last lines and a "
                "line that says how many there are between (`cut`), or all lines",
                at<Medium, &Medium::listings>},
    Key<Medium>{"kinsoku",
                "Signs that begin no line of Japanese or Chinese: small kana and ー, too "
                "(`strict`), not those (`normal`), or but full stops, commas and brackets "
                "(`loose`)",
                at<Medium, &Medium::kinsoku>},
    Key<Medium>{"line-end-stops",
                "Japanese and Chinese full stops and commas that end a line stand `inside` the "
                "measure, or `hanging` in the margin",
                at<Medium, &Medium::stops>},
    Key<Medium>{"callouts.info.ground", "Ground of an information",
                callout<0, &CalloutColours::ground>},
    Key<Medium>{"callouts.info.rule", "Its rule", callout<0, &CalloutColours::rule>},
    Key<Medium>{"callouts.info.label", "Its label", callout<0, &CalloutColours::label>},
    Key<Medium>{"callouts.success.ground", "Ground of a success",
                callout<1, &CalloutColours::ground>},
    Key<Medium>{"callouts.success.rule", "Its rule", callout<1, &CalloutColours::rule>},
    Key<Medium>{"callouts.success.label", "Its label", callout<1, &CalloutColours::label>},
    Key<Medium>{"callouts.warning.ground", "Ground of a warning",
                callout<2, &CalloutColours::ground>},
    Key<Medium>{"callouts.warning.rule", "Its rule", callout<2, &CalloutColours::rule>},
    Key<Medium>{"callouts.warning.label", "Its label", callout<2, &CalloutColours::label>},
    Key<Medium>{"callouts.danger.ground", "Ground of a danger",
                callout<3, &CalloutColours::ground>},
    Key<Medium>{"callouts.danger.rule", "Its rule", callout<3, &CalloutColours::rule>},
    Key<Medium>{"callouts.danger.label", "Its label", callout<3, &CalloutColours::label>},
};

constexpr std::array code_style_table{
    Key<CodeStyle>{"colour", "Colour of these parts of code; `none`: that of the code",
                   at<CodeStyle, &CodeStyle::colour>},
    Key<CodeStyle>{"weight", "Their weight, if it is more than that of the code",
                   at<CodeStyle, &CodeStyle::weight>, Range::positive},
    Key<CodeStyle>{"italic", "Italic type", at<CodeStyle, &CodeStyle::italic>},
};

constexpr std::array family_table{
    Key<Family>{"name", "As other programs list the family", at<Family, &Family::name>},
    Key<Family>{"substitute", "For the e-book, PowerPoint and HTML where the family is not at hand",
                at<Family, &Family::substitute>},
};

constexpr std::array booklet_table{
    Key<Booklet>{"page.size", "Size of the trimmed page", page<&PageGeometry::size>},
    Key<Booklet>{"page.inner", "Margin at the fold", page<&PageGeometry::inner>},
    Key<Booklet>{"page.outer", "Margin at the outer edge", page<&PageGeometry::outer>},
    Key<Booklet>{"page.top", "Margin above the text block", page<&PageGeometry::top>},
    Key<Booklet>{"page.bottom", "Margin below the text block", page<&PageGeometry::bottom>},
    Key<Booklet>{"page.head", "From the upper edge to the base line of the running head",
                 page<&PageGeometry::head>},
    Key<Booklet>{"page.foot", "From the lower edge to the base line of the folio",
                 page<&PageGeometry::foot>},
    Key<Booklet>{"page.baseline", "Step of the base line grid; the leading of `body` when absent",
                 page<&PageGeometry::baseline>, Range::positive},
    Key<Booklet>{"cover.show", "Print a cover", at<Booklet, &Booklet::cover>},
    Key<Booklet>{"cover.ground", "Ground of the cover", at<Booklet, &Booklet::cover_ground>},
    Key<Booklet>{"cover.ink", "Text on the cover", at<Booklet, &Booklet::cover_ink>},
    Key<Booklet>{"cover.accent", "Rules and signs on the cover",
                 at<Booklet, &Booklet::cover_accent>},
    Key<Booklet>{"cover.back", "Print a back cover: title, description, address of the online book",
                 at<Booklet, &Booklet::back_cover>},
    Key<Booklet>{"half-title",
                 "Pages of text from which the book gets a half-title behind its cover; 0: never",
                 at<Booklet, &Booklet::half_title>},
    Key<Booklet>{"colophon", "Say behind the cover or half-title who made the book, and its rights",
                 at<Booklet, &Booklet::colophon>},
    Key<Booklet>{"contents.show", "Print the contents", at<Booklet, &Booklet::contents>},
    Key<Booklet>{"contents.depth",
                 "Levels in the contents: 1 is chapters only, with a note that says so; from 2 on "
                 "all pages, "
                 "and headings so deep where there are not too many",
                 at<Booklet, &Booklet::contents_depth>, Range::positive},
    Key<Booklet>{"start.part",
                 "Where the opener of a part stands: on a left-hand page, its first chapter facing "
                 "it, unless the blank pages this takes cost a sheet of paper, and for parts of "
                 "three chapters and more only; on a right-hand page; on the next page; `here`: "
                 "there is none",
                 at<Booklet, &Booklet::start_part>},
    Key<Booklet>{"start.chapter",
                 "Where a chapter begins: on a right-hand page (`recto`, `facing`), on the next "
                 "page, or where the one before it ends",
                 at<Booklet, &Booklet::start_chapter>},
    Key<Booklet>{"links",
                 "What is printed of links: nothing; their address in a note at the foot (`qr`: "
                 "also as codes); or numbers of a list at the end of the chapter or of the book",
                 at<Booklet, &Booklet::links>},
    Key<Booklet>{"link-codes", "QR codes of at least 18 mm on link cards and in the book's list",
                 at<Booklet, &Booklet::link_codes>},
    Key<Booklet>{"screen-list",
                 "List at the end what paper can only name: films, embedded pages, files",
                 at<Booklet, &Booklet::screen_list>},
    Key<Booklet>{"note-lines",
                 "Colour of lines to write on in the outer margin of chapters; `none`: there are "
                 "none",
                 at<Booklet, &Booklet::note_lines>},
    Key<Booklet>{"print.black",
                 "In the file for a print shop: black and grey as on screens, or as black ink "
                 "alone; with `cmyk` the file is one of PDF/X-4 where the book has a date",
                 at<Booklet, &Booklet::print_black>},
};

constexpr std::array ebook_table{
    Key<Ebook>{"embed-fonts", "Put the fonts of the theme into the file",
               at<Ebook, &Ebook::embed_fonts>},
};

constexpr std::array slide_table{
    Key<Slides>{"page.size", "Size of a slide", at<Slides, &Slides::size>},
    Key<Slides>{"page.left", "Left margin", at<Slides, &Slides::margin_left>},
    Key<Slides>{"page.right", "Right margin", at<Slides, &Slides::margin_right>},
    Key<Slides>{"page.top", "Upper margin", at<Slides, &Slides::margin_top>},
    Key<Slides>{"page.bottom", "Lower margin", at<Slides, &Slides::margin_bottom>},
    Key<Slides>{"grid.columns", "Columns between the margins", at<Slides, &Slides::columns>,
                Range::positive},
    Key<Slides>{"grid.gutter", "Space between columns", at<Slides, &Slides::gutter>},
    Key<Slides>{"ground", "Ground of content slides", at<Slides, &Slides::ground>},
    Key<Slides>{"ink", "Their text", at<Slides, &Slides::ink>},
    Key<Slides>{"accent", "Numerals, rules and list signs", at<Slides, &Slides::accent>},
    Key<Slides>{"quiet", "Secondary text", at<Slides, &Slides::quiet>},
    Key<Slides>{"cover.ground", "Ground of the title slide, of parts and of the last slide",
                at<Slides, &Slides::title_ground>},
    Key<Slides>{"cover.ink", "Text on that ground", at<Slides, &Slides::title_ink>},
    Key<Slides>{"cover.accent", "Rules and kicker on that ground",
                at<Slides, &Slides::title_accent>},
    Key<Slides>{"section.ground", "Ground of slides that open a page",
                at<Slides, &Slides::section_ground>},
    Key<Slides>{"section.ink", "Title on that ground", at<Slides, &Slides::section_ink>},
    Key<Slides>{"section.accent", "Rules and kicker on that ground",
                at<Slides, &Slides::section_accent>},
    Key<Slides>{"section.quiet", "Subtitle on that ground", at<Slides, &Slides::section_quiet>},
    Key<Slides>{"smallest-body", "Text is split rather than set smaller than this",
                at<Slides, &Slides::smallest_body>, Range::positive},
    Key<Slides>{"smallest-code", "The same for code and tables", at<Slides, &Slides::smallest_code>,
                Range::positive},
    Key<Slides>{"notes-size", "Text on pages of notes in the PDF", at<Slides, &Slides::notes_size>,
                Range::positive},
};

constexpr std::array zone_table{
    Key<Slides>{"zones.kicker", "Name of the part", at<Slides, &Slides::kicker>},
    Key<Slides>{"zones.numeral", "The author's number of the title", at<Slides, &Slides::numeral>},
    Key<Slides>{"zones.title", "Title, from its top; what follows moves up where it is short",
                at<Slides, &Slides::title>},
    Key<Slides>{"zones.body", "Claim and blocks", at<Slides, &Slides::body>},
    Key<Slides>{"zones.links", "Links to go further", at<Slides, &Slides::links>},
    Key<Slides>{"zones.footer", "Title of the deck", at<Slides, &Slides::footer>},
    Key<Slides>{"zones.page-number", "Number of the slide", at<Slides, &Slides::page_number>},
    Key<Slides>{"zones.cover-kicker", "Publisher or part on slides that open",
                at<Slides, &Slides::cover_kicker>},
    Key<Slides>{"zones.cover-title", "Title of slides that open", at<Slides, &Slides::cover_title>},
    Key<Slides>{"zones.cover-subtitle", "Subtitle of slides that open",
                at<Slides, &Slides::cover_subtitle>},
    Key<Slides>{"zones.cover-meta", "Version and date on the title slide",
                at<Slides, &Slides::cover_meta>},
    Key<Slides>{"zones.cover-code", "QR code of the last slide", at<Slides, &Slides::cover_code>},
    Key<Slides>{"zones.picture-text",
                "Title and caption on a picture that fills the slide, from the bottom up; their "
                "panel has the colours of the cover",
                at<Slides, &Slides::picture_text>},
};

}  // namespace

Keys<BlockStyle> block_keys() { return block_table; }
Keys<Medium> medium_keys() { return medium_table; }
Keys<CodeStyle> code_style_keys() { return code_style_table; }
Keys<Family> family_keys() { return family_table; }
Keys<Booklet> booklet_keys() { return booklet_table; }
Keys<Ebook> ebook_keys() { return ebook_table; }
Keys<Slides> slide_keys() { return slide_table; }
Keys<Slides> zone_keys() { return zone_table; }

}  // namespace triptych::style
