// One picture: its header, the decoder of its format whatever the header says, and as it is scaled.

#include "bytes.hpp"
#include "image/raster.hpp"
#include "image/rendition.hpp"

using namespace triptych;

namespace {

[[maybe_unused]] std::optional<image::Raster> draw_svg(std::string_view bytes) {
    return image::draw_svg(bytes, 1.0);
}
[[maybe_unused]] std::optional<image::Raster> decode_jpeg(std::string_view bytes) {
    return image::decode_jpeg(bytes);
}
using image::decode_avif, image::decode_gif, image::decode_png, image::decode_webp;

/// So that one input can't cost seconds.
constexpr std::uint64_t most_pixels = 1 << 20;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::text_of(data, size);
    const auto info = image::probe(bytes);
    if (!info || std::uint64_t{info->width} * info->height > most_pixels) return 0;
    TRIPTYCH_DECODER(bytes);
    image::render(bytes, {{40, 40, image::AlphaPlace::apart}});
    return 0;
}
