#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gitbook/mapped_text.hpp"
#include "gitbook/reader.hpp"

/// HTML in a page, parsed by HTML's own rules; what elements mean is decided by a list of those
/// that GitBook writes. Unknown elements are an author's placeholders and stay as text.
namespace triptych::gitbook {

/// An element's name and attributes, decoded.
struct Element {
    std::string name;  ///< lower case
    std::vector<std::pair<std::string, std::string>> attributes;

    bool has(std::string_view attribute) const;
    /// Empty when there is none.
    std::string_view get(std::string_view attribute) const;
    bool has_class(std::string_view wanted) const;
};

/// The one opening tag `source` (`<a href="x">`).
Element parse_element(std::string_view source);

/// The blocks of a whole piece of HTML.
doc::Blocks read_html(Reader& reader, const MappedText& html);

}  // namespace triptych::gitbook
