#include <avif/avif.h>

#include <string>

#include "image/lazy_library.hpp"
#include "image/raster.hpp"

namespace triptych::image {
namespace {

struct AvifApi {
    decltype(&avifDecoderCreate) create_decoder = nullptr;
    decltype(&avifDecoderDestroy) destroy_decoder = nullptr;
    decltype(&avifDecoderReadMemory) read = nullptr;
    decltype(&avifImageCreateEmpty) create_image = nullptr;
    decltype(&avifImageDestroy) destroy_image = nullptr;
    decltype(&avifRGBImageSetDefaults) set_defaults = nullptr;
    decltype(&avifImageYUVToRGB) to_rgb = nullptr;
    bool ready = false;

    AvifApi() {
        const LazyLibrary library("libavif.so.15");
        ready = library.find(create_decoder, "avifDecoderCreate") &&
                library.find(destroy_decoder, "avifDecoderDestroy") &&
                library.find(read, "avifDecoderReadMemory") &&
                library.find(create_image, "avifImageCreateEmpty") &&
                library.find(destroy_image, "avifImageDestroy") &&
                library.find(set_defaults, "avifRGBImageSetDefaults") &&
                library.find(to_rgb, "avifImageYUVToRGB");
    }
};

std::optional<Raster> to_raster(const AvifApi& api, const avifImage& image) {
    if (!is_reasonable(image.width, image.height)) return std::nullopt;
    avifRGBImage target{};
    api.set_defaults(&target, &image);
    target.format = AVIF_RGB_FORMAT_RGBA;
    target.depth = 8;
    target.rowBytes = image.width * 4;
    std::string rgba(std::size_t{target.rowBytes} * image.height, '\0');
    target.pixels = reinterpret_cast<std::uint8_t*>(rgba.data());
    if (api.to_rgb(&image, &target) != AVIF_RESULT_OK) return std::nullopt;
    return raster_from_samples(target.pixels, {image.width, image.height}, 4);
}

}  // namespace

std::optional<Raster> decode_avif(std::string_view bytes) {
    static const AvifApi api;
    if (!api.ready) return std::nullopt;
    avifDecoder* decoder = api.create_decoder();
    avifImage* image = api.create_image();
    std::optional<Raster> raster;
    if (decoder && image) {
        decoder->maxThreads = 1;
        decoder->imageSizeLimit = static_cast<std::uint32_t>(most_pixels);
        if (api.read(decoder, image, reinterpret_cast<const std::uint8_t*>(bytes.data()),
                     bytes.size()) == AVIF_RESULT_OK)
            raster = to_raster(api, *image);
    }
    if (image) api.destroy_image(image);
    if (decoder) api.destroy_decoder(decoder);
    return raster;
}

}  // namespace triptych::image
