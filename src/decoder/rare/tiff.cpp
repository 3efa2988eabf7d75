#include <tiffio.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "decoder/common/colours.hpp"
#include "decoder/rare/rare.hpp"

namespace triptych::decoder {
namespace {

/// A file in memory, as libtiff reads it.
struct TiffInput {
    std::string_view bytes;
    std::uint64_t at = 0;
};

::tmsize_t read_tiff(::thandle_t handle, void* to, ::tmsize_t wanted) {
    auto& input = *static_cast<TiffInput*>(handle);
    if (wanted <= 0 || input.at >= input.bytes.size()) return 0;
    const auto count =
        std::min<std::uint64_t>(static_cast<std::uint64_t>(wanted), input.bytes.size() - input.at);
    std::memcpy(to, input.bytes.data() + input.at, count);
    input.at += count;
    return static_cast<::tmsize_t>(count);
}
::tmsize_t write_tiff(::thandle_t, void*, ::tmsize_t) { return 0; }
::toff_t seek_tiff(::thandle_t handle, ::toff_t offset, int from) {
    auto& input = *static_cast<TiffInput*>(handle);
    input.at = offset + (from == SEEK_CUR ? input.at : from == SEEK_END ? input.bytes.size() : 0);
    return input.at;
}
int close_tiff(::thandle_t) { return 0; }
::toff_t size_tiff(::thandle_t handle) { return static_cast<TiffInput*>(handle)->bytes.size(); }

/// What libtiff gives of other colours than RGB and grey is sRGB already.
void apply_profile(::TIFF* tiff, Pixels& pixels) {
    std::uint32_t size = 0;
    const void* profile = nullptr;
    if (::TIFFGetField(tiff, TIFFTAG_ICCPROFILE, &size, &profile) == 0) return;
    const std::string_view bytes(static_cast<const char*>(profile), size);
    to_srgb(pixels, bytes) || to_srgb(pixels, bytes, Channels::grey);
}

}  // namespace

std::optional<Pixels> decode_tiff(std::string_view file, std::uint32_t most_pixels) {
    ::TIFFSetWarningHandler(nullptr);
    ::TIFFSetErrorHandler(nullptr);
    TiffInput input{file};
    const std::unique_ptr<::TIFF, void (*)(::TIFF*)> tiff(
        ::TIFFClientOpen("picture", "rm", &input, read_tiff, write_tiff, seek_tiff, close_tiff,
                         size_tiff, nullptr, nullptr),
        ::TIFFClose);
    std::uint32_t width = 0, height = 0;
    if (!tiff || !::TIFFGetField(tiff.get(), TIFFTAG_IMAGEWIDTH, &width) ||
        !::TIFFGetField(tiff.get(), TIFFTAG_IMAGELENGTH, &height))
        return std::nullopt;
    if (width == 0 || height == 0 || std::uint64_t{width} * height > most_pixels)
        return std::nullopt;
    // Else libtiff mirrors, but does not turn.
    ::TIFFSetField(tiff.get(), TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);
    const std::size_t count = std::size_t{width} * height;
    std::string rgba(count * 4, '\0');
    // Bytes of a pixel are in the order of RGBA where the machine's numbers are little-endian.
    if (!::TIFFReadRGBAImageOriented(tiff.get(), width, height,
                                     reinterpret_cast<std::uint32_t*>(rgba.data()),
                                     ORIENTATION_TOPLEFT, 0))
        return std::nullopt;
    // libtiff multiplies colours by opacity.
    for (std::size_t i = 0; i < count; ++i) {
        auto* const pixel = reinterpret_cast<unsigned char*>(rgba.data()) + 4 * i;
        const unsigned alpha = pixel[3];
        if (alpha == 0 || alpha == 255) continue;
        for (int c = 0; c < 3; ++c)
            pixel[c] = static_cast<unsigned char>(std::min(255U, pixel[c] * 255 / alpha));
    }
    Pixels pixels{width, height, std::move(rgba)};
    apply_profile(tiff.get(), pixels);
    return pixels;
}

}  // namespace triptych::decoder
