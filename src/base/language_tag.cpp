#include "base/language_tag.hpp"

namespace triptych {

bool is_language_tag(std::string_view tag) {
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    std::size_t part = 0, length = 0;
    for (const char c : tag) {
        if (c == '-') {
            if (length == 0) return false;
            ++part;
            length = 0;
            continue;
        }
        const bool digit = c >= '0' && c <= '9';
        if (!letter(c) && !(digit && part > 0)) return false;
        if (++length > 8) return false;
    }
    return length > 0;
}

}  // namespace triptych
