#include "gitbook/syntax/markdown_element.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace triptych::gitbook {

bool MarkdownElement::opens(std::string_view line) {
    const std::string_view tag = text::trim(line);
    if (!tag.starts_with('<') || tag.find('>') != tag.size() - 1) return false;
    const std::size_t at = tag.find(" markdown");
    if (at == tag.npos || std::string_view(" =>").find(tag[at + 9]) == std::string_view::npos)
        return false;
    column_ = line.find_first_not_of(' ');
    deeper_.reset();
    return true;
}

std::size_t MarkdownElement::indent(std::string_view line) {
    const std::size_t front = line.find_first_not_of(' ');
    if (!column_ || front == line.npos) return 0;
    if (line.substr(front).starts_with("</") || front < *column_) {
        column_.reset();
        return 0;
    }
    if (!deeper_) deeper_ = front - *column_;
    return std::min(*deeper_, front - *column_);
}

}  // namespace triptych::gitbook
