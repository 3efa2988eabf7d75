#pragma once

#include <string_view>

#include <triptych/diagnostics.hpp>

#include "gitbook/syntax/dialect.hpp"

namespace triptych::gitbook {

/// Says in whose marks `line` is written, which begins where `at` does, unless `dialect` is known
/// to have them. False where it begins with no such mark.
bool say_program(std::string_view line, Span at, Dialect dialect, Diagnostics& diagnostics);

}  // namespace triptych::gitbook
