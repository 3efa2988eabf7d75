#include "cli/option_table.hpp"

#include <regex>

#include <triptych/build.hpp>

#include "cli/choices.hpp"

namespace triptych::cli {
namespace {

Completes completed_by(const OptionRow& row) {
    if (!row.choices.empty() || !row.suggestions.empty()) return Completes::choices;
    if (row.long_name == "--layout") return Completes::layouts;
    if (row.long_name == "--deck") return Completes::decks;
    if (row.long_name == "--edition") return Completes::editions;
    if (row.value == "FILE" || row.value == "SOURCE" || row.value == "BOOK")
        return Completes::files;
    if (row.value == "FOLDER" || row.value == "DIR") return Completes::folders;
    return row.value.empty() ? Completes::nothing : Completes::words;
}

/// Where the parser does not know it, the description says it: "booklet (default), epub",
/// "(default: all)".
std::string default_of(const CLI::Option& option) {
    if (const std::string known = option.get_default_str(); !known.empty()) return known;
    static const std::regex named("([\\w-]+) \\(default\\)|\\(default: ([\\w.]+)\\)");
    std::smatch match;
    const std::string description = option.get_description();
    if (!std::regex_search(description, match, named)) return {};
    return match[1].matched ? match[1].str() : match[2].str();
}

/// What stands for the value in help: the parser's own words name types of C++ and bounds.
std::string value_of(const CLI::Option& option) {
    const std::string type = option.get_type_name(), word = type.substr(0, type.find(':'));
    if (word == "UINT" || word == "INT" || word == "FLOAT") return "NUMBER";
    return word.empty() ? "VALUE" : word;
}

OptionRow row_of(CLI::Option& option) {
    OptionRow row;
    if (!option.get_snames().empty()) row.short_name = "-" + option.get_snames().front();
    if (!option.get_lnames().empty()) row.long_name = "--" + option.get_lnames().front();
    row.description = option.get_description();
    if (option.get_positional())
        row.value = option.get_single_name();
    else if (option.get_items_expected_max() > 0)
        row.value = value_of(option);
    row.choices = choices_of(option);
    row.suggestions = suggestions_of(option);
    row.many = option.get_delimiter() != '\0';
    row.default_value = default_of(option);
    row.completes = completed_by(row);
    return row;
}

bool is_shown(const CLI::Option* option) { return !option->get_group().empty(); }

void add_rows(CLI::App& app, std::vector<OptionRow>& options, std::vector<OptionRow>* positionals) {
    for (CLI::Option* option : app.get_options(is_shown)) {
        if (!option->get_positional())
            options.push_back(row_of(*option));
        else if (positionals)
            positionals->push_back(row_of(*option));
    }
}

}  // namespace

std::string_view listed_by_program(Completes completes) {
    if (completes == Completes::layouts) return "layouts";
    if (completes == Completes::decks) return "decks";
    return completes == Completes::editions ? "editions" : "";
}

ProgramTable table_of(CLI::App& app) {
    ProgramTable table{
        app.get_name(), app.get_description(), app.get_footer(), std::string(version()), {}, {}};
    add_rows(app, table.options, nullptr);
    for (CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        if (command->get_group().empty()) continue;
        CommandRow row{command->get_name(), command->get_description(), {}, {}};
        add_rows(*command, row.options, &row.positionals);
        table.commands.push_back(std::move(row));
    }
    return table;
}

ProgramTable in_language(ProgramTable table, MessageLanguage language) {
    const auto translate_rows = [&](std::vector<OptionRow>& rows) {
        for (OptionRow& row : rows) {
            row.description = translated(row.description, language);
            if (!row.value.empty()) row.value = translated(row.value, language);
        }
    };
    table.description = translated(table.description, language);
    table.footer = translated(table.footer, language);
    translate_rows(table.options);
    for (CommandRow& command : table.commands) {
        command.description = translated(command.description, language);
        translate_rows(command.options);
        translate_rows(command.positionals);
    }
    return table;
}

}  // namespace triptych::cli
