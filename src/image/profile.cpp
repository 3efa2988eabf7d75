#include "image/profile.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "image/jpeg_segments.hpp"
#include "image/probe_bytes.hpp"

namespace triptych::image {
namespace {

using namespace std::string_view_literals;

/// Profiles of printers have up to some 2.5 MB.
constexpr std::size_t largest_profile = std::size_t{4} << 20;
constexpr std::size_t header_size = 128;

std::string inflated_profile(std::string_view packed) {
    for (std::size_t room = std::size_t{64} << 10; room <= largest_profile; room *= 8) {
        std::string out(room, '\0');
        auto size = static_cast<::uLongf>(room);
        const int result =
            ::uncompress(reinterpret_cast<::Bytef*>(out.data()), &size,
                         reinterpret_cast<const ::Bytef*>(packed.data()), packed.size());
        if (result == Z_OK) {
            out.resize(size);
            return out;
        }
        if (result != Z_BUF_ERROR) break;
    }
    return {};
}

/// What is found under a tag of a profile (ICC.1 §7.3).
std::optional<std::string_view> tag_of(std::string_view profile, std::string_view name) {
    const std::size_t count = std::min<std::size_t>(big32(profile, header_size), 100);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t entry = header_size + 4 + 12 * i;
        if (profile.substr(std::min(entry, profile.size()), 4) != name) continue;
        const std::size_t start = big32(profile, entry + 4), size = big32(profile, entry + 8);
        if (start > profile.size() || size > profile.size() - start) return std::nullopt;
        return profile.substr(start, size);
    }
    return std::nullopt;
}

double fixed_at(std::string_view bytes, std::size_t at) {
    return static_cast<std::int32_t>(big32(bytes, at)) / 65536.0;
}

/// How much light half of a channel is (ICC.1 §10.6 and §10.18); negative when that can't be told.
double light_of_half(std::string_view curve) {
    constexpr double half = 0.5;
    if (curve.starts_with("curv"sv)) {
        const std::size_t count = big32(curve, 8);
        if (count == 0) return half;
        if (count == 1) return std::pow(half, big16(curve, 12) / 256.0);
        return big16(curve, 12 + 2 * ((count - 1) / 2)) / 65535.0;
    }
    // All forms are (a x + b)^g + c or + e where x is half: of sRGB, the last part begins at 0.04.
    if (!curve.starts_with("para"sv)) return -1;
    const std::uint32_t kind = big16(curve, 8);
    const auto parameter = [&](std::size_t i) { return fixed_at(curve, 12 + 4 * i); };
    if (kind == 0) return std::pow(half, parameter(0));
    if (kind > 4) return -1;
    const double offset = kind == 2 ? parameter(3) : kind == 4 ? parameter(5) : 0;
    return std::pow(parameter(1) * half + parameter(2), parameter(0)) + offset;
}

bool is_like(double value, double other, double tolerance) {
    return std::abs(value - other) <= tolerance;
}

bool has_srgb_curve(std::string_view profile, std::string_view name) {
    constexpr double of_srgb = 0.2140, tolerance = 0.012;  // a gamma of 2.2 gives 0.2176
    const auto curve = tag_of(profile, name);
    return curve && is_like(light_of_half(*curve), of_srgb, tolerance);
}

}  // namespace

std::string profile_of_png(std::string_view file) {
    for (std::size_t at = 8; at + 12 <= file.size();) {
        const std::size_t length = big32(file, at);
        const std::string_view type = file.substr(at + 4, 4);
        if (length > file.size() - at - 12 || type == "IDAT"sv) break;
        if (type == "iCCP"sv) {
            const std::string_view chunk = file.substr(at + 8, length);
            const std::size_t name = chunk.find('\0');
            if (name == std::string_view::npos || name + 2 > chunk.size()) break;
            return inflated_profile(chunk.substr(name + 2));
        }
        at += length + 12;
    }
    return {};
}

std::string profile_of_jpeg(std::string_view file) {
    JpegSegments segments(file);
    JpegProfile profile;
    while (const auto segment = segments.next()) profile.add(*segment);
    std::string whole = profile.whole();
    return whole.size() <= largest_profile ? whole : std::string();
}

bool differs_from_srgb(std::string_view profile) {
    if (profile.size() < header_size + 4 || profile.substr(36, 4) != "acsp"sv) return false;
    const std::string_view colours = profile.substr(16, 4);
    if (colours == "CMYK"sv) return true;
    if (colours == "GRAY"sv) return !has_srgb_curve(profile, "kTRC"sv);
    if (colours != "RGB "sv) return false;
    // Red, green and blue of sRGB seen by daylight D50 (IEC 61966-2-1, by the Bradford transform).
    struct Primary {
        std::string_view name, curve;
        std::array<double, 3> place;
    };
    constexpr std::array primaries = {Primary{"rXYZ"sv, "rTRC"sv, {0.4360, 0.2225, 0.0139}},
                                      Primary{"gXYZ"sv, "gTRC"sv, {0.3851, 0.7169, 0.0971}},
                                      Primary{"bXYZ"sv, "bTRC"sv, {0.1431, 0.0606, 0.7139}}};
    constexpr double tolerance = 0.004;
    for (const Primary& primary : primaries) {
        const auto tag = tag_of(profile, primary.name);
        if (!tag || !has_srgb_curve(profile, primary.curve)) return true;
        for (std::size_t i = 0; i < 3; ++i)
            if (!is_like(fixed_at(*tag, 8 + 4 * i), primary.place[i], tolerance)) return true;
    }
    return false;
}

}  // namespace triptych::image
