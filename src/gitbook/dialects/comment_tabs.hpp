#pragma once

#include <optional>

#include "gitbook/syntax/mapped_text.hpp"

namespace triptych::gitbook {

/// `source` with GitBook's tabs in place of those between `<!-- tabs:start -->` and
/// `<!-- tabs:end -->`, which headings of one level divide (docsify). Nothing when there are none.
/// Takes time linear in `source`.
std::optional<MappedText> comment_tabs_as_tags(const MappedText& source);

}  // namespace triptych::gitbook
