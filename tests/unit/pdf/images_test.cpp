#include "pdf/images/images.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "../../odd_pictures.hpp"
#include "pdf/catalog/icc.hpp"
#include "pdf/images/jpeg.hpp"
#include "pdf/images/png.hpp"
#include "sample.hpp"

using namespace triptych;
using namespace triptych::pages;
using sample::count;
using sample::holds;
using sample::Maker;

namespace {

image::Raster raster(std::uint32_t width, std::uint32_t height, std::uint8_t channels,
                     bool transparent = false) {
    image::Raster out{width, height, channels, {}, {}};
    for (std::size_t i = 0; i < std::size_t{width} * height * channels; ++i)
        out.pixels += static_cast<char>(i * 7);
    if (transparent) out.alpha.assign(std::size_t{width} * height, '\x80');
    return out;
}

}  // namespace

TEST_CASE("JPEG files go in as they are") {
    Maker maker;
    const std::string jpeg = image::encode_jpeg(raster(20, 10, 3), 90);
    const std::string file = maker.show({jpeg});
    CHECK(holds(file, jpeg));
    CHECK(holds(file, "/Filter /DCTDecode"));
    CHECK(holds(file, "/Width 20"));
    CHECK(holds(file, "/ColorSpace /DeviceRGB"));
    CHECK(holds(file, "72 0 0 72 0 523 cm\n/I0 Do"));
}

TEST_CASE("the header of a JPEG file") {
    const std::string jpeg = image::encode_jpeg(raster(20, 10, 1), 90);
    const auto header = pdf::jpeg_header(jpeg);
    REQUIRE(header.has_value());
    CHECK(header->width == 20);
    CHECK(header->height == 10);
    CHECK(header->components == 1);
    CHECK_FALSE(pdf::jpeg_header("").has_value());
    CHECK_FALSE(pdf::jpeg_header("\xFF\xD8").has_value());
    for (std::size_t cut = 0; cut < jpeg.size() - 1; ++cut)
        CHECK_FALSE(pdf::jpeg_header(std::string_view(jpeg).substr(0, cut)).has_value());
}

TEST_CASE("a JPEG file with a profile keeps it") {
    const std::string jpeg = image::encode_jpeg(raster(20, 10, 3), 90);
    const std::string profile = pdf::srgb_profile();
    const auto with = [&](const std::string& bytes, char total) {
        return odd_pictures::with_segment(jpeg, '\xE2',
                                          std::string("ICC_PROFILE\0\1", 13) + total + bytes);
    };
    CHECK(pdf::jpeg_header(with(profile, 1))->profile == profile);
    CHECK(pdf::jpeg_header(with(profile, 2))->profile.empty());
    CHECK(pdf::jpeg_header(with(profile.substr(1), 1))->profile.empty());
    Maker maker;
    const std::string file = maker.show({with(profile, 1), with(profile, 1) + "trailing"});
    CHECK(count(file, "/ColorSpace [/ICCBased") == 2);
    CHECK(count(file, "/N 3") == 2);  // the output intent's, and one for both pictures
}

TEST_CASE("plain PNG files go in as they are, transparent ones with a soft mask") {
    const auto plain = image::encode_png(raster(20, 10, 3));
    const auto data = pdf::png_data(plain);
    REQUIRE(data.has_value());
    CHECK(data->width == 20);
    CHECK(data->channels == 1);  // of few colours
    CHECK_FALSE(data->palette.empty());
    CHECK_FALSE(pdf::png_data(image::encode_png(raster(20, 10, 3, true))).has_value());
    std::string damaged = plain;
    damaged[plain.size() - 30] = static_cast<char>(damaged[plain.size() - 30] ^ 0x55);
    CHECK_FALSE(pdf::png_data(damaged).has_value());
    CHECK_FALSE(pdf::png_data(plain.substr(0, 60)).has_value());

    Maker maker;
    const std::string file = maker.show({plain, image::encode_png(raster(20, 10, 3, true))});
    CHECK(holds(file, data->data));
    CHECK(count(file, "/SMask") == 1);
    CHECK(holds(file, "/ColorSpace /DeviceGray"));
    CHECK(holds(file, "/Group <<"));
    CHECK(maker.diagnostics.all().empty());
}

TEST_CASE("pictures of the same content are written once") {
    Maker maker;
    const std::string png = image::encode_png(raster(9, 9, 1));
    const std::string file = maker.show({png, png, png});
    CHECK(count(file, "/Subtype /Image") == 1);
    CHECK(count(file, "/I0 Do") == 3);
}

TEST_CASE("a picture is drawn though the first of the same content is not") {
    Maker maker;
    const std::string png = image::encode_png(raster(9, 9, 1));
    maker.pictures = {{"first.png", png}, {"second.png", png}};
    maker.page();
    maker.item(maker.element(Tag::figure), 0, 0,
               Picture{MediaId{1}, {Length::points(72), Length::points(72)}, {}});
    const std::string file = maker.write();
    CHECK(count(file, "/Subtype /Image") == 1);
    CHECK(count(file, " Do") == 1);
}

TEST_CASE("large pictures are scaled to the resolution asked for") {
    Maker maker;
    const std::string file = maker.show(
        {image::encode_png(raster(2000, 20, 3)), image::encode_jpeg(raster(30, 1000, 3), 80)});
    CHECK(holds(file, "/Width 300"));
    CHECK(holds(file, "/Height 300"));
    CHECK_FALSE(holds(file, "/Width 2000"));
    CHECK(holds(file, "/DCTDecode"));
}

TEST_CASE("what can't be read is a frame and a finding") {
    Maker maker;
    const std::string png = image::encode_png(raster(20, 10, 3));
    const std::string file = maker.show({"no picture", png.substr(0, 40)});
    CHECK_FALSE(holds(file, "/Subtype /Image"));
    CHECK(holds(file, "0 523 72 72 re\nS"));
    REQUIRE(maker.diagnostics.all().size() == 2);
    CHECK(maker.diagnostics.all()[0].kind == Kind::unreadable_image);
}

TEST_CASE("EXIF turns put the picture's corners where they belong") {
    const pdf::Box box{100, 200, 300, 600};
    using Matrix = pdf::Matrix;
    CHECK(pdf::image_matrix(box, 1) == Matrix{200, 0, 0, 400, 100, 200});
    CHECK(pdf::image_matrix(box, 3) == Matrix{-200, 0, 0, -400, 300, 600});
    CHECK(pdf::image_matrix(box, 6) == Matrix{0, -400, 200, 0, 100, 600});
    CHECK(pdf::image_matrix(box, 8) == Matrix{0, 400, -200, 0, 300, 200});
    CHECK(pdf::image_matrix(box, 0) == pdf::image_matrix(box, 1));
    for (std::uint8_t turn = 1; turn <= 8; ++turn) {
        const Matrix m = pdf::image_matrix(box, turn);
        CHECK(std::min({m[4], m[4] + m[0], m[4] + m[2], m[4] + m[0] + m[2]}) == 100);
        CHECK(std::max({m[5], m[5] + m[1], m[5] + m[3], m[5] + m[1] + m[3]}) == 600);
    }
}

TEST_CASE("a crop shows its part in the box") {
    const pdf::Box whole = pdf::uncropped({100, 100, 200, 200}, {0.25F, 0, 0.25F, 0.5F});
    CHECK(whole.left == 50);
    CHECK(whole.right == 250);
    CHECK(whole.bottom == 0);
    CHECK(whole.top == 200);
}
