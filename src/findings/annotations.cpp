#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>
#include "base/text.hpp"
#include "findings/forms.hpp"
#include "findings/json_text.hpp"

/// What the sites show beside a change of the source: SARIF, and what GitHub and GitLab read.
namespace triptych {

namespace {

std::string sentence(const Finding& finding, MessageLanguage language) {
    const std::string message = finding.message.in(language);
    return finding.hint.empty() ? message : message + "; " + finding.hint.in(language);
}

/// Calls `use` with every finding and each of its places, up to `most_results` of them.
template <typename Use>
void for_each_place(const Findings& findings, const Use& use) {
    std::size_t left = most_results;
    for (const Finding& finding : findings.all)
        for (const Span span : finding.places) {
            if (left-- == 0) return;
            use(finding, span);
        }
}

/// Tells findings apart that have the same words, by numbering them; does not depend on lines, nor
/// on the language in which they are told.
class Fingerprints {
public:
    std::string of(const Finding& finding, std::string_view file) {
        const std::string words =
            fmt::format("{}\n{}\n{}", slug(finding.kind), file, finding.message.english());
        const std::size_t number = numbers_[words]++;
        return fmt::format("{:016x}{:08x}", text::stable_hash(words), number);
    }

private:
    std::map<std::string, std::size_t> numbers_;
};

/// A path as a URI reference (RFC 3986): of each segment only what needs no escape is kept.
std::string uri_of(std::string_view path) {
    std::string out = path.starts_with('/') ? "file://" : "";
    for (const char byte : path) {
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= '0' && byte <= '9') ||
                           std::string_view("-._~/").find(byte) != std::string_view::npos;
        if (plain)
            out += byte;
        else
            out += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
    }
    return out;
}

Json sarif_location(Span span, const Sources& sources) {
    const Location begin = sources.locate(span);
    const Location end = sources.locate({span.file, std::max(span.begin, span.end), 0});
    const Json region = {{"startLine", begin.line},
                         {"startColumn", begin.column},
                         {"endLine", end.line},
                         {"endColumn", end.column}};
    return {{"physicalLocation",
             {{"artifactLocation", {{"uri", uri_of(begin.file)}}}, {"region", region}}}};
}

/// The kinds that were found, in the order of their definition, as rules.
Json sarif_rules(const std::set<Kind>& kinds) {
    Json rules = Json::array();
    for (const Kind kind : kinds)
        rules.push_back(
            {{"id", slug(kind)}, {"defaultConfiguration", {{"level", name(severity(kind))}}}});
    return rules;
}

/// Of the text of a workflow command what would end it.
std::string escaped(std::string_view text, std::string_view also) {
    std::string out;
    for (const char byte : text) {
        const bool special = byte == '%' || byte == '\r' || byte == '\n' ||
                             also.find(byte) != std::string_view::npos;
        if (special)
            out += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
        else
            out += byte;
    }
    return out;
}

std::string_view github_command(Severity severity) {
    return severity == Severity::note ? "notice" : name(severity);
}

std::string_view gitlab_severity(Severity severity) {
    switch (severity) {
        case Severity::note:
            return "info";
        case Severity::warning:
            return "minor";
        case Severity::error:
            break;
    }
    return "major";
}

}  // namespace

std::string findings_as_sarif(const Findings& findings, const Sources& sources,
                              MessageLanguage language) {
    std::set<Kind> kinds;
    for (const Finding& finding : findings.all) kinds.insert(finding.kind);
    Fingerprints fingerprints;
    std::string results;
    for_each_place(findings, [&](const Finding& finding, Span span) {
        const bool placed = sources.locate(span).line > 0;
        Json result = {{"ruleId", slug(finding.kind)},
                       {"ruleIndex", std::distance(kinds.begin(), kinds.find(finding.kind))},
                       {"level", name(finding.severity)},
                       {"message", {{"text", sentence(finding, language)}}}};
        if (placed) result["locations"] = Json::array({sarif_location(span, sources)});
        result["partialFingerprints"] = {
            {"triptych/v1", fingerprints.of(finding, sources.name(span.file))}};
        results += (results.empty() ? "\n" : ",\n") + written(result);
    });
    const Json driver = {
        {"name", "triptych"}, {"version", TRIPTYCH_VERSION}, {"rules", sarif_rules(kinds)}};
    return fmt::format(
        "{{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\", \"version\": "
        "\"2.1.0\",\n"
        "\"runs\": [{{\"tool\": {{\"driver\": {}}},\n\"columnKind\": \"unicodeCodePoints\",\n"
        "\"results\": [{}\n]}}]}}\n",
        written(driver), results);
}

std::string findings_as_github(const Findings& findings, const Sources& sources,
                               MessageLanguage language) {
    std::string out;
    for (const Finding& finding : findings.all) {
        const Span span = finding.places.front();
        const Location begin = sources.locate(span);
        const Location end = sources.locate({span.file, std::max(span.begin, span.end), 0});
        out += fmt::format("::{} ", github_command(finding.severity));
        if (begin.line > 0)
            out += fmt::format("file={},line={},endLine={},", escaped(begin.file, ":,"), begin.line,
                               end.line);
        // Columns are of use within one line only.
        if (begin.line > 0 && begin.line == end.line)
            out += fmt::format("col={},endColumn={},", begin.column, end.column);
        const std::string times = finding.count() > 1 && finding.particulars.empty()
                                      ? say(" ({} times, first here)", finding.count()).in(language)
                                      : std::string();
        out += fmt::format("title={}::{}{}\n", slug(finding.kind),
                           escaped(sentence(finding, language), ""), times);
    }
    return out;
}

std::string findings_as_gitlab(const Findings& findings, const Sources& sources,
                               const Telling& telling) {
    Fingerprints fingerprints;
    std::string out = "[";
    for_each_place(findings, [&](const Finding& finding, Span span) {
        const Location at = sources.locate(span);
        const Json entry = {{"description", sentence(finding, telling.language)},
                            {"check_name", slug(finding.kind)},
                            {"fingerprint", fingerprints.of(finding, at.file)},
                            {"severity", gitlab_severity(finding.severity)},
                            {"location",
                             {{"path", at.line > 0 ? std::string(at.file) : telling.book},
                              {"lines", {{"begin", std::max<std::size_t>(at.line, 1)}}}}}};
        out += (out.size() > 1 ? ",\n" : "\n") + written(entry);
    });
    return out + (out.size() > 1 ? "\n]\n" : "]\n");
}

}  // namespace triptych
