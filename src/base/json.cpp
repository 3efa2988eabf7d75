#include "base/json.hpp"

#include <nlohmann/json.hpp>

#include <triptych/changes.hpp>
#include <triptych/diagnostics.hpp>
#include <triptych/parity.hpp>

/// All that the public headers give as JSON. Every entry stands on a line of its own and is made
/// alone, since there may be many.
namespace triptych {

namespace {

using Json = nlohmann::ordered_json;

std::string written(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json place(Span span, const Sources& sources) {
    const Location at = sources.locate(span);
    return {{"file", at.file}, {"line", at.line}, {"column", at.column}};
}

Json object(const Change& change, const Sources& sources, MessageLanguage) {
    Json out = place(change.span, sources);
    out["rule"] = change.rule;
    out["before"] = change.before;
    out["after"] = change.after;
    return out;
}

Json object(const ParityEntry& entry, const Sources& sources, MessageLanguage language) {
    Json out = place(entry.span, sources);
    out["fate"] = name(entry.fate);
    out["what"] = entry.what.in(language);
    return out;
}

template <typename Entries>
std::string array(const Entries& entries, const Sources& sources, MessageLanguage language) {
    std::string out = "[";
    for (const auto& entry : entries)
        out += (out.size() > 1 ? ",\n " : "\n ") + written(object(entry, sources, language));
    return out + (out.size() > 1 ? "\n]" : "]");
}

}  // namespace

std::string json_string(std::string_view text) { return written(text); }

std::string to_json(const std::vector<Change>& changes, const Sources& sources) {
    return array(changes, sources, MessageLanguage::english) + '\n';
}

std::string to_json(const std::vector<Parity>& outputs, const Sources& sources,
                    MessageLanguage language) {
    std::string out = "{";
    for (const Parity& output : outputs)
        out += (out.size() > 1 ? ",\n" : "\n") + written(output.output()) + ": " +
               array(output.entries(), sources, language);
    return out + (out.size() > 1 ? "\n}\n" : "}\n");
}

}  // namespace triptych
