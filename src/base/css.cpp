#include "base/css.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace triptych {
namespace {

bool is_plain(char32_t c) {
    return c >= 0x80 || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
           (c >= U'0' && c <= U'9') || c == U' ' || c == U'-' || c == U'_' || c == U'.';
}

}  // namespace

std::string css_string(std::string_view text) {
    std::string out = "'";
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::next_code_point(text, at);
        if (is_plain(c))
            text::append_code_point(out, c);
        else if (c != 0)
            out += fmt::format("\\{:x} ", static_cast<std::uint32_t>(c));
    }
    return out + "'";
}

}  // namespace triptych
