#include "deck_html/policy.hpp"

#include <charconv>

#include "base/base64.hpp"
#include "image/digest.hpp"

namespace triptych::deck_html {

std::string hash_source(std::string_view text) {
    const auto hexadecimal = image::sha256(text);
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hexadecimal.size(); i += 2) {
        unsigned value = 0;
        std::from_chars(hexadecimal.data() + i, hexadecimal.data() + i + 2, value, 16);
        bytes += static_cast<char>(value);
    }
    return base64(bytes);
}

}  // namespace triptych::deck_html
