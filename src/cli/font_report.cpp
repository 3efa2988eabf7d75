#include "cli/font_report.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace triptych::cli {

namespace {

/// A table, with columns as wide as their widest word.
std::string font_rows(const std::vector<FontNeed>& needs, MessageLanguage language) {
    std::size_t script_width = 0, face_width = 0, package_width = 0;
    for (const FontNeed& need : needs) {
        script_width = std::max(script_width, translated(need.script, language).size());
        face_width = std::max(face_width, need.face.size());
        package_width = std::max(package_width, need.package.size());
    }
    std::string rows;
    for (const FontNeed& need : needs) {
        const Message state = need.installed             ? say("installed")
                              : need.system_face.empty() ? say("missing")
                                                         : say("missing, {}", need.system_face);
        rows += fmt::format("{:{}}  {:>8}  {:{}}  {:{}}  {}\n", translated(need.script, language),
                            script_width, need.characters, need.face, face_width, need.package,
                            package_width, state.in(language));
    }
    return rows;
}

}  // namespace

std::string needs_report(const Needs& needs, MessageLanguage language) {
    std::string report = font_rows(needs.fonts, language);
    if (needs.fonts.empty())
        report = say("the layout's own fonts have all scripts of the book").in(language) + '\n';
    std::set<std::string> missing;
    for (const FontNeed& need : needs.fonts)
        if (!need.installed) missing.insert(need.package);
    for (const HyphenationNeed& need : needs.hyphenation) {
        const Message state =
            need.installed ? say("hyphenation of '{}': installed", need.language)
            : need.package.empty()
                ? say("hyphenation of '{}': missing, and Debian has none", need.language)
                : say("hyphenation of '{}': missing, {}", need.language, need.package);
        report += state.in(language) + '\n';
        if (!need.installed && !need.package.empty()) missing.insert(need.package);
    }
    if (missing.empty()) return report;
    report += "apt-get install";
    for (const std::string& package : missing) report += ' ' + package;
    return report + '\n';
}

}  // namespace triptych::cli
