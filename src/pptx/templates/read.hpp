#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "pptx/templates/template.hpp"

namespace triptych::pptx {

/// Reads a .pptx, .potx, .pptm or .potm. Null, with a diagnostic at `span`, when slides can't be
/// made on it; `name` is what it is called there. `own` is what slides are set with otherwise.
std::shared_ptr<const Template> read_template(std::string_view file, std::string_view name,
                                              Span span, const typeset::Resources& own,
                                              Diagnostics& diagnostics);

}  // namespace triptych::pptx
