#include "cli/arguments.hpp"

#include <algorithm>
#include <iostream>
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

/// Words of the command line that mean nothing, each with the one that was probably meant.
std::string suggestions(CLI::App& app, const std::vector<std::string>& unknown,
                        MessageLanguage language) {
    const ProgramTable table = table_of(app);
    const auto chosen = app.get_subcommands();
    std::vector<std::string_view> names;
    const auto add = [&](const std::vector<OptionRow>& rows) {
        for (const OptionRow& row : rows)
            if (!row.long_name.empty()) names.push_back(row.long_name);
    };
    add(table.options);
    for (const CommandRow& command : table.commands) {
        if (chosen.empty()) names.push_back(command.name);
        if (!chosen.empty() && command.name == chosen.front()->get_name()) add(command.options);
    }
    std::string out;
    for (const std::string& written : unknown) {
        const std::string word = written.substr(0, written.find('='));
        const std::string_view meant = spelling::nearest(word, names);
        if (!meant.empty() && meant != word)
            out += say("hint: '{}': did you mean '{}'?", word, meant).in(language) + '\n';
    }
    return out;
}

/// Prints what is wrong with the words, in the form of all errors; 0 when help was asked for.
int explain(CLI::App& app, const CLI::ParseError& error, const std::vector<std::string>& words,
            MessageLanguage language) {
    if (error.get_exit_code() == 0) return app.exit(error);
    std::string hint = suggestions(app, app.remaining(true), language);
    // Without a command CLI11 says only that there is none.
    if (hint.empty() && app.get_subcommands().empty() && !words.empty())
        hint = suggestions(app, words, language);
    const auto chosen = app.get_subcommands();
    const std::string command = chosen.empty() ? "" : chosen.front()->get_name() + ' ';
    if (hint.empty())
        hint = say("hint: 'triptych {}--help' says what there is", command).in(language) + '\n';
    std::cerr << say("triptych: error: {}", said_by_parser(error.what())).in(language) << '\n'
              << hint;
    return 2;
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

Parsed parse_arguments(const std::vector<std::string>& words, MessageLanguage language) {
    Arguments arguments;
    CLI::App app;
    describe(app, arguments);
    translate(app, language);
    try {
        app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
        expect_sense(arguments);
    } catch (const CLI::ParseError& error) {
        return {std::nullopt, explain(app, error, words, language)};
    }
    return {arguments, 0};
}

}  // namespace triptych::cli
