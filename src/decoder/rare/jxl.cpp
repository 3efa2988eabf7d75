#include <jxl/decode.h>

#include <cstdint>
#include <memory>

#include "decoder/common/colours.hpp"
#include "decoder/rare/rare.hpp"

namespace triptych::decoder {

std::optional<Pixels> decode_jxl(std::string_view file, std::uint32_t most_pixels) {
    const std::unique_ptr<::JxlDecoder, void (*)(::JxlDecoder*)> decoder(
        ::JxlDecoderCreate(nullptr), ::JxlDecoderDestroy);
    constexpr int wanted = ::JXL_DEC_BASIC_INFO | ::JXL_DEC_COLOR_ENCODING | ::JXL_DEC_FULL_IMAGE;
    if (!decoder || ::JxlDecoderSubscribeEvents(decoder.get(), wanted) != ::JXL_DEC_SUCCESS ||
        ::JxlDecoderSetInput(decoder.get(), reinterpret_cast<const std::uint8_t*>(file.data()),
                             file.size()) != ::JXL_DEC_SUCCESS)
        return std::nullopt;
    ::JxlDecoderCloseInput(decoder.get());
    const ::JxlPixelFormat format{4, ::JXL_TYPE_UINT8, ::JXL_NATIVE_ENDIAN, 0};
    Pixels out;
    std::string profile;
    // Each step gives an event; the first whole frame is the picture.
    for (;;) {
        switch (::JxlDecoderProcessInput(decoder.get())) {
            case ::JXL_DEC_BASIC_INFO: {
                ::JxlBasicInfo info;
                if (::JxlDecoderGetBasicInfo(decoder.get(), &info) != ::JXL_DEC_SUCCESS ||
                    std::uint64_t{info.xsize} * info.ysize > most_pixels || info.xsize == 0 ||
                    info.ysize == 0)
                    return std::nullopt;
                out.width = info.xsize;
                out.height = info.ysize;
                break;
            }
            case ::JXL_DEC_COLOR_ENCODING: {
                std::size_t size = 0;
                if (::JxlDecoderGetICCProfileSize(decoder.get(), &format,
                                                  ::JXL_COLOR_PROFILE_TARGET_DATA,
                                                  &size) != ::JXL_DEC_SUCCESS)
                    break;
                profile.resize(size);
                if (::JxlDecoderGetColorAsICCProfile(
                        decoder.get(), &format, ::JXL_COLOR_PROFILE_TARGET_DATA,
                        reinterpret_cast<std::uint8_t*>(profile.data()), size) != ::JXL_DEC_SUCCESS)
                    profile.clear();
                break;
            }
            case ::JXL_DEC_NEED_IMAGE_OUT_BUFFER: {
                std::size_t size = 0;
                if (::JxlDecoderImageOutBufferSize(decoder.get(), &format, &size) !=
                        ::JXL_DEC_SUCCESS ||
                    size != std::size_t{out.width} * out.height * 4)
                    return std::nullopt;
                out.rgba.resize(size);
                if (::JxlDecoderSetImageOutBuffer(decoder.get(), &format, out.rgba.data(), size) !=
                    ::JXL_DEC_SUCCESS)
                    return std::nullopt;
                break;
            }
            case ::JXL_DEC_FULL_IMAGE:
                to_srgb(out, profile) || to_srgb(out, profile, Channels::grey);
                return out;
            default:
                return std::nullopt;
        }
    }
}

}  // namespace triptych::decoder
