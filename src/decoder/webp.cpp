#include <webp/decode.h>
#include <webp/demux.h>

#include <memory>

#include "decoder/common/colours.hpp"
#include "decoder/pictures.hpp"

namespace triptych::decoder {
namespace {

const std::uint8_t* as_bytes(std::string_view file) {
    return reinterpret_cast<const std::uint8_t*>(file.data());
}

Pixels pixels_of(const std::uint8_t* rgba, int width, int height) {
    const auto across = static_cast<std::uint32_t>(width),
               down = static_cast<std::uint32_t>(height);
    return {across, down,
            std::string(reinterpret_cast<const char*>(rgba), std::size_t{across} * down * 4)};
}

std::optional<Pixels> decode_still(std::string_view file) {
    int width = 0, height = 0;
    const std::unique_ptr<std::uint8_t, void (*)(void*)> rgba(
        WebPDecodeRGBA(as_bytes(file), file.size(), &width, &height), WebPFree);
    if (!rgba) return std::nullopt;
    return pixels_of(rgba.get(), width, height);
}

std::optional<Pixels> decode_first_frame(std::string_view file) {
    const WebPData data{as_bytes(file), file.size()};
    const std::unique_ptr<WebPAnimDecoder, void (*)(WebPAnimDecoder*)> decoder(
        WebPAnimDecoderNew(&data, nullptr), WebPAnimDecoderDelete);
    WebPAnimInfo info;
    std::uint8_t* canvas = nullptr;
    int time = 0;
    if (!decoder || !WebPAnimDecoderGetInfo(decoder.get(), &info) ||
        !WebPAnimDecoderGetNext(decoder.get(), &canvas, &time))
        return std::nullopt;
    return pixels_of(canvas, static_cast<int>(info.canvas_width),
                     static_cast<int>(info.canvas_height));
}

/// Colours that its profile says are those of another space (RFC 9649 §2.7.1.4).
void apply_profile(std::string_view file, Pixels& pixels) {
    const WebPData data{as_bytes(file), file.size()};
    const std::unique_ptr<WebPDemuxer, void (*)(WebPDemuxer*)> demuxer(WebPDemux(&data),
                                                                       WebPDemuxDelete);
    WebPChunkIterator chunk;
    if (!demuxer || !WebPDemuxGetChunk(demuxer.get(), "ICCP", 1, &chunk)) return;
    to_srgb(pixels, {reinterpret_cast<const char*>(chunk.chunk.bytes), chunk.chunk.size});
    WebPDemuxReleaseChunkIterator(&chunk);
}

}  // namespace

std::optional<Pixels> decode_webp(std::string_view file, std::uint32_t most_pixels) {
    WebPBitstreamFeatures features;
    if (WebPGetFeatures(as_bytes(file), file.size(), &features) != VP8_STATUS_OK)
        return std::nullopt;
    if (features.width <= 0 || features.height <= 0) return std::nullopt;
    if (std::int64_t{features.width} * features.height > most_pixels) return std::nullopt;
    auto pixels = features.has_animation ? decode_first_frame(file) : decode_still(file);
    if (pixels) apply_profile(file, *pixels);
    return pixels;
}

}  // namespace triptych::decoder
