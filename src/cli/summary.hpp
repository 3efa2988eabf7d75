#pragma once

#include <string>

#include <triptych/build.hpp>

namespace triptych::cli {

/// What a check found in short: how many findings of each kind, most serious and most frequent
/// first, the files with the most of them, and where the book's links lead.
std::string summary_of_check(const Result& result);

}  // namespace triptych::cli
