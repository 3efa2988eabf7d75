#include "cli/selection_arguments.hpp"

#include <map>
#include <string>

#include <triptych/message.hpp>

#include "cli/choices.hpp"

namespace triptych::cli {
namespace {

const std::map<std::string, HiddenPages> hidden_names = {{"leave-out", HiddenPages::leave_out},
                                                         {"include", HiddenPages::include}};
const std::map<std::string, Orphans> orphan_names = {{"leave-out", Orphans::leave_out},
                                                     {"append", Orphans::append}};
const std::map<std::string, ConditionalBlocks> condition_names = {
    {"evaluate", ConditionalBlocks::evaluate}, {"all", ConditionalBlocks::show_all}};

/// `--set name=value`, once or several times.
void add_variables(CLI::App& command, Selection& selection) {
    const auto set = [&selection](const std::string& assignment) {
        const std::size_t sign = assignment.find('=');
        if (sign == std::string::npos || sign == 0)
            throw CLI::ValidationError("--set", "'" + assignment + "' is not NAME=VALUE");
        selection.variables[assignment.substr(0, sign)] = assignment.substr(sign + 1);
    };
    command.add_option_function<std::vector<std::string>>(
        "--set",
        [set](const std::vector<std::string>& assignments) {
            for (const auto& assignment : assignments) set(assignment);
        },
        message_id("Value of a variable, for example visitor.claims.beta=true"));
}

}  // namespace

void add_selection(CLI::App& command, Selection& selection) {
    command.add_option("--hidden", selection.hidden, "Hidden pages: leave-out (default), include")
        ->transform(one_of(hidden_names))
        ->type_name("NAME");
    command
        .add_option("--orphans", selection.orphans,
                    "Pages the SUMMARY does not list: leave-out (default), append")
        ->transform(one_of(orphan_names))
        ->type_name("NAME");
    command
        .add_option("--conditions", selection.conditional,
                    "Blocks for some visitors: evaluate (default), all")
        ->transform(one_of(condition_names))
        ->type_name("NAME");
    add_variables(command, selection);
}

}  // namespace triptych::cli
