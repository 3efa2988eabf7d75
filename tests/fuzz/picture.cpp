// One picture: its header, the decoder of its format whatever the header says, and as it is scaled.

#include "bytes.hpp"
#include "decoder/pictures.hpp"
#include "decoder/rare/rare.hpp"
#include "image/decoder.hpp"
#include "image/raster.hpp"
#include "image/rendition.hpp"
#include "svg/clean.hpp"

using namespace triptych;

namespace {

/// So that one input can't cost seconds.
constexpr std::uint32_t most_pixels = 1 << 20;

[[maybe_unused]] std::optional<decoder::Pixels> draw_svg(std::string_view bytes) {
    const auto drawing = svg::clean(bytes, {});
    if (!drawing) return std::nullopt;
    const std::string file = image::drawing_file(*drawing);
    return decoder::draw_svg({file, static_cast<std::uint32_t>(drawing->layers.size())}, 100, 100);
}
[[maybe_unused]] std::optional<decoder::Pixels> decode_gif(std::string_view bytes) {
    return decoder::decode_gif(bytes, most_pixels);
}
[[maybe_unused]] std::optional<decoder::Pixels> decode_webp(std::string_view bytes) {
    return decoder::decode_webp(bytes, most_pixels);
}
[[maybe_unused]] std::optional<decoder::Pixels> decode_avif(std::string_view bytes) {
    return decoder::decode_avif(bytes, most_pixels);
}
[[maybe_unused]] std::optional<image::Raster> decode_jpeg(std::string_view bytes) {
    return image::decode_jpeg(bytes);
}
[[maybe_unused]] std::optional<decoder::Pixels> decode_tiff(std::string_view bytes) {
    return decoder::decode_tiff(bytes, most_pixels);
}
[[maybe_unused]] std::optional<decoder::Pixels> decode_heic(std::string_view bytes) {
    return decoder::decode_heic(bytes, most_pixels);
}
[[maybe_unused]] std::optional<decoder::Pixels> decode_jxl(std::string_view bytes) {
    return decoder::decode_jxl(bytes, most_pixels);
}
using image::decode_bmp;
using image::decode_png;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::text_of(data, size);
    const auto info = image::probe(bytes);
    if (!info || std::uint64_t{info->width} * info->height > most_pixels) return 0;
    TRIPTYCH_DECODER(bytes);
    image::render(bytes, {{40, 40, image::AlphaPlace::apart}});
    return 0;
}
