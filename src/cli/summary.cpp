#include "cli/summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace triptych::cli {
namespace {

constexpr std::size_t most_files = 5;

template <typename Key>
using Counted = std::vector<std::pair<Key, std::size_t>>;

/// Most first; equals in the order of `counts`.
template <typename Key>
Counted<Key> most_first(const std::map<Key, std::size_t>& counts) {
    Counted<Key> sorted(counts.begin(), counts.end());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    return sorted;
}

/// The files with the most errors and warnings.
std::string worst_files(const Findings& findings, const Sources& sources) {
    std::map<std::string_view, std::size_t> counts;
    for (const Finding& finding : findings.all)
        for (const Span span : finding.places)
            if (span.file != FileId::none && finding.severity != Severity::note)
                ++counts[sources.called(span.file)];
    auto sorted = most_first(counts);
    if (sorted.size() > most_files) sorted.resize(most_files);
    std::string out;
    for (const auto& [file, count] : sorted) out += fmt::format("  {:>5}  {}\n", count, file);
    return out;
}

}  // namespace

std::string summary_of_check(const Findings& findings, const Result& result,
                             MessageLanguage language) {
    std::string out;
    if (const std::string files = worst_files(findings, result.sources); !files.empty())
        out = say("most errors and warnings:").in(language) + '\n' + files;
    return out + say("links: {}", to_text(result.links, language)).in(language) + '\n';
}

}  // namespace triptych::cli
