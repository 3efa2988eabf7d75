#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/deflate.hpp"
#include "image/decoder.hpp"
#include "image/profile.hpp"
#include "image/raster.hpp"
#include "samples.hpp"

using namespace triptych;
using namespace triptych::image;
using namespace std::string_literals;
using samples::level;

namespace {

const Decoder colour_decoder(TRIPTYCH_MODULES_FOLDER "/triptych-decoder");

std::string big(std::uint32_t value, unsigned bytes = 4) {
    std::string out;
    for (unsigned i = bytes; i-- > 0;) out += static_cast<char>(value >> 8 * i & 0xFF);
    return out;
}

using Place = std::array<double, 3>;
constexpr Place red{0.4360, 0.2225, 0.0139}, green{0.3851, 0.7169, 0.0971},
    blue{0.1431, 0.0606, 0.7139};

std::string place(const Place& at) {
    std::string out = "XYZ "s + big(0);
    for (const double value : at)
        out += big(static_cast<std::uint32_t>(std::lround(value * 65536)));
    return out;
}

std::string gamma(double value) {
    return "curv"s + big(0) + big(1) +
           big(static_cast<std::uint32_t>(std::lround(value * 256)), 2) + "\0\0"s;
}

/// A profile of these tags (ICC.1 §7), of a screen.
std::string profile_of(std::string_view colours,
                       const std::vector<std::pair<std::string, std::string>>& tags) {
    std::string table = big(static_cast<std::uint32_t>(tags.size())), data;
    const std::size_t start = 128 + 4 + 12 * tags.size();
    for (const auto& [name, tag] : tags) {
        table += name + big(static_cast<std::uint32_t>(start + data.size())) +
                 big(static_cast<std::uint32_t>(tag.size()));
        data += tag;
    }
    std::string head = big(static_cast<std::uint32_t>(start + data.size())) + "lcms" +
                       big(0x02400000) + "mntr" + std::string(colours) + "XYZ " +
                       std::string(12, '\0') + "acsp" + std::string(28, '\0') + big(0xF6D6) +
                       big(0x10000) + big(0xD32D);
    head.resize(128, '\0');
    return head + table + data;
}

std::string rgb_profile(const Place& r, const Place& g, const Place& b, double exponent = 2.2) {
    return profile_of("RGB ", {{"wtpt", place({0.9642, 1, 0.8249})},
                               {"rXYZ", place(r)},
                               {"gXYZ", place(g)},
                               {"bXYZ", place(b)},
                               {"rTRC", gamma(exponent)},
                               {"gTRC", gamma(exponent)},
                               {"bTRC", gamma(exponent)}});
}

std::string grey_profile(double exponent) {
    return profile_of("GRAY", {{"wtpt", place({0.9642, 1, 0.8249})}, {"kTRC", gamma(exponent)}});
}

Raster plain(const std::string& pixel, std::uint32_t side = 8) {
    Raster raster{side, side, static_cast<std::uint8_t>(pixel.size()), {}, {}};
    for (std::uint32_t i = 0; i < side * side; ++i) raster.pixels += pixel;
    return raster;
}

std::string chunk(const std::string& type, const std::string& data) {
    return big(static_cast<std::uint32_t>(data.size())) + type + data +
           big(crc32(data, crc32(type)));
}

std::string png_with(const std::string& profile, const Raster& raster) {
    constexpr std::size_t behind_header = 8 + 25;
    return encode_png(raster).insert(behind_header, chunk("iCCP", "any\0\0"s + deflate(profile)));
}

std::string jpeg_with(const std::string& profile, const Raster& raster) {
    const std::string segment = "ICC_PROFILE\0\1\1"s + profile;
    return encode_jpeg(raster, 95)
        .insert(2, "\xFF\xE2" + big(static_cast<std::uint32_t>(segment.size() + 2), 2) + segment);
}

/// One picture element in RGB; "" when it can't be read.
std::string shown(const std::string& file) {
    const auto raster = decode(file, &colour_decoder);
    if (!raster) return {};
    const std::string first = raster->pixels.substr(0, raster->channels);
    return first.size() == 1 ? first + first + first : first;
}

bool looks(const std::string& pixel, const std::string& wanted, int tolerance = 12) {
    if (pixel.size() != 3) return false;
    for (std::size_t i = 0; i < 3; ++i)
        if (std::abs(int(level(pixel[i])) - int(level(wanted[i]))) > tolerance) return false;
    return true;
}

}  // namespace

TEST_CASE("profiles of sRGB are told from others") {
    CHECK_FALSE(differs_from_srgb(rgb_profile(red, green, blue)));
    CHECK(differs_from_srgb(rgb_profile(green, red, blue)));
    CHECK(differs_from_srgb(rgb_profile({0.5151, 0.2412, -0.0011}, {0.2919, 0.6922, 0.0419},
                                        {0.1571, 0.0666, 0.7841})));  // Display P3
    CHECK(differs_from_srgb(rgb_profile(red, green, blue, 1.0)));
    CHECK_FALSE(differs_from_srgb(grey_profile(2.2)));
    CHECK(differs_from_srgb(grey_profile(1.0)));
    for (const auto& broken :
         {""s, "acsp"s, std::string(200, 'x'), rgb_profile(red, green, blue).substr(0, 140)})
        CHECK_NOTHROW(differs_from_srgb(broken));
}

TEST_CASE("colours are those that their profile says") {
    const std::string swapped = rgb_profile(green, red, blue);
    const Raster one = plain("\xFF\x10\x10"s);
    for (const std::string& file : {png_with(swapped, one), jpeg_with(swapped, one)}) {
        CHECK(probe(file)->foreign_colours);
        CHECK(looks(shown(file), "\x10\xFF\x10"s));
        // Without the program that knows of profiles, as they are.
        CHECK(looks(decode(file)->pixels.substr(0, 3), "\xFF\x10\x10"s));
    }
    const std::string same = rgb_profile(red, green, blue);
    for (const std::string& file : {png_with(same, one), jpeg_with(same, one)}) {
        CHECK_FALSE(probe(file)->foreign_colours);
        CHECK(looks(shown(file), "\xFF\x10\x10"s));
    }
    CHECK(looks(shown(png_with(grey_profile(1.0), plain("\x80"s))), "\xBC\xBC\xBC"s));
    CHECK(looks(shown(jpeg_with(grey_profile(1.0), plain("\x80"s))), "\xBC\xBC\xBC"s));
}

TEST_CASE("opacity stays what it is when colours are turned into others") {
    Raster raster = plain("\xFF\x10\x10"s);
    raster.alpha = std::string(64, '\x40');
    const auto made = decode(png_with(rgb_profile(green, red, blue), raster), &colour_decoder);
    REQUIRE(made);
    CHECK(made->alpha == raster.alpha);
    CHECK(looks(made->pixels.substr(0, 3), "\x10\xFF\x10"s));
}

TEST_CASE("a profile that is broken, or for other channels, changes nothing") {
    const Raster one = plain("\xFF\x10\x10"s);
    const std::string whole = rgb_profile(green, red, blue);
    for (std::size_t size = 0; size < whole.size(); size += 9)
        CHECK_FALSE(shown(jpeg_with(whole.substr(0, size), one)).empty());
    CHECK(looks(shown(jpeg_with(grey_profile(1.0), one)), "\xFF\x10\x10"s));
    std::string file = png_with(whole, one);
    file[8 + 25 + 16] ^= '\x55';  // in the packed profile
    CHECK_NOTHROW(shown(file));
}

TEST_CASE("inks are read with and without Adobe's inversion") {
    const auto pixel = [](const std::string& inks, bool inverted) {
        return raster_of(JpegSamples{{1, 1}, 4, inverted, inks}).pixels;
    };
    CHECK(pixel("\xFF\x40\0\xFF"s, true) == "\xFF\x40\0"s);
    CHECK(pixel("\0\xBF\xFF\0"s, false) == "\xFF\x40\0"s);
    CHECK(pixel("\0\0\0\xFF"s, false) == "\0\0\0"s);
}

TEST_CASE("16 bits a channel become 8") {
    const std::string row = "\0\xFF\xFF\x80\0\0\0"s;  // no filter; red full, green half
    const std::string head = big(1) + big(1) + "\x10\x02\0\0\0"s;
    const std::string file = "\x89PNG\r\n\x1A\n"s + chunk("IHDR", head) +
                             chunk("IDAT", deflate(row)) + chunk("IEND", "");
    CHECK(looks(shown(file), "\xFF\x80\0"s, 1));
}
