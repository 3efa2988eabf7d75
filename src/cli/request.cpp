#include "cli/request.hpp"

#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <utility>

#include <triptych/hyphenation.hpp>

#include "cli/diagram_arguments.hpp"
#include "cli/folders.hpp"

namespace triptych::cli {
namespace {

/// Most bytes that the cache takes.
constexpr std::uint64_t cache_limit = std::uint64_t{512} << 20;

/// False when a template is named that is not there.
bool open_template(const Arguments& arguments, Folders& folders, Console& console) {
    if (!arguments.slides_template) return true;
    const auto place = place_file(*arguments.slides_template);
    if (!place) {
        console.error(say("there is no file '{}'", *arguments.slides_template),
                      say("name a .pptx or .potx file"));
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

/// Programs for diagrams: those of the user's own file, then those that were typed. Nothing, and an
/// error is told, when the file can't be understood.
std::optional<std::vector<DiagramProgram>> programs_of(const Arguments& arguments,
                                                       Console& console) {
    std::vector<DiagramProgram> all;
    if (const auto folder = user_config_folder()) {
        const std::string path = *folder + "/diagrams.conf";
        const auto file = folder_files(*folder)->read("diagrams.conf");
        auto read = read_diagram_programs(file.value_or(std::string()));
        if (read.wrong_line > 0) {
            console.error(say("{} is wrong in line {}", path, read.wrong_line),
                          say("write lines such as: mermaid = mmdc -i {{in}} -o {{out}}"));
            return std::nullopt;
        }
        all = std::move(read.programs);
    }
    all.insert(all.end(), arguments.diagrams.begin(), arguments.diagrams.end());
    return all;
}

std::unique_ptr<Cache> open_cache(const Arguments& arguments, bool has_programs) {
    const bool draws = has_programs || arguments.command == Command::build ||
                       arguments.command == Command::watch || arguments.command == Command::serve;
    if (arguments.no_cache || !draws) return nullptr;
    const auto folder = arguments.cache_folder ? arguments.cache_folder : user_cache_folder();
    return folder ? folder_cache(*folder, cache_limit) : nullptr;
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

}  // namespace

std::optional<Folders> open_folders(const Arguments& arguments, Console& console) {
    const auto source = place_source(arguments.source);
    if (!source) {
        console.error(say("there is no file or folder '{}'", arguments.source),
                      say("name a GitBook folder or a Markdown file"));
        return std::nullopt;
    }
    const auto data =
        arguments.data_folder.empty() ? find_data_folder() : std::optional(arguments.data_folder);
    if (!data) {
        console.error(say("the folder with layouts/ and fonts/ was not found"),
                      say("name it with --data or in TRIPTYCH_DATA"));
        return std::nullopt;
    }
    const auto programs = programs_of(arguments, console);
    if (!programs) return std::nullopt;
    auto cache = open_cache(arguments, !programs->empty());
    auto drawer = diagram_programs(
        *programs, arguments.trust_diagrams ? Reach::free : Reach::locked_in, cache.get());
    Folders folders{source->root,
                    *data,
                    {},
                    folder_files(source->root),
                    folder_files(*data),
                    hyphenation_files(*data),
                    folder_files(arguments.script_fonts),
                    std::move(cache),
                    std::move(drawer),
                    source->page,
                    arguments.layout,
                    nullptr,
                    nullptr,
                    {}};
    if (arguments.system_fonts) folders.system_fonts = system_fonts();
    if (!open_template(arguments, folders, console)) return std::nullopt;
    if (is_known_layout(arguments.layout, folders)) return folders;
    const auto layout = place_layout(arguments.layout, source->root);
    if (!layout) {
        console.error(say("there is no folder '{}'", arguments.layout),
                      say("name a folder with a theme.yaml, from here or from the book"));
        return std::nullopt;
    }
    folders.layout = layout->name;
    folders.layout_path = layout->folder;
    folders.layout_folder = folder_files(layout->folder);
    return folders;
}

Request make_request(const Arguments& arguments, const Folders& folders, Console& console) {
    Request request;
    request.book = folders.book.get();
    request.data = folders.data.get();
    request.hyphenation = folders.hyphenation.get();
    request.script_fonts = folders.script_fonts.get();
    request.system_fonts = folders.system_fonts.get();
    request.page = folders.page;
    request.folder = folders.book_path;
    request.name = arguments.output_name;
    request.layout = folders.layout;
    request.layout_folder = folders.layout_folder.get();
    request.template_folder = folders.template_folder.get();
    request.template_file = folders.template_file;
    request.selection = arguments.selection;
    request.language = arguments.language;
    request.editions = arguments.editions;
    request.deck = arguments.deck;
    if (arguments.notes) request.notes = SpeakerNotes::behind_slides;
    request.handout = arguments.handout;
    request.html_folder = arguments.html_folder;
    request.panels = arguments.panels;
    request.explain = arguments.explain;
    request.purpose = arguments.purpose;
    request.standard = arguments.standard;
    request.attach = arguments.attach;
    request.readable_pdf = arguments.readable_pdf;
    request.imposition = arguments.imposition;
    request.parity = !arguments.reports.empty();
    request.jobs = arguments.jobs;
    request.source_date = source_date();
    request.modules = &folders.modules;
    request.cache = folders.cache.get();
    request.diagrams = folders.diagrams.get();
    request.progress = [&](std::string_view stage, Step step) {
        if (step == Step::begins) console.progress(stage);
    };
    return request;
}

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

}  // namespace triptych::cli
