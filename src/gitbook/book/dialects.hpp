#pragma once

#include <vector>

#include <triptych/diagnostics.hpp>

#include "gitbook/book/config.hpp"
#include "gitbook/book/page_source.hpp"

namespace triptych::gitbook {

/// Corrects the dialects of spaces, where no file tells, by what their pages hold: mdBook's
/// directives, or a SUMMARY `of_mdbook`; GitBook's tags. What is found is said.
void tell_dialects(Config& config, bool of_mdbook, const std::vector<PageSource>& pages,
                   const Sources& sources, Diagnostics& diagnostics);

}  // namespace triptych::gitbook
