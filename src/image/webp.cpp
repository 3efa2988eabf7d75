#include <webp/decode.h>

#include <memory>

#include "image/lazy_library.hpp"
#include "image/raster.hpp"

namespace triptych::image {
namespace {

struct WebpApi {
    decltype(&WebPDecodeRGBA) decode = nullptr;
    decltype(&WebPFree) free = nullptr;
    bool ready = false;

    WebpApi() {
        const LazyLibrary library("libwebp.so.7");
        ready = library.find(decode, "WebPDecodeRGBA") && library.find(free, "WebPFree");
    }
};

}  // namespace

std::optional<Raster> decode_webp(std::string_view bytes) {
    static const WebpApi api;
    if (!api.ready) return std::nullopt;
    int width = 0, height = 0;
    const std::unique_ptr<unsigned char, void (*)(void*)> rgba(
        api.decode(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), &width,
                   &height),
        api.free);
    if (!rgba) return std::nullopt;
    return raster_from_samples(
        rgba.get(), {static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height)}, 4);
}

}  // namespace triptych::image
