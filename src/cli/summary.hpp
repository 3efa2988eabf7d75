#pragma once

#include <string>

#include <triptych/build.hpp>

namespace triptych::cli {

/// What a check found in short: the files with the most findings, and where the book's links lead.
std::string summary_of_check(const Findings& findings, const Result& result,
                             MessageLanguage language);

}  // namespace triptych::cli
