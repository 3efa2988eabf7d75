#include <avif/avif.h>

#include <memory>

#include "decoder/common/colours.hpp"
#include "decoder/pictures.hpp"

namespace triptych::decoder {
namespace {

std::optional<Pixels> to_pixels(const avifImage& image) {
    Pixels out{image.width, image.height,
               std::string(std::size_t{image.width} * image.height * 4, 0)};
    avifRGBImage target{};
    avifRGBImageSetDefaults(&target, &image);
    target.format = AVIF_RGB_FORMAT_RGBA;
    target.depth = 8;
    target.rowBytes = image.width * 4;
    target.pixels = reinterpret_cast<std::uint8_t*>(out.rgba.data());
    if (avifImageYUVToRGB(&image, &target) != AVIF_RESULT_OK) return std::nullopt;
    if (image.icc.size > 0)
        to_srgb(out, {reinterpret_cast<const char*>(image.icc.data), image.icc.size});
    else if (image.colorPrimaries == AVIF_COLOR_PRIMARIES_SMPTE432)
        display_p3_to_srgb(out);
    return out;
}

}  // namespace

std::optional<Pixels> decode_avif(std::string_view file, std::uint32_t most_pixels) {
    const std::unique_ptr<avifDecoder, void (*)(avifDecoder*)> decoder(avifDecoderCreate(),
                                                                       avifDecoderDestroy);
    const std::unique_ptr<avifImage, void (*)(avifImage*)> image(avifImageCreateEmpty(),
                                                                 avifImageDestroy);
    if (!decoder || !image) return std::nullopt;
    decoder->maxThreads = 1;
    decoder->imageSizeLimit = most_pixels;
    if (avifDecoderReadMemory(decoder.get(), image.get(),
                              reinterpret_cast<const std::uint8_t*>(file.data()),
                              file.size()) != AVIF_RESULT_OK)
        return std::nullopt;
    return to_pixels(*image);
}

}  // namespace triptych::decoder
