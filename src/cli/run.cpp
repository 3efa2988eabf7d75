#include "cli/run.hpp"

#include <algorithm>
#include <charconv>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <vector>

#include <execinfo.h>
#include <unistd.h>

#include "cli/arguments.hpp"
#include "cli/console.hpp"
#include "cli/folders.hpp"
#include "cli/judge.hpp"
#include "cli/output_files.hpp"
#include "cli/summary.hpp"
#include "cli/timings.hpp"
#include "cli/verify_files.hpp"

namespace triptych::cli {
namespace {

/// Where Debian's hyphen-* packages put libhyphen's patterns.
constexpr const char* hyphen_folder = "/usr/share/hyphen";

/// Most bytes that the cache takes.
constexpr std::uint64_t cache_limit = std::uint64_t{512} << 20;

/// The folders that a request points into.
struct Folders {
    std::string book_path, data_path, layout_path;  ///< of the folders; "" for none
    std::unique_ptr<Files> book, data, hyphenation;
    std::unique_ptr<Cache> cache;
    std::string page;
    std::string layout;
    std::unique_ptr<Files> layout_folder;    ///< null: the layout is one of `data` or the book
    std::unique_ptr<Files> template_folder;  ///< null: the book may name a template
    std::string template_file;
    Modules modules{module_folders()};
};

/// False when a template is named that is not there.
bool open_template(const Arguments& arguments, Folders& folders, Console& console) {
    if (!arguments.slides_template) return true;
    const auto place = place_file(*arguments.slides_template);
    if (!place) {
        console.error("there is no file '" + *arguments.slides_template + "'",
                      "name a .pptx or .potx file");
        return false;
    }
    folders.template_folder = folder_files(place->folder);
    folders.template_file = place->name;
    return true;
}

/// Whether the name is that of a layout of the house or of the book. Others are of folders; of no
/// folder, it is the layout's to say that it is not there.
bool is_known_layout(const std::string& name, const Folders& folders) {
    if (name.find('/') != std::string::npos) return false;
    const std::string theme = "layouts/" + name + "/theme.yaml";
    return folders.data->is_file(theme) || folders.book->is_file(theme) ||
           !place_layout(name, folders.book_path);
}

std::unique_ptr<Cache> open_cache(const Arguments& arguments) {
    if (arguments.no_cache || arguments.command != Command::build) return nullptr;
    const auto folder = arguments.cache_folder ? arguments.cache_folder : user_cache_folder();
    return folder ? folder_cache(*folder, cache_limit) : nullptr;
}

std::optional<Folders> open_folders(const Arguments& arguments, Console& console) {
    const auto source = place_source(arguments.source);
    if (!source) {
        console.error("there is no file or folder '" + arguments.source + "'",
                      "name a GitBook folder or a Markdown file");
        return std::nullopt;
    }
    const auto data =
        arguments.data_folder.empty() ? find_data_folder() : std::optional(arguments.data_folder);
    if (!data) {
        console.error("the folder with layouts/ and fonts/ was not found",
                      "name it with --data or in TRIPTYCH_DATA");
        return std::nullopt;
    }
    Folders folders{source->root,
                    *data,
                    {},
                    folder_files(source->root),
                    folder_files(*data),
                    folder_files(hyphen_folder),
                    open_cache(arguments),
                    source->page,
                    arguments.layout,
                    nullptr,
                    nullptr,
                    {}};
    if (!open_template(arguments, folders, console)) return std::nullopt;
    if (is_known_layout(arguments.layout, folders)) return folders;
    const auto layout = place_layout(arguments.layout, source->root);
    if (!layout) {
        console.error("there is no folder '" + arguments.layout + "'",
                      "name a folder with a theme.yaml, from here or from the book");
        return std::nullopt;
    }
    folders.layout = layout->name;
    folders.layout_path = layout->folder;
    folders.layout_folder = folder_files(layout->folder);
    return folders;
}

/// SOURCE_DATE_EPOCH (reproducible-builds.org), if it is a whole number.
std::optional<std::int64_t> source_date() {
    const char* value = std::getenv("SOURCE_DATE_EPOCH");
    if (!value) return std::nullopt;
    std::int64_t seconds = 0;
    const char* end = value + std::strlen(value);
    const auto parsed = std::from_chars(value, end, seconds);
    return parsed.ec == std::errc() && parsed.ptr == end ? std::optional(seconds) : std::nullopt;
}

Request make_request(const Arguments& arguments, const Folders& folders, Console& console) {
    Request request;
    request.book = folders.book.get();
    request.data = folders.data.get();
    request.hyphenation = folders.hyphenation.get();
    request.page = folders.page;
    request.folder = folders.book_path;
    request.name = arguments.output_name;
    request.layout = folders.layout;
    request.layout_folder = folders.layout_folder.get();
    request.template_folder = folders.template_folder.get();
    request.template_file = folders.template_file;
    request.selection = arguments.selection;
    request.editions = arguments.editions;
    request.deck = arguments.deck;
    if (arguments.notes) request.notes = SpeakerNotes::behind_slides;
    request.handout = arguments.handout;
    request.html_folder = arguments.html_folder;
    request.panels = arguments.panels;
    request.explain = arguments.explain;
    request.purpose = arguments.purpose;
    request.readable_pdf = arguments.readable_pdf;
    request.imposition = arguments.imposition;
    request.parity = !arguments.reports.empty();
    request.jobs = arguments.jobs;
    request.source_date = source_date();
    request.modules = &folders.modules;
    request.cache = folders.cache.get();
    request.progress = [&](std::string_view stage, Step step) {
        if (step == Step::begins) console.progress(stage);
    };
    return request;
}

/// A source is called by its path from here, so that terminals and editors open it.
std::string call_source(std::string_view name, const Arguments& arguments, const Folders& folders) {
    const std::string file(name), of_layout = "layouts/" + folders.layout + '/';
    if (!folders.layout_path.empty() && file.starts_with(of_layout))
        return path_from_here(folders.layout_path + '/' + file.substr(of_layout.size()),
                              arguments.layout);
    if (folders.book->is_file(file))
        return path_from_here(folders.book_path + '/' + file, arguments.source);
    if (folders.data->is_file(file))
        return path_from_here(folders.data_path + '/' + file, folders.data_path);
    return file;
}

/// What all commands need that tell of findings.
struct Run {
    const Arguments& arguments;
    const Folders& folders;
    const Request& request;
    Judge& judge;
    Console& console;

    void call_sources(Result& result) const {
        result.sources.call_files(
            [&](std::string_view name) { return call_source(name, arguments, folders); });
    }
    void tell(const Findings& findings, const Result& result, FindingsFormat format) const {
        console.findings(findings, result.sources,
                         {format, arguments.findings.verbose,
                          path_from_here(folders.book_path, arguments.source)});
    }
    /// A table of kinds comes last.
    void sum_up(const Findings& findings) const {
        const bool silent = findings.all.empty() && findings.silenced == 0 &&
                            findings.accepted == 0 && findings.gone == 0;
        if (!silent) console.note(summary_of(findings));
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
                                  "the files from before are as they were");
    return !problem;
}

/// What was asked for beside the findings; false when it can't be printed.
bool print_reports(const Result& result, const Arguments& arguments, Console& console) {
    const bool json = arguments.format == FindingsFormat::json;
    const auto print = [&](const auto& report) {
        return console.text(json ? to_json(report, result.sources)
                                 : to_text(report, result.sources));
    };
    return (arguments.explain.empty() || print(result.changes)) &&
           (arguments.reports.empty() || print(result.parity));
}

/// False when they can't be printed.
bool print_timings(const Timings& timings, const Arguments& arguments, Console& console) {
    if (arguments.format == FindingsFormat::json) return console.text(timings.to_json());
    console.note(timings.to_text());
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

int run_build(const Run& run) {
    const auto& [arguments, folders, request, judge, console] = run;
    Timings timings;
    OutputFolder folder(arguments.output_folder, arguments.jobs);
    folder.when_waiting([&] {
        run.console.note("waiting for another program that has locked '" +
                         run.arguments.output_folder + "'\n");
    });
    auto result = build(request, timings, folder);
    console.progress("writing files");
    timings.note("writing files", Step::begins);
    const bool written = Console::files_in_place = write(result, folder);
    timings.note("writing files", Step::ends);
    run.call_sources(result);
    const FindingsFormat format = format_of_findings(arguments);
    const Findings findings = judge.judge(result, console);
    run.tell(findings, result, format);
    if (format == FindingsFormat::text) run.sum_up(findings);
    if (!written) return 1;
    if (arguments.format == FindingsFormat::text) console.files(result, arguments.output_folder);
    if (!print_reports(result, arguments, console)) return 1;
    if (arguments.timings && !print_timings(timings, arguments, console)) return 1;
    return judge.exit_code(findings);
}

int run_check(const Run& run) {
    auto result = check(run.request);
    run.call_sources(result);
    const FindingsFormat format = format_of_findings(run.arguments);
    const Findings findings = run.judge.judge(result, run.console);
    run.tell(findings, result, format);
    if (format == FindingsFormat::text) {
        run.console.note(summary_of_check(findings, result));
        run.sum_up(findings);
    }
    if (!print_reports(result, run.arguments, run.console)) return 1;
    return run.judge.exit_code(findings);
}

/// Puts the book's `alt.yaml` in its place when there is anything new in it.
int write_alternatives(const Run& run, const Alternatives& alternatives) {
    const std::string path =
        path_from_here(run.folders.book_path + "/alt.yaml", run.arguments.source);
    if (alternatives.added > 0) {
        const auto problem =
            OutputFolder(run.folders.book_path, 1).write({{"alt.yaml", alternatives.file}});
        if (problem) {
            run.console.error(*problem, "the file from before is as it was");
            return 1;
        }
    }
    run.console.note(std::to_string(alternatives.added) + " pictures added to " + path + '\n');
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
    return run.console.text(alternatives->file) ? 0 : 1;
}

int run_dump(const Run& run) {
    Result result;
    const auto text = dump(run.request, run.arguments.stage, result);
    run.call_sources(result);
    const Findings findings = run.judge.judge(result, run.console);
    run.tell(findings, result, FindingsFormat::text);
    if (!text) return 1;
    return run.console.text(*text) ? run.judge.exit_code(findings) : 1;
}

int run_command(const Arguments& arguments, Console& console) {
    if (arguments.command == Command::verify) return verify_files(arguments.files, console);
    const auto folders = open_folders(arguments, console);
    if (!folders) return 2;
    auto judge = Judge::make(arguments.findings, console);
    if (!judge) return 2;
    const auto request = make_request(arguments, *folders, console);
    const Run run{arguments, *folders, request, *judge, console};
    switch (arguments.command) {
        case Command::build:
            return run_build(run);
        case Command::check:
            return run_check(run);
        case Command::alt:
            return run_alt(run);
        case Command::dump:
            return run_dump(run);
        case Command::verify:
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
    std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error to report, not a reason to vanish
    std::set_terminate(end_without_return);
    // glibc learns how to unwind its own frames, as those of std::call_once, when it first has to;
    // that takes memory, and is asked for now since an exception may mean that there is none.
    void* frame = nullptr;
    ::backtrace(&frame, 1);
    Console console;
    try {
        const auto parsed = parse_arguments(argc, argv);
        return parsed.arguments ? run_command(*parsed.arguments, console) : parsed.exit_code;
    } catch (const std::bad_alloc&) {
        console.end_progress();
        Console::out_of_memory();
    } catch (const std::exception& fault) {
        console.error(fault.what(), Console::state_of_files());
    }
    return 1;
}

}  // namespace triptych::cli
