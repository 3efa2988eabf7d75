#pragma once

#include <string_view>

#include "gitbook/convert/reader.hpp"
#include "gitbook/syntax/gumbo_tree.hpp"

namespace triptych::gitbook {

/// Appends what the inline element `element` around `body` means. An element without a meaning of
/// its own hands its body on; what GitBook never prints (icons, assistant buttons) is dropped.
void append_inline_element(Reader& reader, const Element& element, doc::Inlines body, Span span,
                           doc::Inlines& out);

/// Puts `body` into the language that `element` names, if it does.
void speak(const Element& element, Span span, doc::Inlines& body);

/// Reports an element that is left out: a drawing (`svg`), a program or a sheet of styles.
void report_unsupported(Reader& reader, std::string_view name, Span span);

/// The picture of an `<img>`, registered, as a paragraph holds it.
doc::InlineImage read_img(Reader& reader, const Element& img, Span span);

/// A length in CSS pixels (`269.77`, `12px`) as a share of GitBook's column of 735 px, at most 1; a
/// percentage as it is; 0 when it is neither.
double share_of_measure(std::string_view width);

}  // namespace triptych::gitbook
