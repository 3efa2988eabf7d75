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

/// The values that are known before the program is asked.
std::vector<std::string> values_of(const OptionRow& row) {
    std::vector<std::string> values = row.choices;
    values.insert(values.end(), row.suggestions.begin(), row.suggestions.end());
    return values;
}

// --- bash ---------------------------------------------------------------------------------------

/// What completes the value of an option, as bash writes it.
std::string bash_reply(const OptionRow& row) {
    switch (row.completes) {
        case Completes::choices:
            // Of a list, what stands before the last comma is kept.
            return row.many ? fmt::format("_triptych_list \"{}\"", spaced(values_of(row)))
                            : fmt::format("_triptych_words \"{}\"", spaced(values_of(row)));
        case Completes::files:
            return "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")";
        case Completes::folders:
            return "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- \"$cur\")";
        case Completes::layouts:
            return "_triptych_names layouts; mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen "
                   "-d "
                   "-- \"$cur\")";
        case Completes::decks:
        case Completes::editions:
            return fmt::format("_triptych_names {}", listed_by_program(row.completes));
        case Completes::words:
        case Completes::nothing:
            break;
    }
    return "COMPREPLY=()";
}

/// A branch for each option that takes a value.
std::string bash_cases(const std::vector<OptionRow>& options) {
    std::string cases;
    for (const OptionRow& row : options) {
        if (row.value.empty()) continue;
        std::string pattern;
        for (const std::string& name : names_of(row))
            pattern += (pattern.empty() ? "" : "|") + name;
        cases += fmt::format("        {}) {}; return ;;\n", pattern, bash_reply(row));
    }
    return cases;
}

std::string bash_command(const CommandRow& command) {
    std::vector<std::string> names;
    for (const OptionRow& row : command.options)
        for (const std::string& name : names_of(row)) names.push_back(name);
    const std::string rest =
        command.positionals.empty() ? "COMPREPLY=()" : bash_reply(command.positionals.front());
    return fmt::format(
        "    {})\n      case \"$prev\" in\n{}      esac\n      if [[ $cur == -* ]]; then\n"
        "        _triptych_words \"{}\"\n      else\n        {}\n      fi ;;\n",
        command.name, bash_cases(command.options), spaced(names), rest);
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

/// Values between brackets, where a colon would part them from what they mean.
std::string zsh_values(const std::vector<std::string>& values) {
    std::string out;
    for (const std::string& value : values) out += (out.empty() ? "" : " ") + in_brackets(value);
    return out;
}

std::string zsh_value(const OptionRow& row) {
    const std::string message = ":" + in_brackets(row.value);
    switch (row.completes) {
        case Completes::choices:
            return message + (row.many ? ":_sequence compadd - " + spaced(values_of(row))
                                       : ":(" + zsh_values(values_of(row)) + ")");
        case Completes::files:
            return message + ":_files";
        case Completes::folders:
            return message + ":_files -/";
        case Completes::layouts:
        case Completes::decks:
        case Completes::editions:
            return fmt::format("{}:_triptych_names {}", message, listed_by_program(row.completes));
        case Completes::words:
            return message + ": ";
        case Completes::nothing:
            break;
    }
    return {};
}

/// An option and its value, which may also stand behind `=` where its name is long.
std::string zsh_option(const OptionRow& row, const std::string& name, std::string_view repeats) {
    const bool joins = !row.value.empty() && name.starts_with("--");
    return in_single_quotes(fmt::format("{}{}{}[{}]{}", repeats, name, joins ? "=" : "",
                                        in_brackets(row.description), zsh_value(row)));
}

std::string zsh_command(const CommandRow& command) {
    std::string out = fmt::format("    {}) _arguments -s", command.name);
    for (const OptionRow& row : command.options)
        for (const std::string& name : names_of(row))
            out += " \\\n      " + zsh_option(row, name, "*");
    for (const OptionRow& row : command.positionals)
        out += " \\\n      " + in_single_quotes("*" + zsh_value(row));
    return out + " ;;\n";
}

// --- fish ---------------------------------------------------------------------------------------

constexpr std::string_view fish_quote = "\\'";

std::string fish_value(const OptionRow& row) {
    switch (row.completes) {
        case Completes::choices:
            // Of a list, what stands before the last comma is kept.
            if (row.many)
                return fmt::format(
                    " -x -a {}",
                    in_single_quotes(fmt::format("(__fish_complete_list , 'printf %s\\\\n {}')",
                                                 spaced(values_of(row))),
                                     fish_quote));
            return " -x -a " + in_single_quotes(spaced(values_of(row)), fish_quote);
        case Completes::files:
            return " -r -F";
        case Completes::folders:
            return " -x -a '(__fish_complete_directories)'";
        case Completes::layouts:
            return " -x -a '(__triptych_names layouts; __fish_complete_directories)'";
        case Completes::decks:
        case Completes::editions:
            return fmt::format(" -x -a '(__triptych_names {})'", listed_by_program(row.completes));
        case Completes::words:
            return " -x";
        case Completes::nothing:
            break;
    }
    return {};
}

/// An option where `condition` holds.
std::string fish_option(std::string_view condition, const OptionRow& row) {
    std::string out = "complete -c triptych -n " + in_single_quotes(condition, fish_quote);
    if (!row.short_name.empty()) out += " -s " + row.short_name.substr(1);
    if (!row.long_name.empty()) out += " -l " + row.long_name.substr(2);
    return out + fish_value(row) + " -d " + in_single_quotes(row.description, fish_quote) + '\n';
}

/// What the program lists of the book that is named on the line, the first folder or file of it.
constexpr std::string_view fish_head = R"sh(# fish completion for triptych
function __triptych_names
  set -l book
  for word in (commandline -opc)[3..-1]
    if test -e "$word"
      set book $word
      break
    end
  end
  triptych generate $argv[1] $book 2>/dev/null
end
)sh";

/// Options for `compadd` stand in front of the word.
constexpr std::string_view zsh_head = R"sh(_triptych_names() {
  local word book kind=${@[-1]}
  for word in ${words[2,-1]}; do [[ -e ${(Q)word} ]] && book=${(Q)word} && break; done
  local -a names=("${(@f)$(triptych generate $kind ${book:+"$book"} 2>/dev/null)}")
  compadd "${@[1,-2]}" -a names
  [[ $kind == layouts ]] && _files -/
}
)sh";

constexpr std::string_view bash_head = R"sh(# bash completion for triptych
_triptych_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur"); }
_triptych_list() {
  local head=
  [[ $cur == *,* ]] && head=${cur%,*},
  mapfile -t COMPREPLY < <(compgen -P "$head" -W "$1" -- "${cur##*,}")
}
_triptych_names() {
  local word book= name
  for word in "${COMP_WORDS[@]:2}"; do [[ -e $word ]] && book=$word && break; done
  while IFS= read -r name; do
    [[ $name == "$cur"* ]] && COMPREPLY+=("$(printf %q "$name")")
  done < <(triptych generate "$1" ${book:+"$book"} 2>/dev/null)
}
_triptych() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
  # "--detail=full" is three words here.
  if [[ $cur == = ]]; then cur=
  elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD - 2]}; fi
  COMPREPLY=()
)sh";

}  // namespace

std::string to_bash_completion(const ProgramTable& table) {
    std::vector<std::string> words = names_of(table);
    for (const OptionRow& row : table.options)
        for (const std::string& name : names_of(row)) words.push_back(name);
    std::string out(bash_head);
    out += fmt::format(
        "  if ((COMP_CWORD == 1)); then _triptych_words \"{}\"; return; fi\n"
        "  if [[ $command == -* ]]; then\n      case \"$prev\" in\n{}      esac\n  fi\n"
        "  case $command in\n",
        spaced(words), bash_cases(table.options));
    for (const CommandRow& command : table.commands) out += bash_command(command);
    return out + "  esac\n}\ncomplete -F _triptych triptych\n";
}

std::string to_zsh_completion(const ProgramTable& table) {
    std::string out = "#compdef triptych\n" + std::string(zsh_head) +
                      "local context state state_descr line\ntypeset -A opt_args\n_arguments -C";
    for (const OptionRow& row : table.options)
        for (const std::string& name : names_of(row)) out += " \\\n  " + zsh_option(row, name, "");
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
    std::string out(fish_head);
    out += "complete -c triptych -n __fish_use_subcommand -f\n";
    for (const OptionRow& row : table.options) out += fish_option("__fish_use_subcommand", row);
    for (const CommandRow& command : table.commands)
        out += fmt::format("complete -c triptych -n __fish_use_subcommand -a {} -d {}\n",
                           command.name, in_single_quotes(command.description, fish_quote));
    for (const CommandRow& command : table.commands)
        for (const OptionRow& row : command.options)
            out += fish_option("__fish_seen_subcommand_from " + command.name, row);
    return out;
}

}  // namespace triptych::cli
