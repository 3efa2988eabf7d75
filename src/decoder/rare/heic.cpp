#include <libheif/heif.h>

#include <cstring>
#include <memory>

#include "decoder/common/colours.hpp"
#include "decoder/rare/rare.hpp"

namespace triptych::decoder {
namespace {

struct ReleaseHeif {
    void operator()(::heif_context* context) const { ::heif_context_free(context); }
    void operator()(::heif_image_handle* handle) const { ::heif_image_handle_release(handle); }
    void operator()(::heif_image* image) const { ::heif_image_release(image); }
};

/// Most telephones write pictures in Display P3.
void apply_profile(const ::heif_image_handle* handle, Pixels& pixels) {
    if (const std::size_t size = ::heif_image_handle_get_raw_color_profile_size(handle); size > 0) {
        std::string profile(size, '\0');
        if (::heif_image_handle_get_raw_color_profile(handle, profile.data()).code ==
            ::heif_error_Ok)
            to_srgb(pixels, profile);
        return;
    }
    ::heif_color_profile_nclx* named = nullptr;
    if (::heif_image_handle_get_nclx_color_profile(handle, &named).code != ::heif_error_Ok) return;
    if (named->color_primaries == ::heif_color_primaries_SMPTE_EG_432_1) display_p3_to_srgb(pixels);
    ::heif_nclx_color_profile_free(named);
}

}  // namespace

std::optional<Pixels> decode_heic(std::string_view file, std::uint32_t most_pixels) {
    const std::unique_ptr<::heif_context, ReleaseHeif> context(::heif_context_alloc());
    if (!context || ::heif_context_read_from_memory_without_copy(context.get(), file.data(),
                                                                 file.size(), nullptr)
                            .code != ::heif_error_Ok)
        return std::nullopt;
    ::heif_context_set_max_decoding_threads(context.get(), 0);
    ::heif_image_handle* found = nullptr;
    if (::heif_context_get_primary_image_handle(context.get(), &found).code != ::heif_error_Ok)
        return std::nullopt;
    const std::unique_ptr<::heif_image_handle, ReleaseHeif> handle(found);
    const int width = ::heif_image_handle_get_width(found),
              height = ::heif_image_handle_get_height(found);
    if (width <= 0 || height <= 0 || std::int64_t{width} * height > most_pixels)
        return std::nullopt;
    ::heif_image* decoded = nullptr;
    // Turns and mirrors of the file are applied.
    if (::heif_decode_image(found, &decoded, ::heif_colorspace_RGB, ::heif_chroma_interleaved_RGBA,
                            nullptr)
            .code != ::heif_error_Ok)
        return std::nullopt;
    const std::unique_ptr<::heif_image, ReleaseHeif> image(decoded);
    int stride = 0;
    const auto* plane =
        ::heif_image_get_plane_readonly(decoded, ::heif_channel_interleaved, &stride);
    const int across = ::heif_image_get_width(decoded, ::heif_channel_interleaved),
              down = ::heif_image_get_height(decoded, ::heif_channel_interleaved);
    if (!plane || across <= 0 || down <= 0 || std::int64_t{across} * down > most_pixels)
        return std::nullopt;
    const std::size_t row = std::size_t{4} * static_cast<std::size_t>(across);
    std::string rgba(row * static_cast<std::size_t>(down), '\0');
    for (int y = 0; y < down; ++y)
        std::memcpy(rgba.data() + row * static_cast<std::size_t>(y),
                    plane + static_cast<std::ptrdiff_t>(stride) * y, row);
    Pixels pixels{static_cast<std::uint32_t>(across), static_cast<std::uint32_t>(down),
                  std::move(rgba)};
    apply_profile(found, pixels);
    return pixels;
}

}  // namespace triptych::decoder
