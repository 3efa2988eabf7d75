#include "pdf/images/jpeg.hpp"

#include <map>

#include "pdf/catalog/icc.hpp"

namespace triptych::pdf {

namespace {

constexpr std::uint8_t start_of_scan = 0xDA, application_0 = 0xE0, application_2 = 0xE2,
                       application_14 = 0xEE;
constexpr std::string_view profile_mark{"ICC_PROFILE\0", 12}, jfif_mark{"JFIF\0", 5},
    adobe_mark{"Adobe"};

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

/// Profiles are cut into numbered segments (ICC.1:2010 Annex B.4).
class ProfileParts {
public:
    void add(std::string_view segment) {
        if (!segment.starts_with(profile_mark) || segment.size() < profile_mark.size() + 2) return;
        count_ = byte_at(segment, profile_mark.size() + 1);
        parts_.emplace(byte_at(segment, profile_mark.size()),
                       segment.substr(profile_mark.size() + 2));
    }
    std::string whole(std::uint8_t components) const {
        std::string out;
        std::uint32_t expected = 1;
        for (const auto& [number, part] : parts_) {
            if (number != expected++) return {};
            out += part;
        }
        const bool whole = parts_.size() == count_;
        return whole && is_usable_profile(out, components == 1 ? "GRAY" : "RGB ") ? out
                                                                                  : std::string();
    }

private:
    std::map<std::uint32_t, std::string_view> parts_;
    std::uint32_t count_ = 0;
};

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
    ProfileParts profile;
    ColourTransform transform;
    for (std::size_t at = 2; at + 4 <= file.size();) {
        if (byte_at(file, at) != 0xFF) return std::nullopt;
        const auto marker = static_cast<std::uint8_t>(byte_at(file, at + 1));
        if (marker == 0xFF) {
            ++at;
            continue;
        }
        const std::size_t length = two_bytes(file, at + 2);
        if (length < 2 || at + 2 + length > file.size()) return std::nullopt;
        const std::string_view segment = file.substr(at + 4, length - 2);
        at += 2 + length;
        if (is_other_frame(marker)) return std::nullopt;
        if (is_known_frame(marker) && !(out = frame_header(segment))) return std::nullopt;
        if (marker == application_2) profile.add(segment);
        transform.add(marker, segment);
        if (marker != start_of_scan) continue;
        if (out && out->components == 3 && !transform.is_agreed()) return std::nullopt;
        if (!out || file.rfind("\xFF\xD9") < at) return std::nullopt;
        if (file.rfind("\xFF\xD9") == std::string_view::npos) return std::nullopt;
        out->profile = profile.whole(out->components);
        return out;
    }
    return std::nullopt;
}

}  // namespace triptych::pdf
