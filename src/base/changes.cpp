#include <triptych/changes.hpp>

#include <fmt/format.h>

#include "base/json.hpp"

namespace triptych {

std::string to_text(const std::vector<Change>& changes, const Sources& sources) {
    std::string out;
    for (const Change& change : changes) {
        const Location at = sources.locate(change.span);
        out += fmt::format("{}:{}:{}: {}: '{}' -> '{}'\n", at.file, at.line, at.column, change.rule,
                           change.before, change.after);
    }
    return out;
}

std::string to_json(const std::vector<Change>& changes, const Sources& sources) {
    std::string out = "[";
    const char* separator = "\n  ";
    for (const Change& change : changes) {
        const Location at = sources.locate(change.span);
        out += fmt::format(
            R"({}{{"file": {}, "line": {}, "column": {}, "rule": {}, "before": {}, "after": {}}})",
            separator, json_string(at.file), at.line, at.column, json_string(change.rule),
            json_string(change.before), json_string(change.after));
        separator = ",\n  ";
    }
    return out + "\n]\n";
}

}  // namespace triptych
