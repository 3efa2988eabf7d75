#include "cli/imposition_arguments.hpp"

#include <charconv>
#include <map>
#include <string>
#include <string_view>

#include "cli/choices.hpp"

namespace triptych::cli {
namespace {

const std::map<std::string, Duplex> duplex_names = {{"short", Duplex::short_edge},
                                                    {"long", Duplex::long_edge}};
constexpr std::string_view signatures = "signatures:";
constexpr unsigned most_sheets = 64;

/// Sheets of `signatures:N`; 0 when it is not that.
unsigned signature_sheets(std::string_view binding) {
    if (!binding.starts_with(signatures)) return 0;
    const std::string_view digits = binding.substr(signatures.size());
    unsigned sheets = 0;
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), sheets);
    const bool whole = parsed.ec == std::errc() && parsed.ptr == digits.data() + digits.size();
    return whole && sheets <= most_sheets ? sheets : 0;
}

void set_binding(const std::string& binding, Imposition& imposition) {
    if (binding == "saddle") {
        imposition.binding = Binding::saddle;
    } else if (binding == "2up") {
        imposition.binding = Binding::two_up;
    } else if (const unsigned sheets = signature_sheets(binding); sheets > 0) {
        imposition.binding = Binding::signatures;
        imposition.signature_sheets = sheets;
    } else {
        throw CLI::ValidationError(
            "--impose", "'" + binding + "' is not saddle, signatures:N (N from 1 to 64) or 2up");
    }
}

}  // namespace

CLI::Option* add_imposition(CLI::App& command, std::optional<Imposition>& imposition) {
    const auto sheets = [&imposition]() -> Imposition& {
        return imposition ? *imposition : imposition.emplace();
    };
    auto* impose = command.add_option_function<std::string>(
        "--impose", [=](const std::string& binding) { set_binding(binding, sheets()); },
        "Also put the booklet on sheets to print and fold: saddle, signatures:N (sheets), 2up");
    command
        .add_option_function<Duplex>(
            "--duplex", [=](const Duplex& duplex) { sheets().duplex = duplex; },
            "Edge about which the printer turns the sheets: short (default), long")
        ->transform(one_of(duplex_names))
        ->type_name("NAME")
        ->needs(impose);
    command
        .add_option_function<double>(
            "--paper", [=](const double& thickness) { sheets().paper_thickness = thickness; },
            "Thickness of a sheet in mm (default: 0.1); inner pages move to the fold by it")
        ->check(CLI::Range(0.0, 1.0))
        ->needs(impose);
    command
        .add_flag_callback(
            "--marks", [=] { sheets().marks = true; }, "With bleed, crop marks and fold marks")
        ->needs(impose);
    command
        .add_flag_callback(
            "--slip", [=] { sheets().slip = true; },
            "With a first sheet that says how to print and fold")
        ->needs(impose);
    return impose;
}

}  // namespace triptych::cli
