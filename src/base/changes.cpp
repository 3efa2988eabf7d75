#include <triptych/changes.hpp>

#include <fmt/format.h>

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

}  // namespace triptych
