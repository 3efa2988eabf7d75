#include "pdf/images/encode.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "pdf/images/jpeg.hpp"
#include "pdf/images/png.hpp"

namespace triptych::pdf {

namespace {

using object::Dictionary;
using object::Stream;

/// A picture is left as it is up to this many times the pixels needed: packing it again would cost
/// more quality than it saves room.
constexpr double enough = 1.5;

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

std::optional<EncodedImage> whole_jpeg(std::string bytes, std::uint8_t orientation) {
    auto header = jpeg_header(bytes);
    if (!header) return std::nullopt;
    EncodedImage out;
    out.components = header->components;
    out.orientation = orientation;
    out.colours = {std::move(bytes), image_entries(header->width, header->height, 8)};
    out.colours.entries.name("Filter", "DCTDecode");
    if (header->profile.empty())
        out.colours.entries.name("ColorSpace", device_space(out.components));
    out.profile = std::move(header->profile);
    return out;
}

void write_indexed_space(object::Array&& out, const std::string& palette) {
    out.name("Indexed").name("DeviceRGB");
    out.integer(static_cast<std::int64_t>(palette.size() / 3) - 1).hex(palette);
}

Stream png_stream(PngData png) {
    Stream out{{}, image_entries(png.width, png.height, png.bits)};
    out.entries.name("Filter", "FlateDecode");
    out.entries.dictionary("DecodeParms")
        .integer("Predictor", 15)
        .integer("Colors", png.channels)
        .integer("BitsPerComponent", png.bits)
        .integer("Columns", png.width);
    if (png.palette.empty())
        out.entries.name("ColorSpace", device_space(png.channels));
    else
        write_indexed_space(out.entries.array("ColorSpace"), png.palette);
    out.data = std::move(png.data);
    return out;
}

EncodedImage from_png(PngData png) {
    EncodedImage out;
    out.components = png.channels;
    out.colours = png_stream(std::move(png));
    return out;
}

bool has_few_pixels(const image::Info& info, const Need& need) {
    return info.width <= need.width * enough && info.height <= need.height * enough;
}

std::uint32_t pixels(double need) {
    return static_cast<std::uint32_t>(std::clamp(std::ceil(need), 1.0, 65535.0));
}

}  // namespace

bool may_pass_through(const image::Info& info, const Need& need) {
    const bool known =
        info.format == image::Format::jpeg || (info.format == image::Format::png && !info.alpha);
    return known && has_few_pixels(info, need);
}

bool says_it_can_stand(const std::string& bytes, const image::Info& info) {
    return info.format == image::Format::jpeg ? jpeg_header(bytes).has_value()
                                              : trusted_png_data(bytes).has_value();
}

std::optional<EncodedImage> passed_through(std::string bytes, const image::Info& info) {
    if (info.format == image::Format::jpeg) return whole_jpeg(std::move(bytes), info.orientation);
    auto png = png_data(bytes);
    return png ? std::optional(from_png(*std::move(png))) : std::nullopt;
}

std::optional<EncodedImage> in_vectors(const std::string& pdf) {
    EncodedImage out;
    out.vectors = vector_form(pdf);
    if (!out.vectors) return std::nullopt;
    return out;
}

image::Fit fit_of(const image::Info& info, const Need& need) {
    if (info.format != image::Format::svg && has_few_pixels(info, need))
        return {info.width, info.height, image::AlphaPlace::apart};
    return {pixels(need.width), pixels(need.height), image::AlphaPlace::apart};
}

std::optional<EncodedImage> from_rendition(image::Rendition rendition) {
    std::optional<EncodedImage> out;
    if (rendition.format == image::Format::jpeg) {
        out = whole_jpeg(std::move(rendition.file), 1);
    } else if (auto png = trusted_png_data(rendition.file)) {
        out = from_png(*std::move(png));
    }
    if (!out || rendition.mask.empty()) return out;
    auto mask = trusted_png_data(rendition.mask);
    if (!mask) return std::nullopt;
    out->mask = png_stream(*std::move(mask));
    return out;
}

}  // namespace triptych::pdf
