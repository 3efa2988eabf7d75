#include <string_view>

#include <fmt/format.h>

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

std::string manual_row(const OptionRow& row) {
    std::string names;
    for (const std::string& name : {row.short_name, row.long_name})
        if (!name.empty()) names += (names.empty() ? "" : ", ") + ("\\fB" + roff(name) + "\\fR");
    if (!row.value.empty())
        names += (names.empty() ? "" : " ") + ("\\fI" + roff(row.value) + "\\fR");
    std::string out = ".TP\n" + names + '\n' + roff(row.description) + '\n';
    bool told = row.choices.empty();
    for (const std::string& choice : row.choices)
        told = told || row.description.find(choice) == std::string::npos;
    if (!row.choices.empty() && told) {
        out += "One of:";
        for (const std::string& choice : row.choices) out += ' ' + roff(choice);
        out += ".\n";
    }
    return out;
}

constexpr std::string_view environment = R"(.SH ENVIRONMENT
.TP
\fBSOURCE_DATE_EPOCH\fR
The date of every output, in seconds since 1970; else outputs have the date of the book, or none.
.TP
\fBTRIPTYCH_DATA\fR
Folder that holds layouts/ and fonts/, instead of the one beside the program.
.TP
\fBTRIPTYCH_MODULES\fR
Folder of triptych\-syntax.so, triptych\-verify.so and triptych\-decoder.
.TP
\fBXDG_CACHE_HOME\fR, \fBXDG_CONFIG_HOME\fR, \fBHOME\fR
Where scaled pictures are kept for later builds, and where the user's own settings are.
.SH FILES
.TP
\fISUMMARY.md\fR, \fI.gitbook.yaml\fR
The book, as GitBook reads it.
.TP
\fItriptych.yaml\fR, \fIbrand.yaml\fR, \fIalt.yaml\fR
What GitBook does not know of it, its looks, and texts that stand for its pictures.
.TP
\fI~/.cache/triptych\fR
Scaled pictures and drawn diagrams; may be deleted at any time.
.TP
\fI~/.config/triptych/diagrams.conf\fR
Programs that draw diagrams, as behind \-\-diagram, a line for each kind.
)";

}  // namespace

std::string to_manual_page(const ProgramTable& table) {
    std::string out = fmt::format(
        ".TH {} 1 \"\" \"{} {}\" \"User Commands\"\n.SH NAME\n{} \\- booklet, e\\-book and slides "
        "from a folder of Markdown\n.SH SYNOPSIS\n",
        "TRIPTYCH", table.name, table.version, table.name);
    for (const CommandRow& command : table.commands) {
        out += fmt::format(".B {} {}\n[\\fIoptions\\fR]", table.name, roff(command.name));
        for (const OptionRow& row : command.positionals) out += " \\fI" + row.value + "\\fR";
        out += "\n.br\n";
    }
    out += ".SH DESCRIPTION\n" + roff(table.description) + "\n.SH OPTIONS\n";
    for (const OptionRow& row : table.options) out += manual_row(row);
    for (const CommandRow& command : table.commands) {
        out += fmt::format(".SH \"{} {}\"\n{}.\n", table.name, roff(command.name),
                           roff(command.description));
        for (const OptionRow& row : command.positionals) out += manual_row(row);
        for (const OptionRow& row : command.options) out += manual_row(row);
    }
    out += environment;
    out += ".SH \"EXIT STATUS AND EXAMPLE\"\n.nf\n" + roff(table.footer) + "\n.fi\n";
    return out;
}

}  // namespace triptych::cli
