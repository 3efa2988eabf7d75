#pragma once

#include <optional>
#include <string>
#include <vector>

#include <triptych/build.hpp>
#include <triptych/findings.hpp>

#include "cli/paint.hpp"

namespace triptych::cli {

enum class Command : std::uint8_t {
    build,
    check,
    init,
    config,
    layouts,
    watch,
    serve,
    alt,
    dump,
    fonts,
    verify,
    generate
};

/// What packages install beside the program.
enum class Generated : std::uint8_t {
    manual_page,
    bash,
    zsh,
    fish,
    keys,
    layouts,  ///< from here on names that shells offer
    decks,
    editions,
};

/// An account of a build that is printed on request.
enum class Report : std::uint8_t { parity };

/// What becomes of findings.
struct FindingsWishes {
    bool strict = false;   ///< warnings fail the run
    bool verbose = false;  ///< all of them are shown
    std::vector<Kind> fail_on;
    std::optional<std::string> baseline;  ///< a file of findings that are accepted
    bool write_baseline = false;          ///< the file is made of today's
};

/// A stage of the work on a book, or what is read back from a finished PDF.
enum class Dumped : std::uint8_t { book, text, deck, pages, tags, pdf, derived };
static_assert(static_cast<int>(Dumped::pdf) == static_cast<int>(Stage::pdf));

/// What the command line asks for.
struct Arguments {
    Command command{};
    std::string source;
    std::vector<std::string> files;  ///< to be verified
    std::string spoken;              ///< language of messages; empty: that of the environment
    std::string language;            ///< empty: the book's; of a new one, the environment's
    std::string output_folder = "out";
    std::string output_name;  ///< empty: by what is built
    bool write_alternatives = false;
    std::string layout = "default";
    bool html_folder = false;
    std::optional<std::string> slides_template;  ///< a file; nothing: what the book names
    std::string host = "127.0.0.1";
    int port = 0;                            ///< 0: one that is free
    std::vector<std::string> allowed_hosts;  ///< names that a tunnel has for this computer
    bool open_browser = false;
    std::string data_folder;                        ///< empty: found beside the program
    std::string script_fonts = "/usr/share/fonts";  ///< where Debian puts the Noto packages
    bool system_fonts = false;                      ///< those of the machine, too
    std::vector<Panel> panels = {Panel::booklet, Panel::epub, Panel::slides, Panel::pptx,
                                 Panel::html};
    Purpose purpose{};
    PdfStandard standard{};
    std::vector<Attachment> attach;
    bool readable_pdf = false;
    std::optional<Imposition> imposition;
    Selection selection;
    EditionScope editions;
    DeckScope deck;
    bool notes = false;
    std::optional<Handout> handout;
    std::vector<Explanation> explain;
    std::vector<Report> reports;
    Dumped stage{};
    Generated generated{};
    FindingsFormat format{};
    FindingsWishes findings;
    ColourWish colour{};
    bool quiet = false;
    std::vector<DiagramProgram> diagrams;  ///< as they were typed
    bool trust_diagrams = false;
    unsigned jobs = 0;
    std::optional<std::string> cache_folder;  ///< nothing: the user's own
    bool no_cache = false;
    bool timings = false;
    /// What is wrong with the defaults of the book: places are bytes of its `triptych.yaml`.
    std::vector<Diagnostic> setting_problems;
    std::string settings_text;
};

/// What the parser can't see: options without sense together throw a `CLI::ValidationError`.
void expect_sense(const Arguments& arguments);

/// The arguments, or the exit code when there is nothing to do (help or version was printed) or
/// they are wrong (2).
struct Parsed {
    std::optional<Arguments> arguments;
    int exit_code = 0;
    std::string help = {};  ///< for standard output, when it was asked for
};
/// `words` are those behind the name of the program.
Parsed parse_arguments(const std::vector<std::string>& words, MessageLanguage language);

}  // namespace triptych::cli
