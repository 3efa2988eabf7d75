#include <algorithm>
#include <utility>

#include "findings/forms.hpp"
#include "findings/json_text.hpp"

namespace triptych {

namespace {

constexpr std::size_t most_places = 100;  ///< of one finding

Json place(Span span, const Sources& sources) {
    const Location at = sources.locate(span);
    return {{"file", at.file}, {"line", at.line}, {"column", at.column}};
}

Json object(const Finding& finding, const Sources& sources, MessageLanguage language) {
    Json out = place(finding.places.front(), sources);
    out["severity"] = name(finding.severity);
    out["kind"] = slug(finding.kind);
    out["message"] = finding.message.in(language);
    out["hint"] = finding.hint.in(language);
    out["count"] = finding.count();
    Json others = Json::array();
    for (std::size_t i = 1; i < std::min(finding.places.size(), most_places); ++i)
        others.push_back(place(finding.places[i], sources));
    if (!others.empty()) out["also"] = std::move(others);
    return out;
}

}  // namespace

std::string findings_as_json(const Findings& findings, const Sources& sources,
                             MessageLanguage language) {
    std::string out = "[";
    const char* separator = "\n ";
    for (const Finding& finding : findings.all)
        out += std::exchange(separator, ",\n ") + written(object(finding, sources, language));
    return out + (findings.all.empty() ? "]\n" : "\n]\n");
}

}  // namespace triptych
