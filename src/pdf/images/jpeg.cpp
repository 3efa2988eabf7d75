#include "pdf/images/jpeg.hpp"

#include <utility>

#include "image/jpeg_segments.hpp"
#include "pdf/catalog/icc.hpp"

namespace triptych::pdf {

namespace {

constexpr std::uint8_t application_0 = 0xE0, application_14 = 0xEE;
constexpr std::string_view jfif_mark{"JFIF\0", 5}, adobe_mark{"Adobe"};

std::uint32_t byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

std::uint32_t two_bytes(std::string_view bytes, std::size_t at) {
    return byte_at(bytes, at) << 8 | byte_at(bytes, at + 1);
}

/// Baseline, extended sequential and progressive frames with Huffman coding.
bool is_known_frame(std::uint8_t marker) { return marker >= 0xC0 && marker <= 0xC2; }

bool is_other_frame(std::uint8_t marker) {
    return marker >= 0xC3 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// Whether three components are colours transformed to luminance and chrominance, as the segments
/// before the scan tell. Decoders of pictures and of PDF weigh them differently.
class ColourTransform {
public:
    void add(std::uint8_t marker, std::string_view segment) {
        constexpr std::size_t adobe_size = 12;
        if (marker == application_0 && segment.starts_with(jfif_mark)) jfif_ = true;
        if (marker == application_14 && segment.starts_with(adobe_mark) &&
            segment.size() >= adobe_size)
            adobe_ = byte_at(segment, adobe_size - 1) != 0;
        if (is_known_frame(marker) && segment.size() >= 15)
            named_rgb_ = segment[6] == 'R' && segment[9] == 'G' && segment[12] == 'B';
    }
    /// The rules of ISO 32000-1 table 13 and of the Independent JPEG Group, which browsers share.
    bool is_agreed() const {
        const bool in_pdf = adobe_.value_or(true);
        const bool elsewhere = jfif_ || adobe_.value_or(!named_rgb_);
        return in_pdf == elsewhere;
    }

private:
    bool jfif_ = false, named_rgb_ = false;
    std::optional<bool> adobe_;
};

std::optional<JpegHeader> frame_header(std::string_view segment) {
    if (segment.size() < 6 || byte_at(segment, 0) != 8) return std::nullopt;
    JpegHeader out;
    out.height = two_bytes(segment, 1);
    out.width = two_bytes(segment, 3);
    out.components = static_cast<std::uint8_t>(byte_at(segment, 5));
    const bool whole = segment.size() >= 6 + std::size_t{3} * out.components;
    if (!whole || out.width == 0 || out.height == 0) return std::nullopt;
    if (out.components != 1 && out.components != 3) return std::nullopt;
    return out;
}

}  // namespace

std::optional<JpegHeader> jpeg_header(std::string_view file) {
    if (!file.starts_with("\xFF\xD8")) return std::nullopt;
    std::optional<JpegHeader> out;
    image::JpegSegments segments(file);
    image::JpegProfile profile;
    ColourTransform transform;
    while (const auto next = segments.next()) {
        const auto& [marker, segment] = *next;
        if (is_other_frame(marker)) return std::nullopt;
        if (is_known_frame(marker) && !(out = frame_header(segment))) return std::nullopt;
        profile.add(*next);
        transform.add(marker, segment);
        if (marker != image::jpeg_scan) continue;
        if (out && out->components == 3 && !transform.is_agreed()) return std::nullopt;
        const std::size_t end = file.rfind("\xFF\xD9");
        if (!out || end == std::string_view::npos || end < segments.position()) return std::nullopt;
        std::string whole = profile.whole();
        if (is_usable_profile(whole, out->components == 1 ? "GRAY" : "RGB "))
            out->profile = std::move(whole);
        return out;
    }
    return std::nullopt;
}

}  // namespace triptych::pdf
