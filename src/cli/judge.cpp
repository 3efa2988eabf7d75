#include "cli/judge.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "cli/folders.hpp"
#include "cli/output_files.hpp"

namespace triptych::cli {

std::optional<Judge> Judge::make(const FindingsWishes& wishes, Console& console) {
    Judge judge(wishes);
    if (wishes.baseline && !wishes.write_baseline && !judge.read_baseline(console))
        return std::nullopt;
    return judge;
}

bool Judge::read_baseline(Console& console) {
    const auto place = place_file(*wishes_.baseline);
    const auto bytes = place ? folder_files(place->folder)->read(place->name) : std::nullopt;
    if (!bytes) {
        console.error(say("there is no file '{}'", *wishes_.baseline),
                      say("make it with --write-baseline"));
        return false;
    }
    baseline_ = *bytes;
    if (compare({}, {}, baseline_)) return true;
    console.error(say("'{}' is no baseline", *wishes_.baseline),
                  say("make it with --write-baseline"));
    return false;
}

bool Judge::write_baseline(const Result& result, Console& console) {
    baseline_ = baseline_of(result.diagnostics, result.sources);
    const std::filesystem::path path(*wishes_.baseline);
    const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    const auto problem =
        OutputFolder(folder.string(), 1).write({{path.filename().string(), baseline_}});
    if (problem) console.error(*problem);
    return !problem;
}

Findings Judge::judge(const Result& result, Console& console) {
    if (wishes_.write_baseline) written_ = write_baseline(result, console);
    if (!wishes_.baseline) return fold(result.diagnostics, result.judgement);
    const auto compared = compare(result.diagnostics, result.sources, baseline_);
    Findings findings = fold(compared->fresh, result.judgement);
    findings.accepted = compared->accepted;
    findings.gone = compared->gone;
    return findings;
}

bool Judge::fails(const Finding& finding) const {
    const auto least = wishes_.strict ? Severity::warning : Severity::error;
    const auto& kinds = wishes_.fail_on;
    return finding.severity >= least ||
           std::find(kinds.begin(), kinds.end(), finding.kind) != kinds.end();
}

int Judge::exit_code(const Findings& findings) const {
    const auto& all = findings.all;
    const bool failed = std::any_of(all.begin(), all.end(),
                                    [this](const Finding& finding) { return fails(finding); });
    return failed || !written_ ? 1 : 0;
}

}  // namespace triptych::cli
