#include <gif_lib.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>

#include "decoder/pictures.hpp"

namespace triptych::decoder {
namespace {

int read_bytes(GifFileType* file, GifByteType* target, int wanted) {
    auto& rest = *static_cast<std::string_view*>(file->UserData);
    const auto count = std::min(rest.size(), static_cast<std::size_t>(wanted));
    std::memcpy(target, rest.data(), count);
    rest.remove_prefix(count);
    return static_cast<int>(count);
}

/// Walks to the first image; the transparent colour of its graphic control extension, or −1;
/// nothing at the end.
std::optional<int> find_first_image(GifFileType* file) {
    constexpr int graphic_control = 0xF9;
    int transparent = -1;
    GifRecordType type = UNDEFINED_RECORD_TYPE;
    while (DGifGetRecordType(file, &type) == GIF_OK && type != TERMINATE_RECORD_TYPE) {
        if (type == IMAGE_DESC_RECORD_TYPE) return transparent;
        int code = 0;
        GifByteType* block = nullptr;
        if (type != EXTENSION_RECORD_TYPE || DGifGetExtension(file, &code, &block) != GIF_OK)
            return std::nullopt;
        while (block) {
            if (code == graphic_control && block[0] >= 4 && (block[1] & 1)) transparent = block[4];
            if (DGifGetExtensionNext(file, &block) != GIF_OK) return std::nullopt;
        }
    }
    return std::nullopt;
}

/// Rows of an interlaced image come in four passes (GIF89a, Appendix E).
int next_row(int row, int height, int& pass) {
    static constexpr int steps[] = {8, 8, 4, 2}, starts[] = {0, 4, 2, 1};
    row += steps[pass];
    while (row >= height && pass < 3) row = starts[++pass];
    return row;
}

void paint_row(const std::string& indices, const ColorMapObject& colours, int transparent,
               unsigned char* rgba) {
    for (const char c : indices) {
        const int entry = static_cast<unsigned char>(c);
        if (entry != transparent && entry < colours.ColorCount) {
            const auto& colour = colours.Colors[entry];
            const unsigned char painted[] = {colour.Red, colour.Green, colour.Blue, 255};
            std::memcpy(rgba, painted, 4);
        }
        rgba += 4;
    }
}

std::optional<Pixels> read_first_image(GifFileType* file) {
    const auto transparent = find_first_image(file);
    if (!transparent || DGifGetImageDesc(file) != GIF_OK) return std::nullopt;
    const auto& head = file->Image;
    const auto* colours = head.ColorMap ? head.ColorMap : file->SColorMap;
    if (!colours || head.Left < 0 || head.Top < 0 || head.Left + head.Width > file->SWidth ||
        head.Top + head.Height > file->SHeight || head.Width <= 0 || head.Height <= 0)
        return std::nullopt;
    const auto width = static_cast<std::size_t>(file->SWidth);
    std::string canvas(width * static_cast<std::size_t>(file->SHeight) * 4, '\0');
    std::string indices(static_cast<std::size_t>(head.Width), '\0');
    for (int i = 0, row = 0, pass = 0; i < head.Height && row < head.Height; ++i) {
        if (DGifGetLine(file, reinterpret_cast<GifPixelType*>(indices.data()), head.Width) !=
            GIF_OK)
            break;
        const auto at = (static_cast<std::size_t>(head.Top + row) * width +
                         static_cast<std::size_t>(head.Left)) *
                        4;
        paint_row(indices, *colours, *transparent,
                  reinterpret_cast<unsigned char*>(canvas.data()) + at);
        row = head.Interlace ? next_row(row, head.Height, pass) : row + 1;
    }
    return Pixels{static_cast<std::uint32_t>(file->SWidth),
                  static_cast<std::uint32_t>(file->SHeight), std::move(canvas)};
}

}  // namespace

std::optional<Pixels> decode_gif(std::string_view bytes, std::uint32_t most_pixels) {
    int error = 0;
    GifFileType* file = DGifOpen(&bytes, read_bytes, &error);
    if (!file) return std::nullopt;
    std::optional<Pixels> pixels;
    if (file->SWidth > 0 && file->SHeight > 0 &&
        std::int64_t{file->SWidth} * file->SHeight <= most_pixels)
        pixels = read_first_image(file);
    DGifCloseFile(file, &error);
    return pixels;
}

}  // namespace triptych::decoder
