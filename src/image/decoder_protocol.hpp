#pragma once

#include <sys/socket.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <type_traits>

/// What `image` and the process of the decoder say to each other over a socket: the head of a
/// request, then the file; the head of a reply, then what was asked for. Both ends are of one
/// build.
namespace triptych::image::protocol {

enum class Work : std::uint32_t {
    decode_gif,
    decode_webp,
    decode_avif,
    decode_tiff,
    decode_heic,
    decode_jxl,
    draw_svg,     ///< in pixels, to fill width × height
    svg_to_pdf,   ///< as a page of width × height units
    page_to_svg,  ///< the first page of a PDF
    to_srgb,      ///< width × height pixels of four bytes, and behind them a profile of colours
};

/// What the four bytes of a pixel are before they are turned into RGBA.
enum class Channels : std::uint32_t {
    rgba,
    grey,           ///< in the first three, and opacity
    cmyk,           ///< 0: no ink
    inverted_cmyk,  ///< 255: no ink, as Adobe's programs write
};

struct Request {
    Work work{};
    std::uint32_t most_pixels = 0;  ///< larger pictures are refused
    double width = 0, height = 0;   ///< of an SVG picture
    std::uint64_t size = 0;         ///< of the file
    Channels channels{};            ///< of pixels that have a profile
    std::uint32_t layers = 0;       ///< of an SVG picture; 0: it is one document
};

struct Rectangle {
    double x = 0, y = 0, width = 0, height = 0;
};

/// In front of the document of each layer of an SVG picture.
struct LayerHead {
    Rectangle view;          ///< of the picture
    Rectangle region;        ///< outside of which the layer shows nothing; without width: anywhere
    std::uint64_t size = 0;  ///< of the document
};

/// A PDF that takes more is smaller as pixels.
inline constexpr std::uint64_t most_pdf_bytes = 4'000'000;

/// A page that takes more is drawn in pixels.
inline constexpr std::uint64_t most_svg_bytes = 4'000'000;

/// Pixels are RGBA, not premultiplied, rows from the top without padding.
struct Reply {
    std::uint32_t width = 0, height = 0;  ///< of the pixels
    std::uint64_t size = 0;  ///< of the pixels, of the PDF or SVG file; 0: there are none
};

/// False when the other end is gone or silent for too long.
inline bool send_all(int socket, const void* bytes, std::size_t size) {
    const auto* from = static_cast<const char*>(bytes);
    while (size > 0) {
        const auto sent = ::send(socket, from, size, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent <= 0) return false;
        from += sent;
        size -= static_cast<std::size_t>(sent);
    }
    return true;
}

inline bool receive_all(int socket, void* bytes, std::size_t size) {
    auto* to = static_cast<char*>(bytes);
    while (size > 0) {
        const auto got = ::recv(socket, to, size, 0);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        to += got;
        size -= static_cast<std::size_t>(got);
    }
    return true;
}

static_assert(std::is_trivially_copyable_v<Request> && std::is_trivially_copyable_v<LayerHead> &&
              std::is_trivially_copyable_v<Reply>);

}  // namespace triptych::image::protocol
