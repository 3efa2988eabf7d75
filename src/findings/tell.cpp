#include "findings/forms.hpp"

namespace triptych {

std::string tell(const Findings& findings, const Sources& sources, const Telling& telling) {
    switch (telling.format) {
        case FindingsFormat::text:
            return findings_as_text(findings, sources, telling);
        case FindingsFormat::json:
            return findings_as_json(findings, sources, telling.language);
        case FindingsFormat::sarif:
            return findings_as_sarif(findings, sources, telling.language);
        case FindingsFormat::github:
            return findings_as_github(findings, sources, telling.language);
        case FindingsFormat::gitlab:
            break;
    }
    return findings_as_gitlab(findings, sources, telling);
}

}  // namespace triptych
