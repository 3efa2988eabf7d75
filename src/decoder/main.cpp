// triptych-decoder: decodes pictures for `image::Decoder`, which starts it.

#include "decoder/serve.hpp"

namespace triptych::decoder {
namespace {

namespace protocol = image::protocol;
using protocol::Work;

Result work(const protocol::Request& request, const std::string& file) {
    switch (request.work) {
        case Work::decode_gif:
            return result_of(decode_gif(file, request.most_pixels));
        case Work::decode_webp:
            return result_of(decode_webp(file, request.most_pixels));
        case Work::decode_avif:
            return result_of(decode_avif(file, request.most_pixels));
        case Work::draw_svg:
            return result_of(draw_svg(file, static_cast<std::uint32_t>(request.width),
                                      static_cast<std::uint32_t>(request.height)));
        case Work::svg_to_pdf:
            return result_of(
                svg_to_pdf(file, request.width, request.height, protocol::most_pdf_bytes));
        case Work::decode_tiff:
        case Work::decode_heic:
        case Work::decode_jxl:
            break;  // triptych-decoder-rare does that
    }
    return {};
}

}  // namespace
}  // namespace triptych::decoder

int main() {
    triptych::decoder::serve(triptych::decoder::work);
    return 0;
}
