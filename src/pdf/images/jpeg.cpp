#include "pdf/images/jpeg.hpp"

#include <map>

#include "pdf/catalog/icc.hpp"

namespace triptych::pdf {

namespace {

constexpr std::uint8_t start_of_scan = 0xDA, application_2 = 0xE2;
constexpr std::string_view profile_mark{"ICC_PROFILE\0", 12};

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
        if (marker != start_of_scan) continue;
        if (!out || file.rfind("\xFF\xD9") < at) return std::nullopt;
        if (file.rfind("\xFF\xD9") == std::string_view::npos) return std::nullopt;
        out->profile = profile.whole(out->components);
        return out;
    }
    return std::nullopt;
}

}  // namespace triptych::pdf
