#include "cli/run.hpp"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <vector>

#include <execinfo.h>
#include <unistd.h>

#include <triptych/settings.hpp>

#include "cli/arguments.hpp"
#include "cli/book_commands.hpp"
#include "cli/book_defaults.hpp"
#include "cli/console.hpp"
#include "cli/folders.hpp"
#include "cli/font_report.hpp"
#include "cli/judge.hpp"
#include "cli/language.hpp"
#include "cli/live.hpp"
#include "cli/option_table.hpp"
#include "cli/output_files.hpp"
#include "cli/quoted.hpp"
#include "cli/request.hpp"
#include "cli/shell_names.hpp"
#include "cli/summary.hpp"
#include "cli/timings.hpp"
#include "cli/verify_files.hpp"

namespace triptych::cli {
namespace {

/// What is wrong with the defaults that the book gives, among the other findings.
void add_setting_problems(const Arguments& arguments, Result& result) {
    if (arguments.setting_problems.empty()) return;
    const FileId file = result.sources.add("triptych.yaml", arguments.settings_text);
    for (Diagnostic problem : arguments.setting_problems) {
        problem.span.file = file;
        result.diagnostics.report(std::move(problem));
    }
}

/// What all commands need that tell of findings.
struct Run {
    const Arguments& arguments;
    const Folders& folders;
    const Request& request;
    Judge& judge;
    Console& console;

    void call_sources(Result& result) const {
        add_setting_problems(arguments, result);
        result.sources.call_files(
            [&](std::string_view name) { return call_source(name, arguments, folders); });
    }
    void tell(const Findings& findings, const Result& result, FindingsFormat format) const {
        console.findings(findings, result.sources,
                         {format, arguments.findings.verbose,
                          path_from_here(folders.book_path, arguments.source), console.language()});
    }
    /// The one thing that helps most now.
    void advise(const Findings& findings) const {
        const auto is_found = [&](auto test) {
            return std::any_of(findings.all.begin(), findings.all.end(), test);
        };
        const std::string book = quoted(arguments.source);
        if (is_found([](const Finding& each) { return each.kind == Kind::missing_alternative; }))
            console.advise(Message::verbatim("triptych alt " + book + " --write"),
                           say("adds pictures without alternative text to alt.yaml, to fill in"));
        else if (is_found([](const Finding& each) { return each.severity != Severity::note; }))
            console.advise(
                say("mend the places above"),
                say("or 'findings: {{KIND: off}}' in triptych.yaml, where that is no fault"));
        else if (arguments.command == Command::check)
            console.advise(Message::verbatim("triptych build " + book),
                           say("makes booklet, e-book and slides"));
        else
            console.advise(
                Message::verbatim("triptych verify " + quoted(arguments.output_folder) + "/*"),
                say("holds the files against their standards"));
    }
    /// A table of kinds comes last.
    void sum_up(const Findings& findings) const {
        const bool silent = findings.all.empty() && findings.silenced == 0 &&
                            findings.accepted == 0 && findings.gone == 0;
        if (!silent) console.print(summary_of(findings, console.language()));
    }
};

/// Puts the outputs into their folder; a fault of the disk is one more finding.
bool write(Result& result, OutputFolder& folder) {
    if (result.outputs.empty()) return false;
    std::vector<OutputFile> files;
    for (const auto& output : result.outputs) files.push_back({output.name, output.bytes});
    const auto problem = folder.write(files);
    if (problem)
        result.diagnostics.report(Kind::unwritable_output, {}, *problem,
                                  say("the files from before are as they were"));
    return !problem;
}

/// What was asked for beside the findings; false when it can't be printed.
bool print_reports(const Result& result, const Arguments& arguments, Console& console) {
    const bool json = arguments.format == FindingsFormat::json;
    const auto changes = [&] {
        return json ? to_json(result.changes, result.sources)
                    : to_text(result.changes, result.sources);
    };
    const auto parity = [&] {
        return json ? to_json(result.parity, result.sources, console.language())
                    : to_text(result.parity, result.sources, console.language());
    };
    return (arguments.explain.empty() || console.text(changes())) &&
           (arguments.reports.empty() || console.text(parity()));
}

/// False when they can't be printed.
bool print_timings(const Timings& timings, const Arguments& arguments, Console& console) {
    if (arguments.format == FindingsFormat::json) return console.text(timings.to_json());
    console.print(timings.to_text(console.language()));
    return true;
}

/// Standard output is for one value; a report takes it before the findings do.
FindingsFormat format_of_findings(const Arguments& arguments) {
    const bool reports =
        !arguments.explain.empty() || !arguments.reports.empty() || arguments.timings;
    return reports ? FindingsFormat::text : arguments.format;
}

/// Builds, notes every stage in `timings`, and starts to write each output while others are made.
Result build(Request request, Timings& timings, OutputFolder& folder) {
    request.made = [&](const Output& output) { folder.begin({output.name, output.bytes}); };
    request.progress = [&timings, progress = request.progress](std::string_view stage, Step step) {
        timings.note(stage, step);
        progress(stage, step);
    };
    return triptych::build(request);
}

Built run_build(const Run& run) {
    const auto& [arguments, folders, request, judge, console] = run;
    Timings timings;
    OutputFolder folder(arguments.output_folder, arguments.jobs);
    folder.when_waiting([&] {
        run.console.note(
            say("waiting for another program that has locked '{}'", run.arguments.output_folder));
    });
    auto result = build(request, timings, folder);
    console.progress(message_id("writing files"));
    timings.note("writing files", Step::begins);
    const bool written = Console::files_in_place = write(result, folder);
    timings.note("writing files", Step::ends);
    if (result.cancelled) return {1, {}};
    Built built{1, {}};
    for (const Output& output : result.outputs) built.names.push_back(output.name);
    run.call_sources(result);
    const FindingsFormat format = format_of_findings(arguments);
    const Findings findings = judge.judge(result, console);
    run.tell(findings, result, format);
    if (format == FindingsFormat::text) run.sum_up(findings);
    if (!written) return built;
    if (arguments.format == FindingsFormat::text) console.files(result, arguments.output_folder);
    if (!print_reports(result, arguments, console)) return built;
    if (arguments.timings && !print_timings(timings, arguments, console)) return built;
    if (format == FindingsFormat::text) run.advise(findings);
    built.code = judge.exit_code(findings);
    return built;
}

int run_check(const Run& run) {
    auto result = check(run.request);
    run.call_sources(result);
    const FindingsFormat format = format_of_findings(run.arguments);
    const Findings findings = run.judge.judge(result, run.console);
    run.tell(findings, result, format);
    if (format == FindingsFormat::text) {
        run.console.print(summary_of_check(findings, result, run.console.language()));
        run.sum_up(findings);
        run.advise(findings);
    }
    if (!print_reports(result, run.arguments, run.console)) return 1;
    return run.judge.exit_code(findings);
}

/// The whole `alt.yaml`.
std::string text_of(const Alternatives& alternatives, MessageLanguage language) {
    const bool is_new = !alternatives.head.empty();
    return (is_new ? alternatives.head.in(language) + '\n' : "") + alternatives.file;
}

/// Puts the book's `alt.yaml` in its place when there is anything new in it.
int write_alternatives(const Run& run, const Alternatives& alternatives) {
    const std::string path =
        path_from_here(run.folders.book_path + "/alt.yaml", run.arguments.source);
    if (alternatives.added > 0) {
        const std::string text = text_of(alternatives, run.console.language());
        const auto problem = OutputFolder(run.folders.book_path, 1).write({{"alt.yaml", text}});
        if (problem) {
            run.console.error(*problem, say("the file from before is as it was"));
            return 1;
        }
    }
    run.console.note(say_count(alternatives.added, "{} picture added to {}",
                               "{} pictures added to {}", alternatives.added, path));
    return 0;
}

int run_alt(const Run& run) {
    Result result;
    const auto alternatives = list_alternatives(run.request, result);
    if (!alternatives) {
        run.call_sources(result);
        run.tell(run.judge.judge(result, run.console), result, run.arguments.format);
        return 1;
    }
    if (run.arguments.write_alternatives) return write_alternatives(run, *alternatives);
    return run.console.text(text_of(*alternatives, run.console.language())) ? 0 : 1;
}

int run_fonts(const Run& run) {
    Result result;
    const auto needs = list_needs(run.request, result);
    if (needs) return run.console.text(needs_report(*needs, run.console.language())) ? 0 : 1;
    run.call_sources(result);
    run.tell(run.judge.judge(result, run.console), result, run.arguments.format);
    return 1;
}

int run_dump(const Run& run) {
    Result result;
    const auto text = dump(run.request, static_cast<Stage>(run.arguments.stage), result);
    run.call_sources(result);
    const Findings findings = run.judge.judge(result, run.console);
    run.tell(findings, result, FindingsFormat::text);
    if (!text) return 1;
    return run.console.text(*text) ? run.judge.exit_code(findings) : 1;
}

std::string generated_text(Generated what, MessageLanguage language) {
    // The reference of keys is a file of the project, which is in English.
    if (what == Generated::keys) language = MessageLanguage::english;
    const ProgramTable table = in_language(program_table(), language);
    switch (what) {
        case Generated::manual_page:
            return to_manual_page(table, language);
        case Generated::bash:
            return to_bash_completion(table);
        case Generated::zsh:
            return to_zsh_completion(table);
        case Generated::fish:
            return to_fish_completion(table);
        case Generated::keys:
            return to_key_reference(table);
        case Generated::layouts:
        case Generated::decks:
        case Generated::editions:
            break;
    }
    return {};
}

/// The arguments as they were typed, with what the book says under `build:` where nothing was.
Parsed parse_with_defaults(const std::vector<std::string>& words, MessageLanguage language) {
    auto typed = parse_arguments(words, language);
    if (!typed.arguments) return typed;
    const Command command = typed.arguments->command;
    if (command == Command::alt || command == Command::config || command == Command::init ||
        command == Command::generate || typed.arguments->source.empty())
        return typed;
    const auto source = place_source(typed.arguments->source);
    if (!source) return typed;
    const Settings settings = read_settings(*folder_files(source->root));
    if (settings.build.empty()) return typed;
    BookDefaults defaults = defaults_of(settings, words);
    auto parsed = parse_arguments(with_defaults(words, defaults), language);
    if (!parsed.arguments) return parsed;
    parsed.arguments->setting_problems = std::move(defaults.problems);
    parsed.arguments->settings_text = settings.text;
    return parsed;
}

int run_command(const Arguments& arguments, const std::vector<std::string>& words,
                Console& console) {
    console.behave(arguments.colour, arguments.quiet);
    if (arguments.command == Command::verify)
        return verify_files(arguments.files, arguments.format, console);
    if (arguments.command == Command::dump && arguments.stage == Dumped::derived)
        return derive_file(arguments.source, console);
    if (arguments.command == Command::generate && arguments.generated >= Generated::layouts)
        return run_shell_names(arguments, console);
    if (arguments.command == Command::generate)
        return console.text(generated_text(arguments.generated, console.language())) ? 0 : 1;
    if (arguments.command == Command::init) return run_init(arguments, console);
    if (arguments.command == Command::config) return run_config(arguments, console);
    if (arguments.command == Command::layouts) return run_layouts(arguments, console);
    const auto again = [&] { return parse_with_defaults(words, console.language()); };
    if (arguments.command == Command::serve) return run_serve(arguments, console, again);
    if (arguments.command == Command::watch)
        return run_watch(arguments, console, again, [&](const Session& session) {
            Console::files_in_place = false;
            auto judge = Judge::make(session.arguments.findings, console);
            return judge ? run_build({session.arguments, session.folders, session.request, *judge,
                                      console})
                         : Built{2, {}};
        });
    const auto folders = open_folders(arguments, console);
    if (!folders) return 2;
    auto judge = Judge::make(arguments.findings, console);
    if (!judge) return 2;
    const auto request = make_request(arguments, *folders, console);
    const Run run{arguments, *folders, request, *judge, console};
    switch (arguments.command) {
        case Command::build:
            return run_build(run).code;
        case Command::check:
            return run_check(run);
        case Command::alt:
            return run_alt(run);
        case Command::dump:
            return run_dump(run);
        case Command::fonts:
            return run_fonts(run);
        case Command::init:
        case Command::config:
        case Command::layouts:
        case Command::watch:
        case Command::serve:
        case Command::verify:
        case Command::generate:
            break;
    }
    return 2;
}

/// Where memory runs out in a `noexcept` function of a library, nobody can catch the exception; the
/// program still says why it ends. No output is half written then: files have no name before they
/// are whole.
[[noreturn]] void end_without_return() {
    const std::exception_ptr fault = std::current_exception();
    try {
        if (fault) std::rethrow_exception(fault);
    } catch (const std::bad_alloc&) {
        Console::out_of_memory();
        ::_exit(1);
    } catch (...) {
    }
    __gnu_cxx::__verbose_terminate_handler();
    std::abort();
}

}  // namespace

int run(int argc, char** argv) {
    // A closed pipe, and a file beyond the limit of its size, are errors to report, not reasons to
    // vanish.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    std::set_terminate(end_without_return);
    // glibc learns how to unwind its own frames, as those of std::call_once, when it first has to;
    // that takes memory, and is asked for now since an exception may mean that there is none.
    void* frame = nullptr;
    ::backtrace(&frame, 1);
    const std::vector<std::string> words{argv + std::min(argc, 1), argv + argc};
    Console console(language_of(words));
    try {
        const auto parsed = parse_with_defaults(words, console.language());
        if (!parsed.help.empty()) console.text(parsed.help);
        const int code =
            parsed.arguments ? run_command(*parsed.arguments, words, console) : parsed.exit_code;
        return code == 0 && console.has_lost_output() ? 1 : code;
    } catch (const std::bad_alloc&) {
        console.end_progress();
        Console::out_of_memory();
    } catch (const std::exception& fault) {
        console.error(Message::verbatim(fault.what()), Console::state_of_files());
    }
    return 1;
}

}  // namespace triptych::cli
