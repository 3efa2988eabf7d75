#pragma once

#include <optional>

#include "gitbook/syntax/mapped_text.hpp"

namespace triptych::gitbook {

/// `source` with the attributes and options of blocks where the rest of the reader looks for them:
/// a Pandoc division `::: {.callout-tip title="A"}` is `:::tip[A]`, and options of a MyST directive
/// (`:class: tip`) are no text of it. Every byte keeps its place; nothing when there is no such
/// block. Takes time linear in `source`.
std::optional<MappedText> plain_directives(const MappedText& source);

}  // namespace triptych::gitbook
