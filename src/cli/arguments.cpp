#include "cli/arguments.hpp"

#include <algorithm>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>

#include <CLI/CLI.hpp>
#include <triptych/spelling.hpp>

#include "cli/foreign_words.hpp"
#include "cli/language.hpp"
#include "cli/option_table.hpp"
#include "cli/options.hpp"

namespace triptych::cli {
namespace {

void check_session(const EditionScope& editions) {
    if (editions.session && editions.pages.empty() && editions.names.empty())
        throw CLI::ValidationError("--session",
                                   "needs pages: name them with --pages, or an --edition");
}

/// Forms for tools hold findings alone.
void check_format(const Arguments& arguments) {
    const bool for_reports =
        arguments.format == FindingsFormat::text || arguments.format == FindingsFormat::json;
    if (!for_reports &&
        (!arguments.explain.empty() || !arguments.reports.empty() || arguments.timings))
        throw CLI::ValidationError("--format",
                                   "reports and timings are printed as text or json only");
}

/// A word of the command line that means nothing.
struct Unknown {
    std::string word;
    bool is_option = false;  ///< it has the form of one, and stands before `--`
    std::string name() const { return word.substr(0, word.find('=')); }
};

/// Such words, each with the one that was probably meant. Where there is no command, only the first
/// word can have been meant as one.
std::string suggestions(CLI::App& app, const std::vector<Unknown>& unknown,
                        MessageLanguage language) {
    const ProgramTable table = table_of(app);
    const auto chosen = app.get_subcommands();
    std::vector<std::string_view> commands, options;
    const auto add = [&](const std::vector<OptionRow>& rows) {
        for (const OptionRow& row : rows)
            if (!row.long_name.empty()) options.push_back(row.long_name);
    };
    add(table.options);
    for (const CommandRow& command : table.commands) {
        if (chosen.empty()) commands.push_back(command.name);
        if (!chosen.empty() && command.name == chosen.front()->get_name()) add(command.options);
    }
    std::string out;
    for (const Unknown& written : unknown) {
        const std::string word = written.name();
        const std::string_view meant =
            spelling::nearest(word, written.is_option ? options : commands);
        if (!written.is_option) commands.clear();
        if (!meant.empty() && meant != word)
            out += say("hint: '{}': did you mean '{}'?", word, meant).in(language) + '\n';
    }
    return out;
}

bool is_option(const std::string& word) { return word.size() > 1 && word.front() == '-'; }

/// The words that are no option of the program itself, nor the value of one.
std::vector<std::string> words_behind_options(const CLI::App& app,
                                              const std::vector<std::string>& words) {
    std::vector<std::string> rest;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::size_t equals = words[i].find('=');
        const auto* const option =
            is_option(words[i]) ? app.get_option_no_throw(words[i].substr(0, equals)) : nullptr;
        if (!option)
            rest.push_back(words[i]);
        else if (equals == std::string::npos && option->get_items_expected_max() > 0)
            ++i;
    }
    return rest;
}

/// The words that mean nothing, as they were typed: the parser names them in no order, and says
/// without a command only that there is none. Behind `--` no word is an option.
std::vector<Unknown> unknown_words(const CLI::App& app, const std::vector<std::string>& words) {
    const auto end_of_options = std::find(words.begin(), words.end(), "--");
    const std::vector<std::string> before(words.begin(), end_of_options);
    std::vector<Unknown> unknown;
    if (app.get_subcommands().empty()) {
        for (const std::string& word : words_behind_options(app, before))
            unknown.push_back({word, is_option(word)});
        return unknown;
    }
    const auto remaining = app.remaining(true);
    const auto add = [&](const std::string& word, bool may_be_option) {
        if (word != "--" && std::find(remaining.begin(), remaining.end(), word) != remaining.end())
            unknown.push_back({word, may_be_option && is_option(word)});
    };
    for (const std::string& word : before) add(word, true);
    std::for_each(end_of_options, words.end(), [&](const std::string& word) { add(word, false); });
    return unknown;
}

/// An option without a value that was given one, as in `--session=page.md`; "" when none was. The
/// parser says only that it can't convert it.
std::string option_with_value(const CLI::App& app, const std::vector<std::string>& words) {
    for (const std::string& word : words) {
        const std::size_t equals = word.find('=');
        if (!is_option(word) || equals == std::string::npos) continue;
        const std::string name = word.substr(0, equals);
        for (const CLI::App* command : app.get_subcommands())
            if (const auto* option = command->get_option_no_throw(name))
                if (option->get_items_expected_max() == 0) return name;
    }
    return {};
}

/// What is wrong with the words. Options come first: behind one that is not known, its value seems
/// to be one word too many.
Message problem(const CLI::App& app, const std::vector<Unknown>& unknown,
                const std::vector<std::string>& words, const CLI::ParseError& error) {
    const auto option = std::find_if(unknown.begin(), unknown.end(),
                                     [](const Unknown& each) { return each.is_option; });
    if (option != unknown.end()) return say("there is no option '{}' here", option->name());
    if (app.get_subcommands().empty() && !unknown.empty())
        return say("there is no command '{}'", unknown.front().word);
    if (dynamic_cast<const CLI::ExtrasError*>(&error) && !unknown.empty())
        return say("'{}' is one word too many", unknown.front().word);
    if (dynamic_cast<const CLI::ConversionError*>(&error))
        if (const std::string name = option_with_value(app, words); !name.empty())
            return say("'{}' takes no value", name);
    return said_by_parser(error.what());
}

/// Where nothing like it is known: what may help.
Message usual_hint(CLI::App& app, const std::vector<Unknown>& unknown,
                   const CLI::ParseError& error) {
    const auto chosen = app.get_subcommands();
    if (chosen.empty()) return say("hint: 'triptych {}--help' says what there is", "");
    const std::string command = chosen.front()->get_name();
    for (const Unknown& each : unknown)
        if (each.is_option && chosen.front()->get_option_no_throw(each.name()))
            return say("hint: behind the command: 'triptych {} {}'", command, each.word);
    const std::string_view what = error.what();
    if (what == "SOURCE is required" || what == "BOOK is required")
        return say("hint: 'triptych {} .' takes the folder you are in", command);
    return say("hint: 'triptych {}--help' says what there is", command + ' ');
}

bool has_command(const CLI::App& app, const std::string& name) {
    return !app.get_subcommands([&](const CLI::App* each) { return each->get_name() == name; })
                .empty();
}

/// Prints what is wrong with the words, in the form of all errors; gives the help that was asked
/// for.
Parsed explain(CLI::App& app, const CLI::ParseError& error, const std::vector<std::string>& words,
               MessageLanguage language) {
    const auto unknown = unknown_words(app, words);
    // Who asks for the help of a command that is not there has misspelt it.
    const bool misspelt = app.get_subcommands().empty() && !unknown.empty() &&
                          !unknown.front().is_option && !has_command(app, unknown.front().word);
    if (error.get_exit_code() == 0 && !misspelt) {
        std::ostringstream help;
        app.exit(error, help, std::cerr);
        return {std::nullopt, 0, help.str()};
    }
    std::string hint = suggestions(app, unknown, language);
    if (hint.empty()) hint = usual_hint(app, unknown, error).in(language) + '\n';
    std::cerr << say("triptych: error: {}", problem(app, unknown, words, error)).in(language)
              << '\n'
              << hint;
    return {std::nullopt, 2};
}

}  // namespace

void expect_sense(const Arguments& arguments) {
    check_session(arguments.editions);
    check_format(arguments);
}

ProgramTable program_table() {
    Arguments arguments;
    CLI::App app;
    describe(app, arguments);
    return table_of(app);
}

/// "help build" asks as many programs for what "build --help" does.
std::vector<std::string> with_help_as_option(const CLI::App& app, std::vector<std::string> words) {
    const auto behind = words_behind_options(app, words);
    if (behind.empty() || behind.front() != "help") return words;
    words.erase(std::find(words.begin(), words.end(), "help"));
    words.emplace_back("--help");
    return words;
}

Parsed parse_arguments(const std::vector<std::string>& typed, MessageLanguage language) {
    Arguments arguments;
    CLI::App app;
    describe(app, arguments);
    const std::vector<std::string> words = with_help_as_option(app, typed);
    translate(app, language);
    try {
        app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
        expect_sense(arguments);
    } catch (const CLI::ParseError& error) {
        return explain(app, error, words, language);
    }
    return {arguments, 0};
}

}  // namespace triptych::cli
