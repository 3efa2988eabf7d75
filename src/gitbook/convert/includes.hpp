#pragma once

#include "gitbook/convert/containers.hpp"
#include "gitbook/convert/reader.hpp"

/// Text from other files.
namespace triptych::gitbook {

/// The blocks of the file that an `include` tag names; a missing file or a circle is reported.
void append_include(Reader& reader, const Container& include, Span span, doc::Blocks& out);

/// HonKit's `[import, title:"x"](file)` alone in a paragraph: the file as a listing. False when
/// `body` is none.
bool append_imported_code(Reader& reader, const doc::Inlines& body, Span span, doc::Blocks& out);

}  // namespace triptych::gitbook
