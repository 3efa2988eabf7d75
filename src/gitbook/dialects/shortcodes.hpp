#pragma once

#include <optional>

#include <triptych/diagnostics.hpp>

#include "gitbook/syntax/mapped_text.hpp"

namespace triptych::gitbook {

/// `source` with GitBook's tags and plain Markdown in place of shortcodes of Hugo and Quarto, every
/// byte with its place. Those of a site's own are reported: their content is kept. Nothing when
/// there is none. Takes time linear in `source`.
std::optional<MappedText> shortcodes_as_tags(const MappedText& source, Diagnostics& diagnostics);

}  // namespace triptych::gitbook
