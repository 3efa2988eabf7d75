#include "cli/diagram_arguments.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace triptych::cli {
namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r";
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == text.npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

/// `mermaid`, which has its usual program, or `mermaid=COMMAND`; without a command behind the sign,
/// nothing draws them. Nothing when it can't be understood.
std::optional<DiagramProgram> program_of(std::string_view written) {
    const std::size_t sign = written.find('=');
    DiagramProgram program{std::string(trimmed(written.substr(0, sign))), {}};
    const std::string_view usual = usual_command(program.kind);
    if (usual.empty()) return std::nullopt;
    program.command = sign == written.npos ? usual : trimmed(written.substr(sign + 1));
    if (!program.command.empty() && !words_of_command(program.command)) return std::nullopt;
    return program;
}

}  // namespace

void add_diagrams(CLI::App& command, Arguments& arguments) {
    const auto add = [&arguments](const std::vector<std::string>& all) {
        for (const std::string& written : all) {
            auto program = program_of(written);
            if (!program)
                throw CLI::ValidationError("--diagram",
                                           "'" + written +
                                               "' is no kind of diagram (mermaid, graphviz, "
                                               "plantuml, d2) with '=' and a command");
            arguments.diagrams.push_back(*std::move(program));
        }
    };
    command
        .add_option_function<std::vector<std::string>>(
            "--diagram", add,
            message_id("Program that draws a kind of diagram: mermaid='mmdc -i {in} -o {out}', or "
                       "the kind "
                       "alone for its usual program (repeatable)"))
        ->type_name("KIND[=COMMAND]");
    command.add_flag("--trust-diagrams", arguments.trust_diagrams,
                     "Run programs for diagrams as they are: they may read files and reach the "
                     "network, and what they draw comes from the book");
}

DiagramsFile read_diagram_programs(std::string_view text) {
    DiagramsFile file;
    for (std::size_t line = 1; !text.empty(); ++line) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view written = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (written.empty() || written.starts_with('#')) continue;
        if (auto program = program_of(written))
            file.programs.push_back(*std::move(program));
        else if (file.wrong_line == 0)
            file.wrong_line = line;
    }
    return file;
}

}  // namespace triptych::cli
