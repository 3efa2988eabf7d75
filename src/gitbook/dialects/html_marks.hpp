#pragma once

#include <string>
#include <string_view>

/// HTML that stands for what other programs write.
namespace triptych::gitbook {

/// `text` as words of an element, or as a value between double quotation marks.
std::string as_html(std::string text);
/// A picture; with a `caption`, Markdown, in a figure.
std::string picture_element(std::string_view address, std::string_view alternative,
                            std::string_view caption);

}  // namespace triptych::gitbook
