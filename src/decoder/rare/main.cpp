// triptych-decoder-rare: the same for formats that few books have, and whose libraries take time to
// load.

#include "decoder/common/serve.hpp"
#include "decoder/rare/rare.hpp"

namespace triptych::decoder {
namespace {

using image::protocol::Work;

Result work(const image::protocol::Request& request, const std::string& file) {
    switch (request.work) {
        case Work::decode_tiff:
            return result_of(decode_tiff(file, request.most_pixels));
        case Work::decode_heic:
            return result_of(decode_heic(file, request.most_pixels));
        case Work::decode_jxl:
            return result_of(decode_jxl(file, request.most_pixels));
        default:
            return {};
    }
}

}  // namespace
}  // namespace triptych::decoder

int main() {
    triptych::decoder::serve(triptych::decoder::work);
    return 0;
}
