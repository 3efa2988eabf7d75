#include <map>
#include <string>
#include <tuple>
#include <utility>

#include <triptych/findings.hpp>

#include "findings/json_text.hpp"

namespace triptych {

namespace {

constexpr std::size_t longest_source = 120;  ///< bytes of source by which a finding is known

/// What a finding is known by when its line has moved.
using Mark = std::tuple<std::string, std::string, std::string>;  // file, kind, source

/// The first line of what the finding is about, or its message where it has no place.
std::string source_of(const Diagnostic& finding, const Sources& sources) {
    const std::string_view text = sources.text(finding.span.file);
    if (finding.span.begin >= text.size()) return finding.message.english();
    std::string_view about = text.substr(finding.span.begin);
    if (finding.span.end > finding.span.begin)
        about = about.substr(0, finding.span.end - finding.span.begin);
    about = about.substr(0, std::min(about.find('\n'), longest_source));
    while (!about.empty() && (about.back() == ' ' || about.back() == '\r')) about.remove_suffix(1);
    return about.empty() ? finding.message.english() : std::string(about);
}

Mark mark_of(const Diagnostic& finding, const Sources& sources) {
    return {std::string(sources.name(finding.span.file)), std::string(slug(finding.kind)),
            source_of(finding, sources)};
}

bool may_be_accepted(const Diagnostic& finding) {
    return severity(finding.kind) != Severity::error;
}

/// As it is read back: malformed bytes replaced.
std::string repaired(const std::string& text) {
    return Json::parse(written(text)).get<std::string>();
}

Mark repaired(const Mark& mark) {
    return {repaired(std::get<0>(mark)), std::get<1>(mark), repaired(std::get<2>(mark))};
}

std::optional<std::map<Mark, std::size_t>> parse(std::string_view baseline) {
    const Json file = Json::parse(baseline, nullptr, false);
    if (!file.is_object() || !file.contains("findings") || !file["findings"].is_array())
        return std::nullopt;
    std::map<Mark, std::size_t> accepted;
    for (const Json& entry : file["findings"]) {
        if (!entry.is_object()) return std::nullopt;
        const auto text = [&](const char* key) {
            return entry.contains(key) && entry[key].is_string() ? entry[key].get<std::string>()
                                                                 : std::string();
        };
        const bool counted = entry.contains("count") && entry["count"].is_number_unsigned();
        accepted[{text("file"), text("kind"), text("source")}] +=
            counted ? entry["count"].get<std::size_t>() : 1;
    }
    return accepted;
}

}  // namespace

std::string baseline_of(const Diagnostics& diagnostics, const Sources& sources) {
    std::map<Mark, std::size_t> counts;
    for (const Diagnostic& finding : diagnostics.all())
        if (may_be_accepted(finding)) ++counts[repaired(mark_of(finding, sources))];
    std::string out = "{\"triptych-baseline\": 1, \"findings\": [";
    const char* separator = "\n";
    for (const auto& [mark, count] : counts) {
        Json entry = {{"file", std::get<0>(mark)}, {"kind", std::get<1>(mark)}};
        entry["source"] = std::get<2>(mark);
        if (count > 1) entry["count"] = count;
        out += std::exchange(separator, ",\n") + written(entry);
    }
    return out + "\n]}\n";
}

std::optional<Compared> compare(const Diagnostics& diagnostics, const Sources& sources,
                                std::string_view baseline) {
    auto accepted = parse(baseline);
    if (!accepted) return std::nullopt;
    Compared compared;
    for (const Diagnostic& finding : diagnostics.all()) {
        const auto known = may_be_accepted(finding)
                               ? accepted->find(repaired(mark_of(finding, sources)))
                               : accepted->end();
        if (known == accepted->end() || known->second == 0) {
            compared.fresh.report(finding);
        } else {
            --known->second;
            ++compared.accepted;
        }
    }
    for (const auto& [mark, left] : *accepted) compared.gone += left;
    return compared;
}

}  // namespace triptych
