#pragma once

#include <optional>

#include "gitbook/syntax/mapped_text.hpp"

namespace triptych::gitbook {

/// `source` without kramdown's lists of attributes (`{: .class }`), which say how something looks
/// on the web: a class that is a kind of callouts makes one, an id is that of its heading, and a
/// table of contents is left out. Nothing when there are none. Takes time linear in `source`.
std::optional<MappedText> without_attribute_lists(const MappedText& source);

}  // namespace triptych::gitbook
