#include "pdf/images/encode.hpp"

#include <algorithm>
#include <cmath>

#include "pdf/images/jpeg.hpp"
#include "pdf/images/png.hpp"

namespace triptych::pdf {

namespace {

using object::Dictionary;
using object::Stream;

/// A picture is left as it is up to this many times the pixels needed: packing it again would cost
/// more quality than it saves room.
constexpr double enough = 1.5;
constexpr int jpeg_quality = 88;

Dictionary image_entries(std::uint32_t width, std::uint32_t height, std::uint8_t bits) {
    Dictionary out;
    out.name("Type", "XObject")
        .name("Subtype", "Image")
        .integer("Width", width)
        .integer("Height", height)
        .integer("BitsPerComponent", bits);
    return out;
}

const char* device_space(std::uint8_t components) {
    return components == 1 ? "DeviceGray" : "DeviceRGB";
}

std::optional<EncodedImage> whole_jpeg(const std::string& bytes, std::uint8_t orientation) {
    auto header = jpeg_header(bytes);
    if (!header) return std::nullopt;
    EncodedImage out;
    out.components = header->components;
    out.orientation = orientation;
    out.colours = {bytes, image_entries(header->width, header->height, 8)};
    out.colours.entries.name("Filter", "DCTDecode");
    if (header->profile.empty())
        out.colours.entries.name("ColorSpace", device_space(out.components));
    out.profile = std::move(header->profile);
    return out;
}

std::string indexed_space(const std::string& palette) {
    std::string out = "[/Indexed/DeviceRGB ";
    object::append_integer(out, static_cast<std::int64_t>(palette.size() / 3) - 1);
    object::append_hex(out, palette);
    return out + ']';
}

Stream png_stream(PngData png) {
    Stream out{{}, image_entries(png.width, png.height, png.bits)};
    Dictionary parameters;
    parameters.integer("Predictor", 15)
        .integer("Colors", png.channels)
        .integer("BitsPerComponent", png.bits)
        .integer("Columns", png.width);
    out.entries.name("Filter", "FlateDecode").dictionary("DecodeParms", parameters);
    if (png.palette.empty())
        out.entries.name("ColorSpace", device_space(png.channels));
    else
        out.entries.raw("ColorSpace", indexed_space(png.palette));
    out.data = std::move(png.data);
    return out;
}

std::optional<EncodedImage> whole_png(const std::string& bytes) {
    auto png = png_data(bytes);
    if (!png) return std::nullopt;
    EncodedImage out;
    out.components = png->channels;
    out.colours = png_stream(std::move(*png));
    return out;
}

/// Without loss: the rows of a PNG file, which libpng filters well.
std::optional<Stream> packed(const image::Raster& raster) {
    auto png = png_data(image::encode_png(raster));
    if (!png) return std::nullopt;
    return png_stream(std::move(*png));
}

std::optional<Stream> packed_as_jpeg(const image::Raster& raster) {
    auto encoded = whole_jpeg(image::encode_jpeg(raster, jpeg_quality), 1);
    if (!encoded) return std::nullopt;
    return std::move(encoded->colours);
}

bool is_lossy(image::Format format) {
    return format == image::Format::jpeg || format == image::Format::webp ||
           format == image::Format::avif;
}

std::optional<EncodedImage> from_raster(image::Raster raster, image::Format format) {
    EncodedImage out;
    if (!raster.alpha.empty()) {
        image::Raster mask{raster.width, raster.height, 1, std::move(raster.alpha), {}};
        raster.alpha.clear();
        out.mask = packed(mask);
    }
    out.components = raster.channels;
    auto colours = is_lossy(format) ? packed_as_jpeg(raster) : packed(raster);
    if (!colours) return std::nullopt;
    out.colours = std::move(*colours);
    return out;
}

std::uint32_t pixels(double need) {
    return static_cast<std::uint32_t>(std::clamp(std::ceil(need), 1.0, 65535.0));
}

}  // namespace

std::optional<EncodedImage> encode_image(const std::string& bytes, const image::Info& info,
                                         const Need& need) {
    const bool fits = info.width <= need.width * enough && info.height <= need.height * enough;
    std::optional<EncodedImage> out;
    if (fits && info.format == image::Format::jpeg) out = whole_jpeg(bytes, info.orientation);
    if (fits && info.format == image::Format::png) out = whole_png(bytes);
    if (out) return out;
    const bool as_it_is = fits && info.format != image::Format::svg;
    auto raster = as_it_is ? image::decode(bytes)
                           : image::decode_to_fit(bytes, pixels(need.width), pixels(need.height));
    if (!raster) return std::nullopt;
    return from_raster(std::move(*raster), info.format);
}

}  // namespace triptych::pdf
