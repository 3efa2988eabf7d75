#include "gitbook/book/judgement.hpp"

#include <optional>
#include <string>
#include <utility>

namespace triptych::gitbook {
namespace {

std::vector<std::string_view> names_of_kinds() {
    std::vector<std::string_view> names;
    for (const Kind kind : all_kinds()) names.push_back(slug(kind));
    return names;
}

struct Level {
    bool meant = false;                ///< a level is written
    std::optional<Severity> severity;  ///< none for `off`
};

Level level(const YAML::Node& node) {
    if (is_false(node)) return {true, {}};
    for (const Severity severity : {Severity::note, Severity::warning, Severity::error})
        if (scalar(node) == name(severity)) return {true, severity};
    return {};
}

}  // namespace

Judgement read_judgement(const YAML::Node& findings, const YamlSource& source,
                         Diagnostics& diagnostics) {
    Judgement judgement;
    if (findings.IsNull()) return judgement;
    if (!findings.IsMap()) {
        diagnostics.report(Kind::invalid_value, span_of(findings, source),
                           say("'findings' names no kinds"),
                           say("write lines such as 'heading-jump: off'"));
        return judgement;
    }
    report_unknown_keys(findings, names_of_kinds(), source, diagnostics);
    for (const auto& entry : findings) {
        const auto kind = kind_named(scalar(entry.first));
        if (!kind) continue;
        const Level judged = level(entry.second);
        if (!judged.meant)
            diagnostics.report(Kind::invalid_value, span_of(entry.second, source),
                               say("'{}' is no level of findings", scalar(entry.second)),
                               say("write off, note, warning or error"));
        else if (severity(*kind) == Severity::error && judged.severity != Severity::error)
            diagnostics.report(Kind::invalid_value, span_of(entry.second, source),
                               say("'{}' stays an error", slug(*kind)),
                               say("outputs are not made, or not whole, where there is one"));
        else
            judgement[*kind] = judged.severity;
    }
    return judgement;
}

}  // namespace triptych::gitbook
