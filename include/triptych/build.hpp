#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/build_memory.hpp>
#include <triptych/cache.hpp>
#include <triptych/changes.hpp>
#include <triptych/deck_scope.hpp>
#include <triptych/diagnostics.hpp>
#include <triptych/diagrams.hpp>
#include <triptych/edition_scope.hpp>
#include <triptych/files.hpp>
#include <triptych/findings.hpp>
#include <triptych/imposition.hpp>
#include <triptych/link_counts.hpp>
#include <triptych/modules.hpp>
#include <triptych/panel.hpp>
#include <triptych/parity.hpp>
#include <triptych/pdf_standard.hpp>
#include <triptych/selection.hpp>
#include <triptych/system_fonts.hpp>

/// One folder of GitBook-flavoured Markdown in, three panels out. See `examples/embed.cpp` for the
/// shortest use.
namespace triptych {

/// Where a stage of the work stands.
enum class Step : std::uint8_t { begins, ends };

/// What the booklet's PDF is for. A print shop gets it page by page with bleed and crop marks,
/// without links and tags.
enum class Purpose : std::uint8_t { screen, print };

/// Which languages are made of a book that is told in several.
enum class Languages : std::uint8_t { all, first };

struct Output {
    Panel panel{};
    /// File name, for example `mon-guide-booklet.pdf`; in a folder of its own with `html_folder`:
    /// `mon-guide-slides/index.html`.
    std::string name;
    std::string bytes;
    std::size_t pages = 0;  ///< pages, slides, or XHTML files; none of a picture
    bool on_paper = false;  ///< slides on sheets, several to a page: `pages` counts those
};

struct Request {
    const Files* book = nullptr;  ///< the GitBook folder; required
    const Files* data = nullptr;  ///< holds `layouts/` and `fonts/`; required
    /// A folder with libhyphen's `hyph_<language>.dic`; null: no hyphens.
    const Files* hyphenation = nullptr;
    /// The folder in which Debian's fonts-noto-core and fonts-noto-cjk put the faces of other
    /// scripts than Latin, Greek and Cyrillic (/usr/share/fonts); null: only the layout's own.
    const Files* script_fonts = nullptr;
    /// Fonts of the machine for what no other font has; null: none, so that outputs depend on no
    /// machine.
    const SystemFonts* system_fonts = nullptr;
    std::string page;  ///< a single Markdown file of `book` to build, or empty for the whole book
    std::string
        folder;  ///< path of `book`, which names a book that nothing else does; may be empty
    /// How the names of all outputs begin; empty: with the title of the book, or with the name of
    /// the one page that is built.
    std::string name{};
    std::string layout = "default";        ///< a folder of `layouts/`, in the book or in `data`
    const Files* layout_folder = nullptr;  ///< instead: a layout from elsewhere, called `layout`
    /// A presentation (.pptx, .potx) of this folder whose masters, layouts and theme the PowerPoint
    /// slides are made on; null: the one that the book names, if it does.
    const Files* template_folder = nullptr;
    std::string template_file;
    Selection selection{};  ///< hidden pages, orphans, conditional blocks
    /// The language of the text, a tag (BCP 47): of a book told in several (`LANGS.md`,
    /// `docs.yaml`), the one that is made. Empty: what the book says, or all of `languages`.
    std::string language{};
    Languages languages{};
    EditionScope editions{};  ///< which selections of pages are made
    DeckScope deck{};         ///< what the slides show of them
    std::vector<Panel> panels = {Panel::booklet, Panel::epub, Panel::slides, Panel::pptx,
                                 Panel::html};
    std::vector<Explanation> explain{};      ///< which changes to list in `Result::changes`
    Purpose purpose{};                       ///< of the booklet
    std::optional<Imposition> imposition{};  ///< also puts the booklet on sheets for a printer
    PdfStandard standard{};                  ///< of booklet, slides and handouts as PDF
    std::vector<Attachment> attach{};        ///< to them; by `PdfStandard::ua2` only
    SpeakerNotes notes{};                    ///< in the slides' PDF
    std::optional<Handout> handout{};        ///< also puts the slides on sheets of A4
    bool html_folder = false;  ///< slides in HTML are a folder, with pictures as files of their own
    bool readable_pdf = false;  ///< PDFs are uncompressed and indented, for tests and people
    bool parity = true;         ///< whether to account for what outputs do not show
    unsigned jobs = 0;          ///< threads; 0 means as many as there are cores
    /// SOURCE_DATE_EPOCH, seconds since 1970: the date of every output.
    std::optional<std::int64_t> source_date{};
    /// What colours code and decodes other pictures than PNG and JPEG; null: code is plain, and
    /// such pictures can't be read.
    const Modules* modules = nullptr;
    Cache* cache = nullptr;  ///< keeps scaled pictures for later builds; never changes the outputs
    BuildMemory* memory = nullptr;  ///< of builds of the same request before this one; or null
    /// Ends the work soon after a stop is requested, from any thread: there are no outputs then.
    std::stop_token stop{};
    /// Called as a stage of the work begins and ends, by several threads at once; may be empty.
    std::function<void(std::string_view stage, Step step)> progress{};
    /// Called with each output when those of its panel are whole, while others are being made, by
    /// several threads at once; it may look at the output during the call only. May be empty.
    std::function<void(const Output& output)> made{};
    DiagramDrawer* diagrams = nullptr;  ///< draws those without a picture; null: nothing does
};

struct Result {
    /// The whole book, then edition by edition, each in the order of `Request::panels`; empty when
    /// the book can't be read.
    std::vector<Output> outputs;
    std::vector<Parity> parity;   ///< of each output, what it does not show as it was written
    std::vector<Change> changes;  ///< in the order of `Request::explain`
    LinkCounts links;
    Diagnostics diagnostics;
    Judgement judgement;  ///< of the book, which `fold` takes
    Sources sources;
    bool cancelled = false;  ///< ended by `Request::stop`: findings are those of before
};

/// Builds the panels asked for. Pure: the same request gives the same bytes, whatever `jobs` is.
Result build(const Request& request);

/// Reads the book and the layout, sets booklet and slides and looks at the pictures, and so finds
/// all that `build` would find; makes no output.
Result check(const Request& request);

/// The book's `alt.yaml` as it should be: what is there already, as it is written, then an entry to
/// fill in for every other picture that lacks an alternative text.
struct Alternatives {
    std::string file;
    /// The first line of the file, a comment, when there is none yet; else empty.
    Message head;
    std::size_t added = 0;  ///< entries that were not there
};
/// Nothing when the book or its `alt.yaml` can't be read.
std::optional<Alternatives> list_alternatives(const Request& request, Result& result);

/// What a book needs to be drawn in one script beside Latin, Greek and Cyrillic.
struct FontNeed {
    std::string script;          ///< in words: "Japanese", "Devanagari"
    std::size_t characters = 0;  ///< in the text
    std::string face;            ///< file in the folder of fonts
    std::string package;         ///< Debian's, which has it
    bool installed = false;
    std::string system_face;  ///< what is taken of the machine's fonts while it is not; or empty
};
/// The patterns that words of one language are divided by.
struct HyphenationNeed {
    std::string language;  ///< a tag of BCP 47, as the book has it
    std::string package;   ///< Debian's, which has them; empty where none has
    bool installed = false;
};
struct Needs {
    std::vector<FontNeed> fonts;               ///< in the order of the text
    std::vector<HyphenationNeed> hyphenation;  ///< the book's language first
};
/// The needs of the whole book. Nothing when it can't be read.
std::optional<Needs> list_needs(const Request& request, Result& result);

/// A value on the way of the data that can be looked at as text; `text` is the visible words alone.
enum class Stage : std::uint8_t { book, text, deck, pages, tags, pdf };

/// The text form of one stage; its findings go to `result`. Nothing when the book can't be read.
std::optional<std::string> dump(const Request& request, Stage stage, Result& result);

/// Version of the program and library, for example `0.1.0`.
std::string_view version();

}  // namespace triptych
