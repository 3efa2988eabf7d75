#pragma once

#include <string>
#include <string_view>

namespace triptych::verify {

/// What the tags of a PDF say, as one HTML document: each structure element becomes the element of
/// HTML that means the same, by the PDF Association's rules ("Deriving HTML from PDF"); its content
/// is the text that is marked with it. Facts alone: no styles, scripts or pictures. Empty for a
/// file that can't be read or has no tags. Never throws.
std::string derive_html(std::string_view file);

}  // namespace triptych::verify
