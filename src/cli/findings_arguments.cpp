#include "cli/findings_arguments.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/spelling.hpp>

#include "cli/choices.hpp"

namespace triptych::cli {
namespace {

const std::map<std::string, FindingsFormat> format_names = {{"text", FindingsFormat::text},
                                                            {"json", FindingsFormat::json},
                                                            {"sarif", FindingsFormat::sarif},
                                                            {"github", FindingsFormat::github},
                                                            {"gitlab", FindingsFormat::gitlab}};

void add_kind(const std::string& word, FindingsWishes& wishes) {
    const auto kind = kind_named(word);
    if (!kind) {
        std::vector<std::string_view> names;
        for (const Kind each : all_kinds()) names.push_back(slug(each));
        const std::string meant(spelling::nearest(word, names));
        throw CLI::ValidationError("--fail-on",
                                   "'" + word + "' is no kind of finding" +
                                       (meant.empty() ? "" : "; did you mean '" + meant + "'?"));
    }
    wishes.fail_on.push_back(*kind);
}

std::vector<std::string> names_of_kinds() {
    std::vector<std::string> names;
    for (const Kind kind : all_kinds()) names.emplace_back(slug(kind));
    return names;
}

}  // namespace

void add_format(CLI::App& command, FindingsFormat& format) {
    command
        .add_option("--format", format,
                    "How findings are printed: text, json, sarif, github, gitlab; reports: text, "
                    "json")
        ->transform(one_of(format_names))
        ->type_name("NAME");
}

void add_verify_format(CLI::App& command, FindingsFormat& format) {
    static const std::map<std::string, FindingsFormat> names = {{"text", FindingsFormat::text},
                                                                {"json", FindingsFormat::json}};
    command.add_option("--format", format, "How violations are printed: text (default), json")
        ->transform(one_of(names))
        ->type_name("NAME");
}

void add_findings(CLI::App& command, FindingsWishes& wishes) {
    command.add_flag("--strict", wishes.strict, "Exit with 1 when there is any warning");
    command
        .add_option_function<std::vector<std::string>>(
            "--fail-on",
            [&wishes](const std::vector<std::string>& words) {
                for (const auto& word : words) add_kind(word, wishes);
            },
            message_id(
                "Exit with 1 when there is a finding of these kinds, for example broken-link"))
        ->delimiter(',')
        ->check(such_as(names_of_kinds()))
        ->type_name("KIND");
    command.add_flag("--verbose", wishes.verbose, "Show every note, and all places of findings");
    auto* baseline =
        command.add_option("--baseline", wishes.baseline,
                           "A file of findings that are accepted: only others are told");
    baseline->type_name("FILE");
    command
        .add_flag("--write-baseline", wishes.write_baseline,
                  "Write the baseline anew: accept what is found today")
        ->needs(baseline);
}

}  // namespace triptych::cli
