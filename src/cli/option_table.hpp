#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <triptych/message.hpp>

/// The command line as data, read from the parser itself: the manual page and the completions are
/// made of it, so that they can't say anything else than the program takes.
namespace triptych::cli {

/// What stands behind an option, as far as a shell can complete it.
enum class Completes : std::uint8_t {
    nothing,
    words,
    choices,
    files,
    folders,
    layouts,   ///< of the program and of the book, or a folder
    decks,     ///< that the book plans
    editions,  ///< likewise
};

/// What the program lists, for shells, of the things that an option names: "layouts"; "" where it
/// lists none.
std::string_view listed_by_program(Completes completes);

struct OptionRow {
    std::string short_name, long_name;  ///< "-o", "--output"; both empty for a positional
    std::string value;                  ///< "FILE"; empty for a flag
    std::string description;
    std::string default_value;  ///< as people write it; empty: there is none
    std::vector<std::string> choices;
    std::vector<std::string> suggestions;  ///< some values of many
    Completes completes{};
    bool many = false;  ///< values are parted by commas
};

struct CommandRow {
    std::string name, description;
    std::vector<OptionRow> options, positionals;
};

struct ProgramTable {
    std::string name, description, footer, version;
    std::vector<OptionRow> options;  ///< of no command
    std::vector<CommandRow> commands;
};

/// Hidden commands and options are left out.
ProgramTable table_of(CLI::App& app);

/// Of this program, in English.
ProgramTable program_table();
/// The same with all that people read in `language`.
ProgramTable in_language(ProgramTable table, MessageLanguage language);

/// A page of the manual, for man(1), of a table in the same language.
std::string to_manual_page(const ProgramTable& table, MessageLanguage language);
std::string to_bash_completion(const ProgramTable& table);
std::string to_zsh_completion(const ProgramTable& table);
std::string to_fish_completion(const ProgramTable& table);
/// The reference of `triptych.yaml`, in Markdown: docs/keys.md.
std::string to_key_reference(const ProgramTable& table);

}  // namespace triptych::cli
