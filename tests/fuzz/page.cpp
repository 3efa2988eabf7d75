// The first page of a PDF as a drawing, which is then made harmless as every other.

#include "bytes.hpp"
#include "decoder/pages/pages.hpp"
#include "svg/clean.hpp"

using namespace triptych;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t most_bytes = 1 << 18;
    if (const auto drawing = decoder::page_to_svg(fuzz::text_of(data, size), most_bytes))
        svg::clean(*drawing, {});
    return 0;
}
