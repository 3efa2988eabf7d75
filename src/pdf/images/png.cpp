#include "pdf/images/png.hpp"

#include "pdf/object/inflate.hpp"

namespace triptych::pdf {

namespace {

constexpr std::string_view signature = "\x89PNG\r\n\x1A\n";
constexpr std::uint32_t greatest_side = 1 << 20;
/// The gamma of sRGB, in 1/100000.
constexpr std::uint32_t srgb_gamma = 45455;

std::uint32_t four_bytes(std::string_view bytes, std::size_t at) {
    std::uint32_t out = 0;
    for (std::size_t i = 0; i < 4; ++i) out = out << 8 | static_cast<unsigned char>(bytes[at + i]);
    return out;
}

std::uint8_t channels_of(char colour_type) {
    switch (colour_type) {
        case 0:
        case 3:
            return 1;
        case 2:
            return 3;
        default:
            return 0;
    }
}

bool read_header(std::string_view chunk, PngData& out) {
    if (chunk.size() != 13) return false;
    out.width = four_bytes(chunk, 0);
    out.height = four_bytes(chunk, 4);
    out.bits = static_cast<std::uint8_t>(chunk[8]);
    out.channels = channels_of(chunk[9]);
    const bool reasonable = out.width > 0 && out.height > 0 && out.width <= greatest_side &&
                            out.height <= greatest_side;
    const bool known_bits =
        out.bits == 8 || (out.channels == 1 && (out.bits == 1 || out.bits == 2 || out.bits == 4));
    return reasonable && known_bits && out.channels != 0 && chunk[12] == 0;
}

bool is_plain_gamma(std::string_view chunk) {
    return chunk.size() == 4 && four_bytes(chunk, 0) == srgb_gamma;
}

/// The data unpack to just the rows that the header promises.
bool is_whole(const PngData& png) {
    const std::size_t row = (std::size_t{png.width} * png.channels * png.bits + 7) / 8 + 1;
    const std::size_t size = row * png.height;
    return object::inflated_size(png.data, size) == size;
}

}  // namespace

std::optional<PngData> trusted_png_data(std::string_view file) {
    if (!file.starts_with(signature)) return std::nullopt;
    PngData out;
    bool indexed = false;
    for (std::size_t at = signature.size(); at + 12 <= file.size();) {
        const std::size_t length = four_bytes(file, at);
        const std::string_view type = file.substr(at + 4, 4);
        if (length > file.size() - at - 12) return std::nullopt;
        const std::string_view chunk = file.substr(at + 8, length);
        at += length + 12;
        if (type == "IHDR") {
            if (!read_header(chunk, out)) return std::nullopt;
            indexed = chunk[9] == 3;
        }
        if (type == "tRNS" || type == "iCCP") return std::nullopt;
        if (type == "gAMA" && !is_plain_gamma(chunk)) return std::nullopt;
        if (type == "PLTE" && indexed) out.palette = chunk;
        if (type == "IDAT") out.data += chunk;
        if (type == "IEND") break;
    }
    const bool has_palette = !out.palette.empty() && out.palette.size() % 3 == 0 &&
                             out.palette.size() / 3 <= std::size_t{1} << out.bits;
    if (out.width == 0 || indexed != has_palette) return std::nullopt;
    return out;
}

std::optional<PngData> png_data(std::string_view file) {
    auto out = trusted_png_data(file);
    if (out && !is_whole(*out)) out.reset();
    return out;
}

}  // namespace triptych::pdf
