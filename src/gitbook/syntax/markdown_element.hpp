#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace triptych::gitbook {

/// An element of HTML whose content MkDocs reads as Markdown, line by line: `<figure markdown>`.
class MarkdownElement {
public:
    /// Whether `line` is the tag of such an element, whose content the lines below then are.
    bool opens(std::string_view line);
    /// By how much more than its first line needs `line`, if it is in the element, is indented
    /// below the tag.
    std::size_t indent(std::string_view line);

private:
    std::optional<std::size_t> column_;  ///< of the tag
    std::optional<std::size_t> deeper_;  ///< the first line of the content than the tag
};

}  // namespace triptych::gitbook
