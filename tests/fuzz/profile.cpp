// A profile of colours: told from sRGB, and applied to one picture element of each kind.

#include "image/profile.hpp"
#include "bytes.hpp"
#include "decoder/common/colours.hpp"

using namespace triptych;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view profile = fuzz::text_of(data, size);
    image::differs_from_srgb(profile);
    using decoder::Channels;
    for (const Channels channels :
         {Channels::rgba, Channels::grey, Channels::cmyk, Channels::inverted_cmyk}) {
        decoder::Pixels pixels{1, 1, std::string("\x10\x80\xF0\xFF", 4)};
        decoder::to_srgb(pixels, profile, channels);
    }
    return 0;
}
