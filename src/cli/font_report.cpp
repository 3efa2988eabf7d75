#include "cli/font_report.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace triptych::cli {

std::string font_report(const std::vector<FontNeed>& needs, MessageLanguage language) {
    if (needs.empty())
        return say("the layout's own fonts have all scripts of the book").in(language) + '\n';
    std::size_t script_width = 0, face_width = 0, package_width = 0;
    for (const FontNeed& need : needs) {
        script_width = std::max(script_width, translated(need.script, language).size());
        face_width = std::max(face_width, need.face.size());
        package_width = std::max(package_width, need.package.size());
    }
    std::string report;
    std::set<std::string> missing;
    for (const FontNeed& need : needs) {
        const Message state = need.installed             ? say("installed")
                              : need.system_face.empty() ? say("missing")
                                                         : say("missing, {}", need.system_face);
        report += fmt::format("{:{}}  {:>8}  {:{}}  {:{}}  {}\n", translated(need.script, language),
                              script_width, need.characters, need.face, face_width, need.package,
                              package_width, state.in(language));
        if (!need.installed) missing.insert(need.package);
    }
    if (missing.empty()) return report;
    report += "apt-get install";
    for (const std::string& package : missing) report += ' ' + package;
    return report + '\n';
}

}  // namespace triptych::cli
