#pragma once

#include <optional>

#include "gitbook/syntax/dialect.hpp"
#include "gitbook/syntax/mapped_text.hpp"

namespace triptych::gitbook {

/// `source` with GitBook's tags in place of components of other programs that stand at the front of
/// lines, their content as far in as their tags are; every byte keeps its place. Nothing when it
/// has none. Takes time linear in `source`.
std::optional<MappedText> components_as_tags(const MappedText& source, Dialect dialect);

}  // namespace triptych::gitbook
