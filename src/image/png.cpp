#include <png.h>

#include <array>
#include <memory>
#include <string>

#include "base/deflate.hpp"
#include "image/palette.hpp"
#include "image/png_rows.hpp"
#include "image/raster.hpp"

namespace triptych::image {
namespace {

/// libpng's simplified interface: no long jumps, and it frees itself.
struct PngImage : png_image {
    PngImage() : png_image{} { version = PNG_IMAGE_VERSION; }
    ~PngImage() { png_image_free(this); }
    PngImage(const PngImage&) = delete;
    PngImage& operator=(const PngImage&) = delete;
};

std::string four_bytes(std::uint32_t value) {
    std::string out;
    for (const unsigned shift : {24U, 16U, 8U, 0U}) out += static_cast<char>(value >> shift & 0xFF);
    return out;
}

/// ISO/IEC 15948 §5.3: length, type, data, checksum.
void append_chunk(std::string& file, std::string_view type, std::string_view data) {
    file += four_bytes(static_cast<std::uint32_t>(data.size()));
    file += type;
    file += data;
    file += four_bytes(crc32(data, crc32(type)));
}

enum class ColourType : char { grey = 0, rgb = 2, indexed = 3, grey_alpha = 4, rgba = 6 };

/// §11.2.2.
std::string header(const Raster& raster, std::uint8_t bits, ColourType type) {
    std::string out = four_bytes(raster.width) + four_bytes(raster.height);
    out += static_cast<char>(bits);
    out += static_cast<char>(type);
    out.append(3, '\0');  // the one compression and filter method; not interlaced
    return out;
}

ColourType colour_type(const Raster& raster) {
    if (raster.channels == 1)
        return raster.alpha.empty() ? ColourType::grey : ColourType::grey_alpha;
    return raster.alpha.empty() ? ColourType::rgb : ColourType::rgba;
}

/// Colours and alpha side by side.
std::string interleaved(const Raster& raster) {
    const std::size_t count = raster.alpha.size(), channels = raster.channels;
    std::string out(count * (channels + 1), '\0');
    char* to = out.data();
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t c = 0; c < channels; ++c) *to++ = raster.pixels[i * channels + c];
        *to++ = raster.alpha[i];
    }
    return out;
}

/// Whether the file is long enough for its pixels: deflate packs at most 1,032 bytes into one. A
/// header alone must not make us allocate memory.
bool can_hold_pixels(std::string_view bytes) {
    constexpr std::size_t header = 26;
    constexpr std::array<std::uint8_t, 7> samples = {1, 0, 3, 1, 2, 0, 4};
    if (bytes.size() < header) return false;
    const auto u8 = [&](std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); };
    const auto u32 = [&](std::size_t at) {
        return std::uint64_t{u8(at)} << 24 | u8(at + 1) << 16 | u8(at + 2) << 8 | u8(at + 3);
    };
    const std::size_t colour = u8(25);
    if (colour >= samples.size()) return false;
    const std::uint64_t pixels = u32(16) * u32(20);
    return pixels / 8 * u8(24) * samples[colour] <= bytes.size() * 1032;
}

std::string direct_rows(const Raster& raster) {
    const std::size_t pixel = raster.channels + (raster.alpha.empty() ? 0U : 1U);
    const std::size_t row = raster.width * pixel;
    return raster.alpha.empty() ? filtered_rows(raster.pixels, row, pixel)
                                : filtered_rows(interleaved(raster), row, pixel);
}

}  // namespace

std::optional<Raster> decode_png(std::string_view bytes) {
    if (!can_hold_pixels(bytes)) return std::nullopt;
    PngImage image;
    if (!png_image_begin_read_from_memory(&image, bytes.data(), bytes.size())) return std::nullopt;
    if (!is_reasonable(image.width, image.height)) return std::nullopt;
    // Else 16 bits without a gamma are taken for linear light, which no browser does.
    image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
    image.format &= PNG_FORMAT_FLAG_ALPHA | PNG_FORMAT_FLAG_COLOR;
    const auto samples = std::make_unique_for_overwrite<unsigned char[]>(PNG_IMAGE_SIZE(image));
    if (!png_image_finish_read(&image, nullptr, samples.get(), 0, nullptr)) return std::nullopt;
    return raster_from_samples(samples.get(), {image.width, image.height},
                               PNG_IMAGE_SAMPLE_CHANNELS(image.format));
}

std::string encode_png(const Raster& raster) {
    std::string file("\x89PNG\r\n\x1A\n");
    if (const auto few = indexed(raster)) {
        append_chunk(file, "IHDR", header(raster, few->bits, ColourType::indexed));
        append_chunk(file, "PLTE", few->palette);
        append_chunk(file, "IDAT", deflate(plain_rows(few->rows, few->row)));
    } else {
        append_chunk(file, "IHDR", header(raster, 8, colour_type(raster)));
        append_chunk(file, "IDAT", deflate(direct_rows(raster)));
    }
    append_chunk(file, "IEND", {});
    return file;
}

}  // namespace triptych::image
