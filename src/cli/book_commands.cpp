#include "cli/book_commands.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>
#include <triptych/settings.hpp>

#include "cli/book_defaults.hpp"
#include "cli/folders.hpp"
#include "cli/judge.hpp"
#include "cli/option_table.hpp"
#include "cli/output_files.hpp"
#include "cli/quoted.hpp"
#include "cli/request.hpp"
#include "cli/shell_names.hpp"

namespace triptych::cli {
namespace {

namespace fs = std::filesystem;

bool holds_pages(const Files& folder) {
    const auto all = folder.list("");
    return std::any_of(all.begin(), all.end(),
                       [](const std::string& path) { return path.ends_with(".md"); });
}

/// `fr` or `en`: as asked for, or as the program speaks.
std::string language_of_starter(const Arguments& arguments, MessageLanguage spoken) {
    if (!arguments.language.empty()) return arguments.language;
    return spoken == MessageLanguage::french ? "fr" : "en";
}

/// Files on their way into a folder.
struct NewFiles {
    std::vector<std::pair<std::string, std::string>> files;  ///< name and bytes

    int write(const std::string& folder, Console& console) const {
        std::vector<OutputFile> all;
        for (const auto& [name, bytes] : files) all.push_back({name, bytes});
        if (const auto problem = OutputFolder(folder, 1).write(all)) {
            console.error(*problem, say("the files from before are as they were"));
            return 1;
        }
        for (const auto& [name, bytes] : files)
            console.text((fs::path(folder) / name).string() + '\n');
        return 0;
    }
};

int write_starter(const std::string& folder, const std::string& data, const std::string& language,
                  Console& console) {
    const auto starters = folder_files(data);
    const std::string from = "starters/" + language + '/';
    NewFiles made;
    for (const std::string& path : starters->list(from.substr(0, from.size() - 1)))
        if (auto bytes = starters->read(path))
            made.files.emplace_back(path.substr(from.size()), *std::move(bytes));
    if (made.files.empty()) {
        console.error(say("there is no book to begin with in '{}'", data),
                      say("it belongs into starters/{}", language));
        return 2;
    }
    const bool french = language == "fr";
    made.files.emplace_back(
        "triptych.yaml",
        make_book_file(
            {{"title", french ? "Mon premier livre" : "My first book", {}},
             {"subtitle", french ? "Trois pages pour commencer" : "Three pages to begin with", {}},
             {"language", language, {}}},
            language));
    for (const auto& [name, bytes] : made.files)
        if (fs::exists(fs::path(folder) / name)) {
            console.error(say("'{}' is there already", (fs::path(folder) / name).string()),
                          say("begin in an empty folder; nothing was written"));
            return 1;
        }
    const int code = made.write(folder, console);
    if (code == 0) console.note(say("next: triptych build {} -o out", quoted(folder)));
    return code;
}

/// What the book says of itself; nothing, and a message, where it can't be read.
std::optional<std::vector<Fact>> read_facts(const Arguments& arguments, const Folders& folders,
                                            Console& console) {
    Result result;
    auto facts = facts_of(make_request(arguments, folders, console), result);
    if (!facts) console.error(say("the book can't be read"), say("'triptych check' says why"));
    return facts;
}

int describe_book(const Arguments& arguments, Console& console) {
    if (fs::exists(fs::path(arguments.source) / "triptych.yaml")) {
        console.error(say("the book has a triptych.yaml already"),
                      say("'triptych config' shows what holds; nothing was written"));
        return 1;
    }
    const auto folders = open_folders(arguments, console);
    if (!folders) return 2;
    const auto facts = read_facts(arguments, *folders, console);
    if (!facts) return 1;
    std::string language = arguments.language;
    for (const Fact& fact : *facts)
        if (language.empty() && fact.key == "language") language = fact.value;
    const NewFiles made{{{"triptych.yaml", make_book_file(*facts, language)}}};
    const int code = made.write(arguments.source, console);
    if (code == 0) console.note(say("next: triptych check {}", quoted(arguments.source)));
    return code;
}

struct Row {
    std::string key, value, from;
};

std::string aligned(const std::vector<Row>& rows) {
    std::size_t key = 0, value = 0;
    constexpr std::size_t widest = 48;
    for (const Row& row : rows) {
        key = std::max(key, row.key.size());
        if (row.value.size() <= widest) value = std::max(value, row.value.size());
    }
    std::string out;
    for (const Row& row : rows)
        out += fmt::format("{:<{}}  {:<{}}  {}\n", row.key, key, row.value, value, row.from);
    return out;
}

/// The options that a book may give values to, as they hold for it.
std::vector<Row> rows_of_options(const BookDefaults& defaults, MessageLanguage language) {
    std::vector<Row> rows;
    for (const OptionRow& option : options_for_books(program_table())) {
        const std::string name = option.long_name.substr(2);
        Row row{"build." + name, option.default_value, say("default").in(language)};
        for (const auto& word : defaults.words)
            if (word.option == name)
                row = {row.key, word.value.empty() ? say("yes").in(language) : word.value,
                       fmt::format("triptych.yaml:{}", word.line)};
        if (!row.value.empty()) rows.push_back(std::move(row));
    }
    return rows;
}

/// What the layouts of the house say of themselves.
[[maybe_unused]] constexpr const char* of_layouts[] = {
    message_id(
        "For readers who find letters hard to tell apart: sans serif, full contrast, no italics."),
    message_id("The default look with slides in the dark, for bright screens in dim rooms."),
    message_id("The look of the house; the others change parts of it. layouts/README.md explains "
               "every key."),
    message_id("A4 for the desk or a binder, with a wide outer margin for notes."),
    message_id("For readers who see little: A4, 16 points, full contrast, no ground behind text."),
    message_id(
        "One ink: black and greys, titles in the face of the text, no ground that takes ink.")};

/// What the first line says, where it is a comment.
std::string first_comment(std::string_view text) {
    text = text.substr(0, text.find('\n'));
    return text.starts_with("# ") ? std::string(text.substr(2)) : std::string();
}

}  // namespace

int run_init(const Arguments& arguments, Console& console) {
    const auto data =
        arguments.data_folder.empty() ? find_data_folder() : std::optional(arguments.data_folder);
    if (!data) {
        console.error(say("the folder with layouts/ and fonts/ was not found"),
                      say("name it with --data or in TRIPTYCH_DATA"));
        return 2;
    }
    std::error_code error;
    if (fs::exists(arguments.source, error) && !fs::is_directory(arguments.source, error)) {
        console.error(say("'{}' is no folder", arguments.source), say("name one, or a new one"));
        return 2;
    }
    if (fs::is_directory(arguments.source, error) && holds_pages(*folder_files(arguments.source)))
        return describe_book(arguments, console);
    return write_starter(arguments.source, *data,
                         language_of_starter(arguments, console.language()), console);
}

int run_config(const Arguments& arguments, Console& console) {
    const auto folders = open_folders(arguments, console);
    if (!folders) return 2;
    const auto facts = read_facts(arguments, *folders, console);
    if (!facts) return 1;
    std::vector<Row> rows;
    for (const Fact& fact : *facts)
        if (fact.key != "build")
            rows.push_back(
                {fact.key, fact.value,
                 fact.from.empty() ? say("found in the book").in(console.language()) : fact.from});
    const auto defaults = defaults_of(read_settings(*folders->book), {"build", arguments.source});
    for (Row& row : rows_of_options(defaults, console.language())) rows.push_back(std::move(row));
    return console.text(aligned(rows)) ? 0 : 1;
}

int run_layouts(const Arguments& arguments, Console& console) {
    const auto data =
        arguments.data_folder.empty() ? find_data_folder() : std::optional(arguments.data_folder);
    std::vector<std::pair<std::string, std::string>> places;  ///< folder, and what it is called
    if (data) places.emplace_back(*data, "");
    if (!arguments.source.empty()) {
        const auto book = place_source(arguments.source);
        if (!book) {
            console.error(say("there is no file or folder '{}'", arguments.source));
            return 2;
        }
        places.emplace_back(book->root, say("of the book").in(console.language()));
    }
    std::vector<Row> rows;
    for (const auto& [folder, whose] : places) {
        const auto files = folder_files(folder);
        for (const std::string& name : layout_names(*files)) {
            const auto theme = files->read("layouts/" + name + "/theme.yaml");
            rows.push_back(
                {name, translated(first_comment(theme.value_or("")), console.language()), whose});
        }
    }
    std::string out;
    for (const Row& row : rows)
        out += fmt::format("{:<12}  {}{}\n", row.key, row.value,
                           row.from.empty() ? "" : " (" + row.from + ")");
    return console.text(out) ? 0 : 1;
}

}  // namespace triptych::cli
