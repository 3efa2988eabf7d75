#include <string_view>

#include <fmt/format.h>

#include "cli/option_table.hpp"
#include "cli/quoted.hpp"

namespace triptych::cli {
namespace {

std::string spaced(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

std::vector<std::string> names_of(const OptionRow& row) {
    std::vector<std::string> names;
    for (const std::string& name : {row.short_name, row.long_name})
        if (!name.empty()) names.push_back(name);
    return names;
}

std::vector<std::string> names_of(const ProgramTable& table) {
    std::vector<std::string> names;
    for (const CommandRow& command : table.commands) names.push_back(command.name);
    return names;
}

// --- bash ---------------------------------------------------------------------------------------

/// What completes the value of an option, as bash writes it.
std::string bash_reply(const OptionRow& row) {
    switch (row.completes) {
        case Completes::choices:
            // Of a list, what stands before the last comma is kept.
            return row.many ? fmt::format("_triptych_list \"{}\"", spaced(row.choices))
                            : fmt::format("_triptych_words \"{}\"", spaced(row.choices));
        case Completes::files:
            return "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")";
        case Completes::folders:
            return "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- \"$cur\")";
        case Completes::words:
        case Completes::nothing:
            break;
    }
    return "COMPREPLY=()";
}

std::string bash_command(const CommandRow& command) {
    std::string cases;
    std::vector<std::string> names;
    for (const OptionRow& row : command.options) {
        const auto of_row = names_of(row);
        names.insert(names.end(), of_row.begin(), of_row.end());
        if (row.value.empty()) continue;
        std::string pattern;
        for (const std::string& name : of_row) pattern += (pattern.empty() ? "" : "|") + name;
        cases += fmt::format("        {}) {}; return ;;\n", pattern, bash_reply(row));
    }
    const std::string rest =
        command.positionals.empty() ? "COMPREPLY=()" : bash_reply(command.positionals.front());
    return fmt::format(
        "    {})\n      case \"$prev\" in\n{}      esac\n      if [[ $cur == -* ]]; then\n"
        "        _triptych_words \"{}\"\n      else\n        {}\n      fi ;;\n",
        command.name, cases, spaced(names), rest);
}

// --- zsh ----------------------------------------------------------------------------------------

/// Text within the brackets of an option's description.
std::string in_brackets(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

std::string zsh_value(const OptionRow& row) {
    const std::string message = ":" + in_brackets(row.value);
    switch (row.completes) {
        case Completes::choices:
            return message + (row.many ? ":_sequence compadd - " + spaced(row.choices)
                                       : ":(" + spaced(row.choices) + ")");
        case Completes::files:
            return message + ":_files";
        case Completes::folders:
            return message + ":_files -/";
        case Completes::words:
            return message + ": ";
        case Completes::nothing:
            break;
    }
    return {};
}

std::string zsh_command(const CommandRow& command) {
    std::string out = fmt::format("    {}) _arguments -s", command.name);
    for (const OptionRow& row : command.options)
        for (const std::string& name : names_of(row))
            out += " \\\n      " +
                   in_single_quotes(fmt::format("*{}[{}]{}", name, in_brackets(row.description),
                                                zsh_value(row)));
    for (const OptionRow& row : command.positionals)
        out += " \\\n      " + in_single_quotes("*" + zsh_value(row));
    return out + " ;;\n";
}

// --- fish ---------------------------------------------------------------------------------------

constexpr std::string_view fish_quote = "\\'";

std::string fish_option(const CommandRow& command, const OptionRow& row) {
    std::string out =
        fmt::format("complete -c triptych -n '__fish_seen_subcommand_from {}'", command.name);
    if (!row.short_name.empty()) out += " -s " + row.short_name.substr(1);
    if (!row.long_name.empty()) out += " -l " + row.long_name.substr(2);
    switch (row.completes) {
        case Completes::choices:
            out += " -x -a " + in_single_quotes(spaced(row.choices), fish_quote);
            break;
        case Completes::files:
            out += " -r -F";
            break;
        case Completes::folders:
            out += " -x -a '(__fish_complete_directories)'";
            break;
        case Completes::words:
            out += " -x";
            break;
        case Completes::nothing:
            break;
    }
    return out + " -d " + in_single_quotes(row.description, fish_quote) + '\n';
}

constexpr std::string_view bash_head = R"(# bash completion for triptych
_triptych_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur"); }
_triptych_list() {
  local head=
  [[ $cur == *,* ]] && head=${cur%,*},
  mapfile -t COMPREPLY < <(compgen -P "$head" -W "$1" -- "${cur##*,}")
}
_triptych() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
  COMPREPLY=()
)";

}  // namespace

std::string to_bash_completion(const ProgramTable& table) {
    std::vector<std::string> words = names_of(table);
    for (const OptionRow& row : table.options)
        for (const std::string& name : names_of(row)) words.push_back(name);
    std::string out(bash_head);
    out += fmt::format(
        "  if ((COMP_CWORD == 1)); then _triptych_words \"{}\"; return; fi\n  case $command in\n",
        spaced(words));
    for (const CommandRow& command : table.commands) out += bash_command(command);
    return out + "  esac\n}\ncomplete -F _triptych triptych\n";
}

std::string to_zsh_completion(const ProgramTable& table) {
    std::string out =
        "#compdef triptych\nlocal context state state_descr line\n"
        "typeset -A opt_args\n"
        "_arguments -C";
    for (const OptionRow& row : table.options)
        for (const std::string& name : names_of(row))
            out += " \\\n  " +
                   in_single_quotes(fmt::format("{}[{}]", name, in_brackets(row.description)));
    out +=
        " \\\n  '1: :->command' '*:: :->arguments'\ncase $state in\n  command)\n"
        "    local -a commands=(";
    for (const CommandRow& command : table.commands)
        out += "\n      " + in_single_quotes(command.name + ':' + in_brackets(command.description));
    out += ")\n    _describe command commands ;;\n  arguments) case $words[1] in\n";
    for (const CommandRow& command : table.commands) out += zsh_command(command);
    return out + "  esac ;;\nesac\n";
}

std::string to_fish_completion(const ProgramTable& table) {
    std::string out =
        "# fish completion for triptych\ncomplete -c triptych -n "
        "__fish_use_subcommand -f\n";
    for (const OptionRow& row : table.options) {
        out += "complete -c triptych -n __fish_use_subcommand";
        if (!row.short_name.empty()) out += " -s " + row.short_name.substr(1);
        if (!row.long_name.empty()) out += " -l " + row.long_name.substr(2);
        out += " -d " + in_single_quotes(row.description, fish_quote) + '\n';
    }
    for (const CommandRow& command : table.commands)
        out += fmt::format("complete -c triptych -n __fish_use_subcommand -a {} -d {}\n",
                           command.name, in_single_quotes(command.description, fish_quote));
    for (const CommandRow& command : table.commands)
        for (const OptionRow& row : command.options) out += fish_option(command, row);
    return out;
}

}  // namespace triptych::cli
