#include <gif_lib.h>

#include <algorithm>
#include <cstring>
#include <string>

#include "image/lazy_library.hpp"
#include "image/raster.hpp"

namespace triptych::image {
namespace {

struct GifApi {
    decltype(&DGifOpen) open = nullptr;
    decltype(&DGifCloseFile) close = nullptr;
    decltype(&DGifGetRecordType) record_type = nullptr;
    decltype(&DGifGetImageDesc) image_head = nullptr;
    decltype(&DGifGetLine) line = nullptr;
    decltype(&DGifGetExtension) extension = nullptr;
    decltype(&DGifGetExtensionNext) extension_next = nullptr;
    bool ready = false;

    GifApi() {
        const LazyLibrary library("libgif.so.7");
        ready = library.find(open, "DGifOpen") && library.find(close, "DGifCloseFile") &&
                library.find(record_type, "DGifGetRecordType") &&
                library.find(image_head, "DGifGetImageDesc") && library.find(line, "DGifGetLine") &&
                library.find(extension, "DGifGetExtension") &&
                library.find(extension_next, "DGifGetExtensionNext");
    }
};

int read_bytes(GifFileType* file, GifByteType* target, int wanted) {
    auto& rest = *static_cast<std::string_view*>(file->UserData);
    const auto count = std::min(rest.size(), static_cast<std::size_t>(wanted));
    std::memcpy(target, rest.data(), count);
    rest.remove_prefix(count);
    return static_cast<int>(count);
}

/// Walks to the first image; the transparent colour of its graphic control extension, or −1;
/// nothing at the end.
std::optional<int> find_first_image(const GifApi& api, GifFileType* file) {
    constexpr int graphic_control = 0xF9;
    int transparent = -1;
    GifRecordType type = UNDEFINED_RECORD_TYPE;
    while (api.record_type(file, &type) == GIF_OK && type != TERMINATE_RECORD_TYPE) {
        if (type == IMAGE_DESC_RECORD_TYPE) return transparent;
        int code = 0;
        GifByteType* block = nullptr;
        if (type != EXTENSION_RECORD_TYPE || api.extension(file, &code, &block) != GIF_OK)
            return std::nullopt;
        while (block) {
            if (code == graphic_control && block[0] >= 4 && (block[1] & 1)) transparent = block[4];
            if (api.extension_next(file, &block) != GIF_OK) return std::nullopt;
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

std::optional<Raster> read_first_image(const GifApi& api, GifFileType* file) {
    const auto transparent = find_first_image(api, file);
    if (!transparent || api.image_head(file) != GIF_OK) return std::nullopt;
    const auto& head = file->Image;
    const auto* colours = head.ColorMap ? head.ColorMap : file->SColorMap;
    if (!colours || head.Left < 0 || head.Top < 0 || head.Left + head.Width > file->SWidth ||
        head.Top + head.Height > file->SHeight || head.Width <= 0 || head.Height <= 0)
        return std::nullopt;
    const auto width = static_cast<std::size_t>(file->SWidth);
    std::string canvas(width * static_cast<std::size_t>(file->SHeight) * 4, '\0');
    std::string indices(static_cast<std::size_t>(head.Width), '\0');
    for (int i = 0, row = 0, pass = 0; i < head.Height && row < head.Height; ++i) {
        if (api.line(file, reinterpret_cast<GifPixelType*>(indices.data()), head.Width) != GIF_OK)
            break;
        const auto at = (static_cast<std::size_t>(head.Top + row) * width +
                         static_cast<std::size_t>(head.Left)) *
                        4;
        paint_row(indices, *colours, *transparent,
                  reinterpret_cast<unsigned char*>(canvas.data()) + at);
        row = head.Interlace ? next_row(row, head.Height, pass) : row + 1;
    }
    return raster_from_samples(
        reinterpret_cast<const unsigned char*>(canvas.data()),
        {static_cast<std::uint32_t>(file->SWidth), static_cast<std::uint32_t>(file->SHeight)}, 4);
}

}  // namespace

std::optional<Raster> decode_gif(std::string_view bytes) {
    static const GifApi api;
    if (!api.ready) return std::nullopt;
    int error = 0;
    GifFileType* file = api.open(&bytes, read_bytes, &error);
    if (!file) return std::nullopt;
    std::optional<Raster> raster;
    if (file->SWidth > 0 && file->SHeight > 0 &&
        is_reasonable(static_cast<std::uint64_t>(file->SWidth),
                      static_cast<std::uint64_t>(file->SHeight)))
        raster = read_first_image(api, file);
    api.close(file, &error);
    return raster;
}

}  // namespace triptych::image
