#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include "image/exif.hpp"
#include "image/jpeg_segments.hpp"
#include "image/probe_bytes.hpp"
#include "image/probe_rare.hpp"
#include "image/profile.hpp"
#include "image/raster.hpp"
#include "svg/size.hpp"

namespace triptych::image {
namespace {

using namespace std::string_view_literals;

/// PNG (ISO/IEC 15948) §11.2.2: the header chunk comes first.
Info probe_png(std::string_view bytes) {
    const std::uint32_t colour_type = byte_at(bytes, 25);
    const bool grey = colour_type == 0 || colour_type == 4;
    Info info{Format::png,
              big32(bytes, 16),
              big32(bytes, 20),
              1,
              static_cast<std::uint8_t>(grey ? 1 : 3),
              colour_type >= 4 || bytes.substr(0, 4096).find("tRNS"sv) != std::string_view::npos};
    info.foreign_colours = differs_from_srgb(profile_of_png(bytes));
    return info;
}

bool is_start_of_frame(std::uint32_t marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// JPEG (ITU-T T.81) Annex B: segments up to the start of frame; the turn is in APP1.
Info probe_jpeg(std::string_view bytes) {
    Info info{Format::jpeg, 0, 0, 1, 3, false};
    JpegSegments segments(bytes);
    while (const auto segment = segments.next()) {
        if (segment->marker == 0xE1) info.orientation = exif_orientation(segment->body);
        if (is_start_of_frame(segment->marker)) {
            info.height = big16(segment->body, 1);
            info.width = big16(segment->body, 3);
            info.channels = static_cast<std::uint8_t>(byte_at(segment->body, 5));
            break;
        }
    }
    if (info.orientation > 4) std::swap(info.width, info.height);
    info.foreign_colours = differs_from_srgb(profile_of_jpeg(bytes));
    return info.channels == 1 || info.channels == 3 || info.channels == 4 ? info : Info{};
}

/// Whether a GIF file has a second frame (GIF89a §20): blocks are gone over, not unpacked.
bool has_frames(std::string_view bytes) {
    const auto table = [](std::uint32_t flags) {
        return (flags & 0x80) != 0 ? std::size_t{3} << ((flags & 7) + 1) : 0;
    };
    std::size_t at = 13 + table(byte_at(bytes, 10));
    int frames = 0;
    while (at < bytes.size() && frames < 2) {
        const std::uint32_t kind = byte_at(bytes, at);
        if (kind == 0x2C) {
            ++frames;
            at += 11 + table(byte_at(bytes, at + 9));
        } else if (kind == 0x21) {
            at += 2;
        } else {
            break;
        }
        while (at < bytes.size() && byte_at(bytes, at) != 0) at += 1 + byte_at(bytes, at);
        ++at;
    }
    return frames > 1;
}

/// RFC 9649: simple lossy, simple lossless, or extended.
Info probe_webp(std::string_view bytes) {
    Info info{Format::webp, 0, 0, 1, 3, false};
    const auto chunk = bytes.substr(12, 4);
    if (chunk == "VP8 "sv) {
        info.width = little16(bytes, 26) & 0x3FFF;
        info.height = little16(bytes, 28) & 0x3FFF;
    } else if (chunk == "VP8L"sv) {
        const std::uint32_t bits = little16(bytes, 21) | little16(bytes, 23) << 16;
        info.width = (bits & 0x3FFF) + 1;
        info.height = (bits >> 14 & 0x3FFF) + 1;
        info.alpha = (bits >> 28 & 1) != 0;
    } else if (chunk == "VP8X"sv) {
        info.width = little24(bytes, 24) + 1;
        info.height = little24(bytes, 27) + 1;
        info.alpha = (byte_at(bytes, 20) & 0x10) != 0;
        info.animated = (byte_at(bytes, 20) & 0x02) != 0;
    }
    return info;
}

/// ISO/IEC 23008-12 §6.5.3: the first spatial extents property tells the size of the primary item
/// in practice.
Info probe_avif(std::string_view bytes) {
    const auto at = bytes.substr(0, 4096).find("ispe"sv);
    if (at == std::string_view::npos) return {};
    return {Format::avif, big32(bytes, at + 8), big32(bytes, at + 12), 1, 3, true};
}

std::optional<Info> probe_svg(std::string_view bytes) {
    const auto extent = svg::extent_of(bytes);
    if (!extent) return std::nullopt;
    return Info{Format::svg,
                static_cast<std::uint32_t>(std::lround(extent->width)),
                static_cast<std::uint32_t>(std::lround(extent->height)),
                1,
                3,
                true};
}

Info sniff(std::string_view bytes) {
    if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv)) return probe_png(bytes);
    if (bytes.starts_with("\xFF\xD8\xFF"sv)) return probe_jpeg(bytes);
    if (bytes.starts_with("GIF87a"sv) || bytes.starts_with("GIF89a"sv))
        return {Format::gif, little16(bytes, 6), little16(bytes, 8), 1, 3, true, has_frames(bytes)};
    if (bytes.starts_with("RIFF"sv) && bytes.substr(8, 4) == "WEBP"sv) return probe_webp(bytes);
    if (bytes.substr(4, 8) == "ftypavif"sv || bytes.substr(4, 8) == "ftypavis"sv)
        return probe_avif(bytes);
    if (const Info rare = probe_rare(bytes); rare.format != Format::unknown) return rare;
    if (looks_like_drawing(bytes)) return probe_svg(bytes).value_or(Info{});
    return {};
}

}  // namespace

bool looks_like_drawing(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF"sv)) bytes.remove_prefix(3);
    const auto first = bytes.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && bytes[first] == '<' &&
           bytes.find("<svg"sv) != std::string_view::npos;
}

std::optional<Info> probe_of_any_size(std::string_view bytes) {
    if (bytes.size() < 26) return std::nullopt;
    const Info info = sniff(bytes);
    return info.format == Format::unknown ? std::nullopt : std::optional(info);
}

std::optional<Info> probe(std::string_view bytes) {
    const auto info = probe_of_any_size(bytes);
    return info && is_reasonable(info->width, info->height) ? info : std::nullopt;
}

}  // namespace triptych::image
