#pragma once

#include <string>

#include <triptych/findings.hpp>

/// The forms in which findings are told; each is what `tell` gives for one `FindingsFormat`.
namespace triptych {

std::string findings_as_text(const Findings& findings, const Sources& sources,
                             const Telling& telling);
std::string findings_as_json(const Findings& findings, const Sources& sources,
                             MessageLanguage language);
std::string findings_as_sarif(const Findings& findings, const Sources& sources,
                              MessageLanguage language);
std::string findings_as_github(const Findings& findings, const Sources& sources,
                               MessageLanguage language);
std::string findings_as_gitlab(const Findings& findings, const Sources& sources,
                               const Telling& telling);

/// Most places that a form for tools names, of all findings together.
inline constexpr std::size_t most_results = 20'000;

}  // namespace triptych
