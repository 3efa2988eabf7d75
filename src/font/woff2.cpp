#include "font/woff2.hpp"

#include <cstdint>

#include <woff2/encode.h>

namespace triptych::font {
namespace {

constexpr int brotli_quality = 9;  // the next two steps take five times as long for 2 % less

}  // namespace

std::string to_woff2(std::string_view file) {
    woff2::WOFF2Params params;
    params.brotli_quality = brotli_quality;
    const auto* source = reinterpret_cast<const std::uint8_t*>(file.data());
    std::size_t size = woff2::MaxWOFF2CompressedSize(source, file.size());
    std::string packed(size, '\0');
    auto* target = reinterpret_cast<std::uint8_t*>(packed.data());
    if (!woff2::ConvertTTFToWOFF2(source, file.size(), target, &size, params)) return {};
    packed.resize(size);
    return packed;
}

}  // namespace triptych::font
