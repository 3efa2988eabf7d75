#include "cli/options.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include <CLI/CLI.hpp>

#include "cli/choices.hpp"
#include "cli/diagram_arguments.hpp"
#include "cli/findings_arguments.hpp"
#include "cli/imposition_arguments.hpp"
#include "cli/language.hpp"
#include "cli/name_check.hpp"
#include "cli/option_table.hpp"
#include "cli/selection_arguments.hpp"
#include "cli/written_pdfs.hpp"

namespace triptych::cli {
namespace {

const std::map<std::string, Panel> panel_names = {{"booklet", Panel::booklet},
                                                  {"epub", Panel::epub},
                                                  {"slides", Panel::slides},
                                                  {"pptx", Panel::pptx},
                                                  {"html", Panel::html}};
const std::map<std::string, Purpose> purpose_names = {{"screen", Purpose::screen},
                                                      {"print", Purpose::print}};
const std::map<std::string, Dumped> stage_names = {
    {"book", Dumped::book},      {"text", Dumped::text}, {"deck", Dumped::deck},
    {"pages", Dumped::pages},    {"tags", Dumped::tags}, {"pdf", Dumped::pdf},
    {"derived", Dumped::derived}};
const std::map<std::string, Explanation> explanation_names = {
    {"normalisation", Explanation::normalisation}, {"typography", Explanation::typography}};
const std::map<std::string, Detail> detail_names = {
    {"digest", Detail::digest}, {"full", Detail::full}, {"outline", Detail::outline}};
const std::map<std::string, Handout> handout_names = {
    {"1", Handout::one}, {"3", Handout::three}, {"6", Handout::six}};
const std::map<std::string, ColourWish> colour_names = {
    {"auto", ColourWish::automatic}, {"always", ColourWish::always}, {"never", ColourWish::never}};
const std::map<std::string, Generated> generated_names = {
    {"man", Generated::manual_page}, {"keys", Generated::keys},
    {"bash", Generated::bash},       {"zsh", Generated::zsh},
    {"fish", Generated::fish},       {"layouts", Generated::layouts},
    {"decks", Generated::decks},     {"editions", Generated::editions}};
const std::map<std::string, Report> report_names = {{"parity", Report::parity}};

void add_editions(CLI::App& command, EditionScope& editions) {
    command.add_option(
        "--pages", editions.pages,
        "Make these pages only: a path or folder, also with *, or the title of a part "
        "(repeatable)");
    command
        .add_option("--edition", editions.names,
                    "Make one of the editions that the book plans, not the whole (repeatable)")
        ->excludes("--pages");
    command.add_flag("--session", editions.session,
                     "With --pages or --edition: booklet, slides and their handout (6 on a page)");
}

void add_language(CLI::App& command, Arguments& arguments) {
    command
        .add_option("--language", arguments.language,
                    "Language of the text (BCP 47): of a book in several, the one to make")
        ->type_name("TAG");
}

void add_deck_scope(CLI::App& command, DeckScope& deck) {
    command
        .add_option("--depth", deck.depth,
                    "Slides show the outline of the book: 0 parts, 1 pages, 2 headings, 3 …")
        ->check(CLI::Range(0, 6));
    command
        .add_option("--detail", deck.detail,
                    "What slides show of a section: digest (default), full, outline")
        ->transform(one_of(detail_names))
        ->type_name("NAME");
    command
        .add_option("--slides", deck.slides,
                    "How many slides there may be: what is one too many is joined")
        ->check(CLI::Range(3, 9999));
    command
        .add_option("--minutes", deck.minutes,
                    "How long the talk is: a slide in 90 seconds, and a plan in the notes")
        ->check(CLI::Range(1, 600));
    command.add_option("--deck", deck.decks, "One of the decks that the book plans (repeatable)");
}

void add_data(CLI::App& command, Arguments& arguments) {
    command
        .add_option("--data", arguments.data_folder,
                    "Folder that holds layouts/ and fonts/ (default: found beside the program)")
        ->type_name("FOLDER");
}

void add_source(CLI::App& command, Arguments& arguments) {
    command.add_option("SOURCE", arguments.source, "A GitBook folder, or one Markdown file")
        ->required()
        ->type_name("");
    command
        .add_option("--layout", arguments.layout,
                    "Look of all outputs: a folder of layouts/, of the book's layouts/, or a path")
        ->capture_default_str();
    command.add_option("--jobs", arguments.jobs, "Threads; 0 is one a core")
        ->check(CLI::Range(0U, 256U))
        ->capture_default_str();
    add_data(command, arguments);
    command
        .add_option("--script-fonts", arguments.script_fonts,
                    "Folder with Debian's Noto fonts for scripts that the layout has no fonts for")
        ->type_name("FOLDER")
        ->capture_default_str();
    command.add_flag("--system-fonts", arguments.system_fonts,
                     "Take fonts of this machine for what no other font has: the files made then "
                     "depend on it");
    command
        .add_option("--color", arguments.colour,
                    "Colour: auto (default: on terminals unless NO_COLOR is set), always, never")
        ->transform(one_of(colour_names))
        ->type_name("NAME");
    command.add_flag("-q,--quiet", arguments.quiet,
                     "Only warnings and errors: no notes, files made, sums or progress");
    add_format(command, arguments.format);
    add_selection(command, arguments.selection);
    add_diagrams(command, arguments);
}

void add_explain(CLI::App& command, Arguments& arguments) {
    command
        .add_option("--explain", arguments.explain,
                    "List every change to the text: typography, normalisation")
        ->delimiter(',')
        ->transform(one_of(explanation_names))
        ->type_name("NAME");
}

void add_cache(CLI::App& command, Arguments& arguments) {
    auto* folder = command.add_option(
        "--cache", arguments.cache_folder,
        "Folder that keeps scaled pictures for later builds, safe to delete (default: "
        "$XDG_CACHE_HOME/triptych or ~/.cache/triptych)");
    folder->type_name("FOLDER");
    command.add_flag("--no-cache", arguments.no_cache, "Keep nothing, make all anew")
        ->excludes(folder);
}

void add_build_options(CLI::App* command, Arguments& arguments) {
    add_source(*command, arguments);
    add_language(*command, arguments);
    add_findings(*command, arguments.findings);
    add_explain(*command, arguments);
    command
        ->add_option("--report", arguments.reports,
                     "parity: what each output does not show as it was written")
        ->delimiter(',')
        ->transform(one_of(report_names))
        ->type_name("NAME");
    command->add_option("-o,--output", arguments.output_folder, "Folder for the files made")
        ->type_name("FOLDER")
        ->capture_default_str();
    command
        ->add_option("--name", arguments.output_name,
                     "How the names of the files made begin (default: title, or name of the page)")
        ->check(CLI::Validator(problem_with_name, ""));
    command
        ->add_option(
            "--to", arguments.panels,
            "What to make, by comma: booklet, epub, slides (PDF), pptx, html (default: all)")
        ->delimiter(',')
        ->transform(one_of(panel_names))
        ->type_name("NAME");
    add_editions(*command, arguments.editions);
    add_deck_scope(*command, arguments.deck);
    command
        ->add_option("--template", arguments.slides_template,
                     "A presentation (.pptx, .potx) whose masters, layouts and theme the "
                     "PowerPoint slides are made on")
        ->type_name("FILE");
    command->add_flag("--notes", arguments.notes,
                      "Put the notes into the slides’ PDF, on pages behind their slides");
    command->add_flag("--html-folder", arguments.html_folder,
                      "Slides in HTML are a folder, with pictures as files of their own");
    command
        ->add_option("--handout", arguments.handout,
                     "Also put the slides on A4: 1 a page with notes, 3 beside lines, 6")
        ->transform(one_of(handout_names))
        ->type_name("NAME");
    command
        ->add_option(
            "--for", arguments.purpose,
            "The booklet is for: screen (default), print (bleed and crop marks for a shop)")
        ->transform(one_of(purpose_names))
        ->type_name("NAME")
        ->excludes(add_imposition(*command, arguments.imposition));
    add_written_pdfs(*command, arguments);
    add_cache(*command, arguments);
    command->add_flag("--timings", arguments.timings, "Say where the time goes, stage by stage");
}

void add_build(CLI::App& app, Arguments& arguments) {
    auto* command = app.add_subcommand("build", "Make the booklet, the e-book and the slides");
    add_build_options(command, arguments);
    command->callback([&] { arguments.command = Command::build; });
}

void add_watch(CLI::App& app, Arguments& arguments) {
    auto* command = app.add_subcommand("watch", "Build, and build again when anything changes");
    add_build_options(command, arguments);
    command->callback([&] { arguments.command = Command::watch; });
}

void add_serve(CLI::App& app, Arguments& arguments) {
    auto* command =
        app.add_subcommand("serve", "Show the three panels in a browser, as they are now");
    add_source(*command, arguments);
    add_language(*command, arguments);
    add_deck_scope(*command, arguments.deck);
    add_cache(*command, arguments);
    command->add_flag("--open", arguments.open_browser, "Open a browser");
    command->add_option("--port", arguments.port, "Port (default: one that is free)")
        ->check(CLI::Range(0, 65535));
    command
        ->add_option("--host", arguments.host,
                     "Address to listen on; others than 127.0.0.1 can be reached from elsewhere")
        ->type_name("ADDRESS")
        ->capture_default_str();
    command->add_option("--allow-host", arguments.allowed_hosts,
                        "Name that a tunnel or container has for this computer (repeatable)");
    command->callback([&] { arguments.command = Command::serve; });
}

void add_check(CLI::App& app, Arguments& arguments) {
    auto* command = app.add_subcommand("check", "Only say what is wrong with the source");
    add_source(*command, arguments);
    add_language(*command, arguments);
    add_findings(*command, arguments.findings);
    add_explain(*command, arguments);
    command->callback([&] { arguments.command = Command::check; });
}

void add_alt(CLI::App& app, Arguments& arguments) {
    auto* command = app.add_subcommand(
        "alt", "Print the book's alt.yaml with every picture that lacks an alternative text");
    add_source(*command, arguments);
    command->add_flag("--write", arguments.write_alternatives,
                      "Write it into the book; what is there already stays");
    command->callback([&] { arguments.command = Command::alt; });
}

void add_dump(CLI::App& app, Arguments& arguments) {
    auto* command = app.add_subcommand("dump", "Print a stage of the work as text");
    add_source(*command, arguments);
    add_language(*command, arguments);
    command
        ->add_option(
            "--stage", arguments.stage,
            "book, text, deck, pages, tags, pdf, or derived: what the tags of a PDF say, as HTML")
        ->required()
        ->transform(one_of(stage_names))
        ->type_name("NAME");
    add_editions(*command, arguments.editions);
    add_deck_scope(*command, arguments.deck);
    command->callback([&] { arguments.command = Command::dump; });
}

void add_fonts(CLI::App& app, Arguments& arguments) {
    auto* command = app.add_subcommand(
        "fonts", "List the fonts and the rules of hyphenation that the book needs");
    add_source(*command, arguments);
    add_language(*command, arguments);
    command->callback([&] { arguments.command = Command::fonts; });
}

void add_verify(CLI::App& app, Arguments& arguments) {
    auto* command = app.add_subcommand("verify", "Hold finished files against their standards");
    command
        ->add_option("FILE", arguments.files,
                     "PDF, EPUB and PPTX files, slides in HTML, or folders of these")
        ->required()
        ->type_name("");
    add_verify_format(*command, arguments.format);
    command->callback([&] { arguments.command = Command::verify; });
}

void add_init(CLI::App& app, Arguments& arguments) {
    auto* command = app.add_subcommand(
        "init", "Begin a book of three pages, or write triptych.yaml for one that is there");
    command->add_option("DIR", arguments.source, "Folder of the book (default: this one)")
        ->type_name("");
    command
        ->add_option("--language", arguments.language,
                     "Language of the new book: fr, en (default: that of the messages)")
        ->transform(one_of({"fr", "en"}))
        ->type_name("NAME");
    add_data(*command, arguments);
    command->callback([&, command] {
        arguments.command = Command::init;
        if (command->count("DIR") == 0) arguments.source = ".";
    });
}

void add_config(CLI::App& app, Arguments& arguments) {
    auto* command =
        app.add_subcommand("config", "Show what holds for a book and its builds, and from where");
    command->add_option("BOOK", arguments.source, "A GitBook folder")->required()->type_name("");
    add_data(*command, arguments);
    command->callback([&] { arguments.command = Command::config; });
}

void add_layouts(CLI::App& app, Arguments& arguments) {
    auto* command = app.add_subcommand("layouts", "List the looks that --layout takes");
    command->add_option("BOOK", arguments.source, "Also those of this book")->type_name("");
    add_data(*command, arguments);
    command->callback([&] { arguments.command = Command::layouts; });
}

void add_generate(CLI::App& app, Arguments& arguments) {
    auto* command =
        app.add_subcommand("generate", "Print what packages install beside the program")->group("");
    command
        ->add_option("WHAT", arguments.generated,
                     "man, bash, zsh, fish or keys; names for shells: layouts, decks, editions")
        ->required()
        ->transform(one_of(generated_names));
    command->add_option("BOOK", arguments.source, "The book whose names are listed")->type_name("");
    add_data(*command, arguments);
    command->callback([&] { arguments.command = Command::generate; });
}

/// What commands say last: how they are typed, which of a long list nobody sees.
void add_footers(CLI::App& app) {
    app.footer(message_id(
        "Example:  triptych build my-handbook -o out\n"
        "Exit code: 0 fine, 1 errors (or what --strict and --fail-on name), 2 wrong use."));
    constexpr std::pair<const char*, const char*> examples[] = {
        {"build", message_id("Example:  triptych build my-handbook -o out")},
        {"check", message_id("Example:  triptych check my-handbook --fail-on broken-link")},
        {"watch", message_id("Example:  triptych watch my-handbook -o out")},
        {"serve", message_id("Example:  triptych serve my-handbook --open")},
        {"init", message_id("Example:  triptych init my-handbook")},
        {"config", message_id("Example:  triptych config my-handbook")},
        {"layouts", message_id("Example:  triptych layouts my-handbook")},
        {"alt", message_id("Example:  triptych alt my-handbook --write")},
        {"dump", message_id("Example:  triptych dump my-handbook --stage deck")},
        {"fonts", message_id("Example:  triptych fonts my-handbook")},
        {"verify", message_id("Example:  triptych verify out/*")}};
    for (const auto& [name, example] : examples) app.get_subcommand(name)->footer(example);
}

/// Each option takes one word, whatever stands behind it, and may be repeated where it takes many:
/// `--to epub my-handbook -o out` names a book.
void take_one_word_each(CLI::App& app) {
    const auto is_option = [](const CLI::Option* each) { return !each->get_positional(); };
    for (CLI::Option* option : app.get_options(is_option))
        if (option->get_items_expected_max() > 1)
            option->expected(1)
                ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
                ->allow_extra_args(false);
    for (CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
        take_one_word_each(*command);
}

}  // namespace

void describe(CLI::App& app, Arguments& arguments) {
    app.description(message_id(
        "triptych: one folder of GitBook-flavoured Markdown in, three panels out:\n"
        "a booklet to print (PDF), an e-book (EPUB 3) and slides (PDF, PowerPoint, HTML)."));
    app.set_version_flag("--version", std::string("triptych ").append(version()));
    app.name("triptych")->require_subcommand(1);
    add_build(app, arguments);
    add_check(app, arguments);
    add_watch(app, arguments);
    add_serve(app, arguments);
    add_init(app, arguments);
    add_config(app, arguments);
    add_layouts(app, arguments);
    add_alt(app, arguments);
    add_dump(app, arguments);
    add_fonts(app, arguments);
    add_verify(app, arguments);
    add_generate(app, arguments);
    add_footers(app);
    add_language(app, arguments.spoken);
    take_one_word_each(app);
}

}  // namespace triptych::cli
