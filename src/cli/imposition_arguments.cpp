#include "cli/imposition_arguments.hpp"

#include <map>
#include <string>
#include <string_view>

#include "cli/choices.hpp"

namespace triptych::cli {
namespace {

/// As CLI11's own check says it, but without six decimals.
std::string between_0_and_1(const std::string& written) {
    double value = 0;
    const bool fits = CLI::detail::lexical_cast(written, value) && value >= 0 && value <= 1;
    return fits ? "" : "Value " + written + " not in range 0 to 1";
}

const std::map<std::string, Duplex> duplex_names = {{"short", Duplex::short_edge},
                                                    {"long", Duplex::long_edge}};

void bind(const std::string& binding, Imposition& imposition) {
    if (!set_binding(binding, imposition))
        throw CLI::ValidationError("--impose",
                                   "'" + binding + "' is not " + std::string(binding_names));
}

}  // namespace

CLI::Option* add_imposition(CLI::App& command, std::optional<Imposition>& imposition) {
    const auto sheets = [&imposition]() -> Imposition& {
        return imposition ? *imposition : imposition.emplace();
    };
    auto* impose = command.add_option_function<std::string>(
        "--impose", [=](const std::string& binding) { bind(binding, sheets()); },
        message_id("Also put the booklet on sheets to print and fold: saddle, signatures:N "
                   "(sheets), 2up"));
    impose->check(such_as({"saddle", "2up", "signatures:4"}));
    command
        .add_option_function<Duplex>(
            "--duplex", [=](const Duplex& duplex) { sheets().duplex = duplex; },
            message_id("Edge about which the printer turns the sheets: short (default), long"))
        ->transform(one_of(duplex_names))
        ->type_name("NAME")
        ->needs(impose);
    command
        .add_option_function<double>(
            "--paper", [=](const double& thickness) { sheets().paper_thickness = thickness; },
            message_id(
                "Thickness of a sheet in mm (default: 0.1); inner pages move to the fold by it"))
        ->check(between_0_and_1)
        ->needs(impose);
    command
        .add_flag_callback(
            "--marks", [=] { sheets().marks = true; },
            message_id("With bleed, crop marks and fold marks"))
        ->needs(impose);
    command
        .add_flag_callback(
            "--slip", [=] { sheets().slip = true; },
            message_id("With a first sheet that says how to print and fold"))
        ->needs(impose);
    return impose;
}

}  // namespace triptych::cli
