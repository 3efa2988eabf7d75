#include "image/digest.hpp"

#include <array>
#include <cstddef>

#include "image/lazy_library.hpp"

namespace triptych::image {
namespace {

/// As declared by OpenSSL 3, whose headers are not needed for it.
using Sha256 = unsigned char*(const unsigned char* bytes, std::size_t size, unsigned char* digest);

Sha256* load_sha256() {
    const LazyLibrary library("libcrypto.so.3");
    Sha256* function = nullptr;
    library.find(function, "SHA256");
    return function;
}

}  // namespace

std::optional<std::string> sha256(std::string_view bytes) {
    static Sha256* const function = load_sha256();
    std::array<unsigned char, 32> digest;
    if (!function || !function(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                               digest.data()))
        return std::nullopt;
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (const unsigned char byte : digest) {
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

}  // namespace triptych::image
