#pragma once

#include "gitbook/convert/reader.hpp"
#include "gitbook/syntax/mapped_text.hpp"

/// HTML in a page, parsed by HTML's own rules; what elements mean is decided by a list of those
/// that GitBook writes. Unknown elements are an author's placeholders and stay as text.
namespace triptych::gitbook {

/// The blocks of a whole piece of HTML.
doc::Blocks read_html(Reader& reader, const MappedText& html);

}  // namespace triptych::gitbook
