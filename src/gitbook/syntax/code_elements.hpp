#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "gitbook/syntax/mapped_text.hpp"

namespace triptych::gitbook {

/// A listing as an element of Docusaurus: `<CodeBlock language="js">{`…`}</CodeBlock>`.
struct CodeElement {
    std::string language, title;
    std::size_t begin = 0, end = 0;  ///< of the code in the text
    bool escaped = false;            ///< a backslash may stand before its signs
    std::size_t behind = 0;          ///< the line of its end
};

/// That which begins at `begin` in `text`, and holds code and nothing else; in time of its length.
std::optional<CodeElement> code_element_at(std::string_view text, std::size_t begin);
/// Feeds it, which begins at `begin` in `source`, as a listing of Markdown.
void put_code_element(const CodeElement& found, const MappedText& source, std::string_view indent,
                      std::size_t begin, MappedText& out);

}  // namespace triptych::gitbook
