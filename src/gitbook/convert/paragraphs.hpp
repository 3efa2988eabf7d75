#pragma once

#include "gitbook/convert/converter.hpp"

namespace triptych::gitbook {

/// Appends what a paragraph with the raw `body` is: text, a figure for every picture alone on its
/// line, a displayed formula, or nothing when only the editor's traces are in it.
void append_paragraph(Converter& converter, doc::Inlines body, Span span, doc::Blocks& out);

/// The picture that a paragraph holds as `image`.
doc::Picture picture_of(const Converter& converter, const doc::InlineImage& image, Span span);

}  // namespace triptych::gitbook
