// triptych-decoder-pages: the same for pages of PDF files, whose library is larger than all others.

#include "decoder/common/serve.hpp"
#include "decoder/pages/pages.hpp"

namespace triptych::decoder {
namespace {

using image::protocol::Work;

Result work(const image::protocol::Request& request, const std::string& file) {
    if (request.work != Work::page_to_svg) return {};
    return result_of(page_to_svg(file, image::protocol::most_svg_bytes));
}

}  // namespace
}  // namespace triptych::decoder

int main() {
    // Nothing tells before what a page takes: some are maps of millions of lines.
    constexpr unsigned most_seconds = 20;
    triptych::decoder::serve(triptych::decoder::work, most_seconds);
    return 0;
}
