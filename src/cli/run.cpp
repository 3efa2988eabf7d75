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
    std::unique_ptr<Files> book, data, hyphenation;
    std::unique_ptr<Cache> cache;
    std::string page;
    std::string root;  ///< of the book
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
    Folders folders{folder_files(source->root),
                    folder_files(*data),
                    folder_files(hyphen_folder),
                    open_cache(arguments),
                    source->page,
                    source->root,
                    arguments.layout,
                    nullptr,
                    nullptr,
                    {}};
    if (!open_template(arguments, folders, console)) return std::nullopt;
    if (arguments.layout.find('/') == std::string::npos) return folders;
    const auto layout = place_layout(arguments.layout, source->root);
    if (!layout) {
        console.error("there is no folder '" + arguments.layout + "'",
                      "name a folder with a theme.yaml, from here or from the book");
        return std::nullopt;
    }
    folders.layout = layout->name;
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
    request.folder = folders.root;
    request.layout = folders.layout;
    request.layout_folder = folders.layout_folder.get();
    request.template_folder = folders.template_folder.get();
    request.template_file = folders.template_file;
    request.selection = arguments.selection;
    request.deck = arguments.deck;
    if (arguments.notes) request.notes = SpeakerNotes::behind_slides;
    request.handout = arguments.handout;
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

int exit_code(const Result& result, const Arguments& arguments) {
    const auto& all = result.diagnostics.all();
    const auto at_least = [&](Severity least) {
        return std::any_of(all.begin(), all.end(), [&](const Diagnostic& diagnostic) {
            return severity(diagnostic.kind) >= least;
        });
    };
    return at_least(arguments.strict ? Severity::warning : Severity::error) ? 1 : 0;
}

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
    const bool json = arguments.format == Format::json;
    const auto print = [&](const auto& report) {
        return console.text(json ? to_json(report, result.sources)
                                 : to_text(report, result.sources));
    };
    return (arguments.explain.empty() || print(result.changes)) &&
           (arguments.reports.empty() || print(result.parity));
}

/// False when they can't be printed.
bool print_timings(const Timings& timings, const Arguments& arguments, Console& console) {
    if (arguments.format == Format::json) return console.text(timings.to_json());
    console.note(timings.to_text());
    return true;
}

/// Standard output is for one JSON value; a report takes it before the findings do.
Format format_of_findings(const Arguments& arguments) {
    const bool reports =
        !arguments.explain.empty() || !arguments.reports.empty() || arguments.timings;
    return reports ? Format::text : arguments.format;
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

int run_build(const Arguments& arguments, const Request& request, Console& console) {
    Timings timings;
    OutputFolder folder(arguments.output_folder, arguments.jobs);
    auto result = build(request, timings, folder);
    console.progress("writing files");
    timings.note("writing files", Step::begins);
    const bool written = Console::files_in_place = write(result, folder);
    timings.note("writing files", Step::ends);
    console.findings(result, format_of_findings(arguments));
    if (!written) return 1;
    if (arguments.format == Format::text) console.files(result, arguments.output_folder);
    if (!print_reports(result, arguments, console)) return 1;
    if (arguments.timings && !print_timings(timings, arguments, console)) return 1;
    return exit_code(result, arguments);
}

int run_check(const Arguments& arguments, const Request& request, Console& console) {
    const auto result = check(request);
    console.findings(result, format_of_findings(arguments));
    if (arguments.format == Format::text) console.note(summary_of_check(result));
    if (!print_reports(result, arguments, console)) return 1;
    return exit_code(result, arguments);
}

int run_alt(const Arguments& arguments, const Request& request, Console& console) {
    Result result;
    const auto stub = list_alternatives(request, result);
    if (!stub) {
        console.findings(result, arguments.format);
        return 1;
    }
    return console.text(*stub) ? 0 : 1;
}

int run_dump(const Arguments& arguments, const Request& request, Console& console) {
    Result result;
    const auto text = dump(request, arguments.stage, result);
    console.findings(result, Format::text);
    if (!text) return 1;
    return console.text(*text) ? exit_code(result, arguments) : 1;
}

int run_command(const Arguments& arguments, Console& console) {
    if (arguments.command == Command::verify) return verify_files(arguments.files, console);
    const auto folders = open_folders(arguments, console);
    if (!folders) return 2;
    const auto request = make_request(arguments, *folders, console);
    switch (arguments.command) {
        case Command::build:
            return run_build(arguments, request, console);
        case Command::check:
            return run_check(arguments, request, console);
        case Command::alt:
            return run_alt(arguments, request, console);
        case Command::dump:
            return run_dump(arguments, request, console);
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
