#include "deck_html/base64.hpp"

#include <cstdint>

namespace triptych::deck_html {

std::string base64(std::string_view bytes) {
    static constexpr char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const auto at = [&](std::size_t i) {
        return i < bytes.size() ? std::uint32_t{static_cast<unsigned char>(bytes[i])} : 0U;
    };
    std::string out((bytes.size() + 2) / 3 * 4, '=');
    char* next = out.data();
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::uint32_t group = at(i) << 16 | at(i + 1) << 8 | at(i + 2);
        for (int shift = 18; shift >= 0; shift -= 6) *next++ = letters[group >> shift & 63];
    }
    const std::size_t padding = out.size() / 4 * 3 - bytes.size();
    return out.replace(out.size() - padding, padding, padding, '=');
}

}  // namespace triptych::deck_html
