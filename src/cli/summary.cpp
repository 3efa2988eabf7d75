#include "cli/summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace triptych::cli {
namespace {

constexpr std::size_t most_files = 5;

std::string_view word(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::note:
            break;
    }
    return "note";
}

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

std::string kinds(const Diagnostics& diagnostics) {
    std::map<Kind, std::size_t> counts;
    for (const auto& diagnostic : diagnostics.all()) ++counts[diagnostic.kind];
    auto sorted = most_first(counts);
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
        return severity(a.first) > severity(b.first);
    });
    std::string out;
    for (const auto& [kind, count] : sorted)
        out += fmt::format("  {:>5}  {:<8} {}\n", count, word(severity(kind)), slug(kind));
    return out;
}

/// The files with the most errors and warnings.
std::string worst_files(const Result& result) {
    std::map<std::string_view, std::size_t> counts;
    for (const auto& diagnostic : result.diagnostics.all())
        if (diagnostic.span.file != FileId::none && severity(diagnostic.kind) != Severity::note)
            ++counts[result.sources.name(diagnostic.span.file)];
    auto sorted = most_first(counts);
    if (sorted.size() > most_files) sorted.resize(most_files);
    std::string out;
    for (const auto& [file, count] : sorted) out += fmt::format("  {:>5}  {}\n", count, file);
    return out;
}

}  // namespace

std::string summary_of_check(const Result& result) {
    std::string out = kinds(result.diagnostics);
    if (const std::string files = worst_files(result); !files.empty())
        out += "most errors and warnings:\n" + files;
    return out + "links: " + to_text(result.links) + '\n';
}

}  // namespace triptych::cli
