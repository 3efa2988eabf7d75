#include "verify/clauses.hpp"

#include <map>

#include "verify/rules.hpp"

namespace triptych::verify {

namespace {

/// Rules that both generations have, by their older names; an empty name: there is no such rule any
/// more.
const std::map<std::string, std::string>& successors() {
    static const std::map<std::string, std::string> all = {
        {"ISO 14289-1 5", "ISO 14289-2 5"},
        {"ISO 14289-1 6.2", "ISO 14289-2 6.2"},
        {"ISO 14289-1 7.1", "ISO 14289-2 8.2.2"},
        {"ISO 14289-1 7.2", "ISO 14289-2 8.2.5.26"},
        {"ISO 14289-1 7.5", "ISO 14289-2 8.2.5.26"},
        {"ISO 14289-1 7.18.3", "ISO 14289-2 8.9.3.3"},
        {"ISO 14289-1 7.18.5", "ISO 14289-2 8.2.5.20"},
        {"ISO 14289-1 7.20", ""},
        {"ISO 14289-1 7.21.3.1", "ISO 14289-2 8.4.5.3.1"},
        {"ISO 14289-1 7.21.3.2", "ISO 14289-2 8.4.5.3.2"},
        {"ISO 14289-1 7.21.3.3", "ISO 14289-2 8.4.5.4"},
        {"ISO 14289-1 7.21.4.1", "ISO 14289-2 8.4.5.5.1"},
        {"ISO 14289-1 7.21.4.2", ""},
        {"ISO 14289-1 7.21.5", "ISO 14289-2 8.4.5.6"},
        {"ISO 14289-1 7.21.7", "ISO 14289-2 8.4.5.8"},
        {"ISO 14289-1 7.21.8", "ISO 14289-2 8.4.5.9"},
        {"ISO 19005-2 6.1.7.1", "ISO 19005-4 6.1.6.1"},
        {"ISO 19005-2 6.1.7.2", "ISO 19005-4 6.1.6.2"},
        {"ISO 19005-2 6.1.8", "ISO 19005-4 6.1.7"},
        {"ISO 19005-2 6.1.9", "ISO 19005-4 6.1.8"},
        {"ISO 19005-2 6.1.13", ""},
        {"ISO 19005-2 6.10", "ISO 19005-4 6.11"},
        {"ISO 19005-2 6.2.6", ""},
        {"ISO 19005-2 6.2.8", "ISO 19005-4 6.2.7.1"},
        {"ISO 19005-2 6.2.9", "ISO 19005-4 6.2.8.1"},
        {"ISO 19005-2 6.2.10", "ISO 19005-4 6.2.9"},
        {"ISO 19005-2 6.2.11.2", "ISO 19005-4 6.2.10.2"},
        {"ISO 19005-2 6.2.11.7.3", "ISO 14289-2 8.4.3"},
        {"ISO 19005-2 6.5.1", "ISO 19005-4 6.6.1"},
        {"ISO 19005-2 6.5.2", "ISO 19005-4 6.6.3"},
        {"ISO 19005-2 6.6.2.1", "ISO 19005-4 6.7.2.1"},
        {"ISO 19005-2 6.6.2.3.1", ""},
        {"ISO 19005-2 6.6.4", "ISO 19005-4 6.7.3"},
        {"ISO 19005-2 6.8", ""}};
    return all;
}

/// What PDF/A-2 asks, too, of files with tags.
std::string of_level_a(const std::string& clause) {
    static const std::map<std::string, std::string> all = {
        {"ISO 14289-1 6.2", "ISO 19005-2 6.7.2.2"},
        {no_tree, "ISO 19005-2 6.7.3.3"},
        {odd_type, "ISO 19005-2 6.7.3.4"}};
    const auto found = all.find(clause);
    return found == all.end() ? clause : found->second;
}

std::string successor(const std::string& clause) {
    if (const auto found = successors().find(clause); found != successors().end())
        return found->second;
    if (starts_with(clause, "ISO 19005-2")) return "ISO 19005-4" + clause.substr(11);
    if (starts_with(clause, "ISO 32000-1")) return "ISO 32000-2" + clause.substr(11);
    return clause;
}

}  // namespace

Clauses::Clauses(const Claims& claims, bool modern) : modern_(modern) {
    tagged_ = claims.level == "A";
    if (claims.none() || !claims.print.empty()) return;
    accessible_ = !claims.accessible.empty() || claims.well_tagged;
    // Of other parts there are no rules here; a part that does not exist is wrong itself.
    const std::string others = modern ? "123" : "134";
    archive_ = !claims.archive.empty() && others.find(claims.archive) == std::string::npos;
}

std::string Clauses::name(const std::string& clause) const {
    std::string own = modern_ ? successor(clause) : clause;
    if (!accessible_ && archive_ && tagged_ && !modern_) own = of_level_a(clause);
    if (!accessible_ && (starts_with(own, "ISO 14289") || starts_with(own, "ISO 32005"))) return {};
    if (!archive_ && starts_with(own, "ISO 19005")) return {};
    if (own == no_tree || own == odd_type) return "ISO 14289-1 7.1";
    return own;
}

}  // namespace triptych::verify
