#include "../../odd_pictures.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

#include "image/raster.hpp"

using namespace triptych;
using namespace triptych::image;

namespace {

/// The first pixel, as grey or as colours.
std::string first_pixel(const std::optional<Raster>& raster) {
    return raster ? raster->pixels.substr(0, raster->channels) : std::string();
}

bool is_near(const std::string& a, const std::string& b) {
    constexpr int apart = 6;
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
        return std::abs(static_cast<unsigned char>(x) - static_cast<unsigned char>(y)) <= apart;
    });
}

}  // namespace

TEST_CASE("PNG files of every kind show their colours") {
    for (const auto& png : odd_pictures::pngs()) {
        CAPTURE(png.name);
        CHECK(is_near(first_pixel(decode(png.file())), png.shown));
    }
}

TEST_CASE("inks become the colours they print") {
    using namespace std::string_literals;
    // Stored inverted: no cyan, three quarters of magenta, all of yellow, no black.
    const std::string orange = "\xFF\x40\0\xFF"s;
    CHECK(is_near(first_pixel(decode(odd_pictures::jpeg(TJPF_CMYK, orange))), "\xFF\x40\0"s));
    const std::string black = "\xFF\xFF\xFF\0"s;
    CHECK(is_near(first_pixel(decode(odd_pictures::jpeg(TJPF_CMYK, black))), "\0\0\0"s));
}
