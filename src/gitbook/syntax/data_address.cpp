#include "gitbook/syntax/data_address.hpp"

#include <cstdint>

#include <fmt/format.h>

#include "base/text.hpp"
#include "gitbook/syntax/elements.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t largest = std::size_t{16} << 20U;

std::optional<std::string> from_base64(std::string_view text) {
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bytes;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        if (c == '=' || c == '\n' || c == ' ') continue;
        const std::size_t digit = digits.find(c == '-' ? '+' : c == '_' ? '/' : c);
        if (digit == std::string_view::npos) return std::nullopt;
        bits = bits << 6U | static_cast<std::uint32_t>(digit);
        count += 6;
        if (count < 8) continue;
        count -= 8;
        bytes += static_cast<char>(bits >> static_cast<unsigned>(count) & 0xFFU);
    }
    return bytes;
}

std::string_view ending_of(std::string_view type) {
    if (type == "image/jpeg" || type == "image/jpg") return "jpg";
    if (type == "image/svg+xml") return "svg";
    if (type == "image/gif") return "gif";
    if (type == "image/webp") return "webp";
    return type == "image/avif" ? "avif" : "png";
}

/// FNV-1a: a name that depends on the content only.
std::uint64_t hash_of(std::string_view bytes) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return hash;
}

}  // namespace

std::optional<DataPicture> picture_in_address(std::string_view address) {
    const std::size_t comma = address.find(',');
    if (!address.starts_with("data:image/") || comma == std::string_view::npos) return std::nullopt;
    if (address.size() > 2 * largest) return std::nullopt;
    const std::string_view head = address.substr(5, comma - 5);
    const std::string type = lower_ascii(head.substr(0, head.find(';')));
    const std::string written = text::percent_decode(address.substr(comma + 1));
    const auto bytes = head.ends_with(";base64") ? from_base64(written) : written;
    if (!bytes || bytes->empty() || bytes->size() > largest) return std::nullopt;
    return DataPicture{fmt::format("embedded/{:016x}.{}", hash_of(*bytes), ending_of(type)),
                       *bytes};
}

}  // namespace triptych::gitbook
