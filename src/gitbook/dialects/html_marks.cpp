#include "gitbook/dialects/html_marks.hpp"

#include <utility>

#include "base/text.hpp"

namespace triptych::gitbook {

std::string as_html(std::string text) {
    return text::replace_all(text::replace_all(std::move(text), "\"", "&quot;"), "<", "&lt;");
}

std::string picture_element(std::string_view address, std::string_view alternative,
                            std::string_view caption) {
    std::string picture = "<img src=\"" + as_html(std::string(address)) + "\" alt=\"" +
                          as_html(std::string(alternative)) + "\">";
    if (caption.empty()) return picture;
    return "<figure>" + picture + "<figcaption>" + std::string(caption) + "</figcaption></figure>";
}

}  // namespace triptych::gitbook
