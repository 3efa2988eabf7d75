// triptych-decoder: decodes pictures for `image::Decoder`, which starts it.

#include "decoder/common/colours.hpp"
#include "decoder/common/serve.hpp"
#include "decoder/pictures.hpp"

namespace triptych::decoder {
namespace {

namespace protocol = image::protocol;
using protocol::Work;

Result in_srgb(const protocol::Request& request, const std::string& file) {
    Pixels pixels{
        static_cast<std::uint32_t>(request.width), static_cast<std::uint32_t>(request.height), {}};
    const std::size_t size = std::size_t{4} * pixels.width * pixels.height;
    if (size == 0 || size > file.size()) return {};
    pixels.rgba = file.substr(0, size);
    if (!to_srgb(pixels, std::string_view(file).substr(size), request.channels)) return {};
    return result_of(std::optional(std::move(pixels)));
}

Result work(const protocol::Request& request, const std::string& file) {
    switch (request.work) {
        case Work::decode_gif:
            return result_of(decode_gif(file, request.most_pixels));
        case Work::decode_webp:
            return result_of(decode_webp(file, request.most_pixels));
        case Work::decode_avif:
            return result_of(decode_avif(file, request.most_pixels));
        case Work::draw_svg:
            return result_of(draw_svg({file, request.layers},
                                      static_cast<std::uint32_t>(request.width),
                                      static_cast<std::uint32_t>(request.height)));
        case Work::svg_to_pdf:
            return result_of(svg_to_pdf({file, request.layers}, request.width, request.height,
                                        protocol::most_pdf_bytes));
        case Work::to_srgb:
            return in_srgb(request, file);
        case Work::decode_tiff:
        case Work::decode_heic:
        case Work::decode_jxl:
        case Work::page_to_svg:
            break;  // others do that
    }
    return {};
}

}  // namespace
}  // namespace triptych::decoder

int main() {
    triptych::decoder::serve(triptych::decoder::work);
    return 0;
}
