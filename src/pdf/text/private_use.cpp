#include "pdf/text/private_use.hpp"

#include <variant>

#include "base/text.hpp"

namespace triptych::pdf {

namespace {

bool is_for_private_use(char32_t c) {
    return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0x10FFFD);
}

/// Bytes that characters for private use begin with; few others do.
bool may_have_private_use(std::string_view text) {
    return text.find_first_of("\xEE\xEF\xF3\xF4") != std::string_view::npos;
}

void replace(std::string& text) {
    if (may_have_private_use(text)) text = without_private_use(text);
}
void replace(RareText& text) {
    if (may_have_private_use(text.view())) text = without_private_use(text.view());
}

}  // namespace

std::string without_private_use(std::string_view text) {
    constexpr std::string_view unknown = "\xEF\xBF\xBD";
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        if (!is_for_private_use(text::next_code_point(text, at))) {
            out += text.substr(start, at - start);
            continue;
        }
        out += unknown;
        out.append(at - start - unknown.size(), ' ');
    }
    return out;
}

void replace_private_use(pages::Pages& pages) {
    for (pages::Page& page : pages.pages)
        for (pages::Item& item : page.items) {
            if (auto* run = std::get_if<pages::GlyphRun>(&item.content)) replace(run->text);
            if (auto* link = std::get_if<pages::LinkArea>(&item.content))
                replace(link->description);
        }
    for (pages::Element& element : pages.elements) {
        replace(element.alternative);
        replace(element.actual_text);
    }
    for (pages::Bookmark& bookmark : pages.bookmarks) replace(bookmark.title);
}

}  // namespace triptych::pdf
