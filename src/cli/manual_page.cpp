#include <algorithm>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/option_table.hpp"

namespace triptych::cli {
namespace {

/// Text of roff: no backslash, hyphen or first letter of a line means anything else than itself.
std::string roff(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool begins_line = out.empty() || out.back() == '\n';
        if (begins_line && (c == '.' || c == '\'')) out += "\\&";
        if (c == '\\')
            out += "\\e";
        else if (c == '-')
            out += "\\-";
        else
            out += c;
    }
    return out;
}

std::string manual_row(const OptionRow& row, MessageLanguage language) {
    std::string names;
    for (const std::string& name : {row.short_name, row.long_name})
        if (!name.empty()) names += (names.empty() ? "" : ", ") + ("\\fB" + roff(name) + "\\fR");
    if (!row.value.empty())
        names += (names.empty() ? "" : " ") + ("\\fI" + roff(row.value) + "\\fR");
    std::string out = ".TP\n" + names + '\n' + roff(row.description) + '\n';
    const bool told = std::all_of(row.choices.begin(), row.choices.end(), [&](const auto& choice) {
        return row.description.find(choice) != std::string::npos;
    });
    const std::string choices = fmt::format("{}", fmt::join(row.choices, " "));
    if (!told) out += roff(say("One of: {}.", choices).in(language)) + '\n';
    return out;
}

/// What is no option but matters as much: names as they are typed, and what they are for.
struct Topic {
    std::vector<std::string_view> names;
    const char* description;
};
const Topic variables[] = {
    {{"SOURCE_DATE_EPOCH"},
     message_id("The date of every output, in seconds since 1970; else outputs have the date of "
                "the book, or none.")},
    {{"TRIPTYCH_DATA"},
     message_id("Folder that holds layouts/ and fonts/, instead of the one beside the program.")},
    {{"TRIPTYCH_MODULES"},
     message_id("Folder of triptych-syntax.so, triptych-verify.so and triptych-decoder.")},
    {{"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"},
     message_id("The language of messages, unless --lang names it.")},
    {{"XDG_CACHE_HOME", "XDG_CONFIG_HOME", "HOME"},
     message_id("Where scaled pictures are kept for later builds, and where the user's own "
                "settings are.")},
};
const Topic places[] = {
    {{"SUMMARY.md", ".gitbook.yaml"}, message_id("The book, as GitBook reads it.")},
    {{"triptych.yaml", "brand.yaml", "alt.yaml"},
     message_id("What GitBook does not know of it, its looks, and texts that stand for its "
                "pictures.")},
    {{"~/.cache/triptych"},
     message_id("Scaled pictures and drawn diagrams; may be deleted at any time.")},
    {{"~/.config/triptych/diagrams.conf"},
     message_id("Programs that draw diagrams, as behind --diagram, a line for each kind.")},
};

template <std::size_t count>
std::string topics(const Topic (&rows)[count], std::string_view letters, MessageLanguage language) {
    std::string out;
    for (const Topic& row : rows) {
        std::string names;
        for (const std::string_view name : row.names)
            names += fmt::format("{}\\f{}{}\\fR", names.empty() ? "" : ", ", letters, roff(name));
        out += ".TP\n" + names + '\n' + roff(translated(row.description, language)) + '\n';
    }
    return out;
}

}  // namespace

std::string to_manual_page(const ProgramTable& table, MessageLanguage language) {
    const auto heading = [&](const char* name) {
        return fmt::format(".SH \"{}\"\n", roff(translated(name, language)));
    };
    std::string out = fmt::format(".TH {} 1 \"\" \"{} {}\" \"{}\"\n", "TRIPTYCH", table.name,
                                  table.version, translated(message_id("User Commands"), language));
    out += heading(message_id("NAME"));
    out += fmt::format("{} \\- {}\n", table.name,
                       roff(translated(message_id("booklet, e-book and slides from a folder of "
                                                  "Markdown"),
                                       language)));
    out += heading(message_id("SYNOPSIS"));
    for (const CommandRow& command : table.commands) {
        out += fmt::format(".B {} {}\n[\\fI{}\\fR]", table.name, roff(command.name),
                           translated(message_id("options"), language));
        for (const OptionRow& row : command.positionals) out += " \\fI" + row.value + "\\fR";
        out += "\n.br\n";
    }
    out += heading(message_id("DESCRIPTION")) + roff(table.description) + '\n';
    out += heading(message_id("OPTIONS"));
    for (const OptionRow& row : table.options) out += manual_row(row, language);
    for (const CommandRow& command : table.commands) {
        out += fmt::format(".SH \"{} {}\"\n{}.\n", table.name, roff(command.name),
                           roff(command.description));
        for (const OptionRow& row : command.positionals) out += manual_row(row, language);
        for (const OptionRow& row : command.options) out += manual_row(row, language);
    }
    out += heading(message_id("ENVIRONMENT")) + topics(variables, "B", language);
    out += heading(message_id("FILES")) + topics(places, "I", language);
    out +=
        heading(message_id("EXIT STATUS AND EXAMPLE")) + ".nf\n" + roff(table.footer) + "\n.fi\n";
    return out;
}

}  // namespace triptych::cli
