#pragma once

#include <optional>

#include <triptych/diagnostics.hpp>

#include "gitbook/syntax/dialect.hpp"
#include "gitbook/syntax/mapped_text.hpp"

namespace triptych::gitbook {

/// `source` with GitBook's tags in place of blocks of other programs whose marks are like those of
/// no other: shortcodes, attributes of divisions and directives, components. Nothing when there is
/// none of them.
std::optional<MappedText> foreign_blocks(const MappedText& source, Dialect dialect,
                                         Diagnostics& diagnostics);

}  // namespace triptych::gitbook
