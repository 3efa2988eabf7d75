#pragma once

#include <optional>

#include "gitbook/syntax/mapped_text.hpp"

namespace triptych::gitbook {

/// `source` with Markdown and GitBook's tags in place of what Jekyll writes in Liquid for
/// addresses, included files, listings and pictures. Nothing when there is nothing of the kind.
/// Takes time linear in `source`.
std::optional<MappedText> without_liquid(const MappedText& source);

}  // namespace triptych::gitbook
