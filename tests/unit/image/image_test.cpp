#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "image/decoder.hpp"
#include "image/exif.hpp"
#include "image/fault.hpp"
#include "image/photograph.hpp"
#include "image/raster.hpp"
#include "image/store.hpp"
#include "samples.hpp"

using namespace triptych;
using namespace triptych::image;
using samples::gradient;
using samples::level;
using namespace std::string_literals;
using namespace std::string_view_literals;

namespace {

constexpr std::string_view gif_of_one_red_pixel(
    "GIF89a\x01\0\x01\0\x80\0\0\xFF\0\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0;", 35);
constexpr std::string_view webp_of_one_pixel(
    "RIFF\x22\0\0\0WEBPVP8 "
    "\x16\0\0\0\x30\x01\0\x9D\x01\x2A\x01\0\x01\0\x0E\xC0\xFE\x25\xA4\0\x03p\0\0"
    "\0\0",
    42);
constexpr std::string_view drawing =
    R"(<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#f00"/></svg>)";

Raster scale_down(Raster raster, std::uint32_t width, std::uint32_t height) {
    if (auto small = scaled_down(raster, {width, height})) return *std::move(small);
    return raster;
}

const Decoder decoder(TRIPTYCH_MODULES_FOLDER "/triptych-decoder");

/// As a picture becomes a rendition.
std::optional<Raster> decode_to_fit(std::string_view bytes, std::uint32_t width,
                                    std::uint32_t height) {
    auto raster = decode_near(bytes, PixelSize{width, height}, &decoder);
    if (!raster) return std::nullopt;
    return scale_down(std::move(*raster), width, height);
}

}  // namespace

TEST_CASE("PNG comes back as it was written, with and without alpha") {
    for (const bool alpha : {false, true}) {
        const auto raster = gradient(7, 5, alpha);
        const auto png = encode_png(raster);
        const auto info = probe(png);
        REQUIRE(info);
        CHECK(info->format == Format::png);
        CHECK(info->width == 7);
        CHECK(info->height == 5);
        CHECK(info->alpha == alpha);
        const auto back = decode(png);
        REQUIRE(back);
        if (!alpha) CHECK(back->pixels == raster.pixels);
        CHECK(back->alpha == raster.alpha);
    }
}

TEST_CASE("every truncation of a picture is refused or shown, and never crashes") {
    const auto png = encode_png(gradient(9, 9, true));
    const auto jpeg = encode_jpeg(gradient(16, 16, false), 90);
    for (const auto& whole : {png, jpeg, std::string(gif_of_one_red_pixel), std::string(drawing)})
        for (std::size_t size = 0; size < whole.size(); ++size) decode(whole.substr(0, size));
    CHECK_FALSE(decode(png.substr(0, png.size() / 2)));
}

TEST_CASE("a JPEG whose head is cut before its size is none") {
    const auto jpeg = encode_jpeg(gradient(32, 16, false), 95);
    const std::size_t frame = jpeg.find("\xFF\xC0"sv);
    REQUIRE(frame != std::string::npos);
    CHECK_FALSE(probe(jpeg.substr(0, frame)));
    std::string longer = jpeg;
    longer.replace(frame, 4, "\xFF\xC0\xFF\xFF"sv);
    CHECK_FALSE(probe(longer));
}

TEST_CASE("JPEG keeps its size and roughly its colours") {
    const auto jpeg = encode_jpeg(gradient(32, 16, false), 95);
    const auto info = probe(jpeg);
    REQUIRE(info);
    CHECK(info->format == Format::jpeg);
    CHECK(info->width == 32);
    CHECK(info->channels == 3);
    const auto back = decode(jpeg);
    REQUIRE(back);
    CHECK(level(back->pixels[2]) == doctest::Approx(128).epsilon(0.05));
}

TEST_CASE("the EXIF turn is read in both byte orders and survives nonsense") {
    const auto segment = [](std::string_view tiff) { return "Exif\0\0"s + std::string(tiff); };
    const auto big = "MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"sv;
    const auto little = "II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x08\0\0\0"sv;
    CHECK(exif_orientation(segment(big)) == 6);
    CHECK(exif_orientation(segment(little)) == 8);
    CHECK(exif_orientation(segment("MM\0*\xFF\xFF\xFF\xFF"sv)) == 1);
    CHECK(exif_orientation("Exif"sv) == 1);
}

TEST_CASE("turning moves the corners where EXIF says") {
    Raster raster{2, 1, 1, "AB", {}};
    CHECK(turned(raster, 2).pixels == "BA");
    CHECK(turned(raster, 3).pixels == "BA");
    const auto clockwise = turned(raster, 6);
    CHECK(clockwise.width == 1);
    CHECK(clockwise.pixels == "AB");
    CHECK(turned(raster, 8).pixels == "BA");
    Raster square{2, 2, 1, "ABCD", {}};
    CHECK(turned(square, 5).pixels == "ACBD");
    CHECK(turned(square, 6).pixels == "CADB");
    CHECK(turned(square, 7).pixels == "DBCA");
    CHECK(turned(square, 8).pixels == "BDAC");
}

TEST_CASE("scaling keeps the ratio, the mean and never enlarges") {
    CHECK(scale_down(gradient(10, 10, false), 20, 20).width == 10);
    const auto small = scale_down(gradient(100, 50, false), 10, 10);
    CHECK(small.width == 10);
    CHECK(small.height == 5);
    CHECK(level(small.pixels[2]) == 128);
    const Raster stripes{4, 1, 1, "\x00\xFF\x00\xFF"s, {}};
    const auto mean = scale_down(stripes, 2, 1);
    CHECK(level(mean.pixels[0]) == doctest::Approx(128).epsilon(0.01));
}

TEST_CASE("a JPEG decoded to fit is as small as asked, turned or not") {
    const auto jpeg = encode_jpeg(gradient(400, 200, false), 90);
    const auto small = decode_to_fit(jpeg, 90, 90);
    REQUIRE(small);
    CHECK(small->width == 90);
    CHECK(small->height == 45);
    CHECK(level(small->pixels[2]) == doctest::Approx(128).epsilon(0.05));
    CHECK(decode_to_fit(jpeg, 1000, 1000)->width == 400);
    const auto app1 =
        "\xFF\xE1\0\x1E"
        "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"s;
    auto turned_jpeg = jpeg;
    turned_jpeg.insert(2, app1);
    const auto upright = decode_to_fit(turned_jpeg, 90, 90);
    REQUIRE(upright);
    CHECK(upright->width == 45);
    CHECK(upright->height == 90);
}

TEST_CASE("transparent pixels do not bleed into the edges") {
    const Raster edge{2, 1, 1, "\x00\xC8"s, "\x00\xFF"s};
    const auto mixed = scale_down(edge, 1, 1);
    CHECK(level(mixed.pixels[0]) == doctest::Approx(200).epsilon(0.02));
    CHECK(level(mixed.alpha[0]) == doctest::Approx(128).epsilon(0.02));
}

TEST_CASE("rare formats are decoded in a process of their own") {
    const auto gif = decode(gif_of_one_red_pixel, &decoder);
    REQUIRE(gif);
    CHECK(level(gif->pixels[0]) == 255);
    CHECK(probe(webp_of_one_pixel)->format == Format::webp);
    CHECK(decode(webp_of_one_pixel, &decoder));
    const auto drawn = decode_to_fit(drawing, 80, 80);
    REQUIRE(drawn);
    CHECK(drawn->width == 80);
    CHECK(drawn->height == 40);
    CHECK(level(drawn->pixels[0]) == 255);
    CHECK(level(drawn->pixels[1]) == 0);
}

TEST_CASE("a PNG too short for its pixels is refused before memory is set aside") {
    auto png = encode_png(gradient(4, 4, false));
    REQUIRE(decode(png));
    png.replace(16, 8, "\0\0\x27\x04\0\0\x27\x04"sv);  // 9,988 × 9,988 is within the bounds
    CHECK(probe(png));
    CHECK_FALSE(decode(png));
}

TEST_CASE("a JPEG of more scans than its size allows is refused") {
    const auto jpeg = encode_jpeg(gradient(200, 100, false), 80);
    REQUIRE(decode(jpeg));
    const auto with_scans = [&](int count) {
        std::string out = jpeg;
        for (int i = 0; i < count; ++i) out += "\xFF\xDA";
        return out;
    };
    CHECK(decode(with_scans(1'000)));
    CHECK_FALSE(decode(with_scans(75'000)));  // times 20,000 pixels
}

TEST_CASE("sizes out of bounds are refused before anything is decoded") {
    auto png = encode_png(gradient(4, 4, false));
    png.replace(16, 8, "\0\0\xEA\x60\0\0\xEA\x60"sv);  // 60,000 × 60,000
    CHECK_FALSE(probe(png));
    CHECK_FALSE(decode(png));
    CHECK_FALSE(probe(R"(<svg xmlns="http://www.w3.org/2000/svg" width="1e9" height="5"></svg>)"));
    CHECK_FALSE(probe("just text, longer than any header that could be read here"));
}

TEST_CASE("the store knows equal contents and missing files") {
    const auto picture = encode_png(gradient(3, 3, false));
    const auto files = memory_files(
        {{"a.png", picture}, {"b.png", encode_png(gradient(3, 4, false))}, {"copy.webp", picture}});
    const Store store(*files, {"a.png", "b.png", "copy.webp", "missing.png"});
    CHECK(store.same_as(MediaId{2}) == MediaId{0});
    CHECK(store.same_as(MediaId{1}) == MediaId{1});
    CHECK(store.info(MediaId{2})->format == Format::png);
    CHECK_FALSE(store.info(MediaId{3}));
    CHECK_FALSE(store.bytes(MediaId{3}));
}

TEST_CASE("pictures of few colours become indices of as few bits as it takes") {
    for (const auto& [colours, bits] :
         {std::pair{2U, 1U}, {3U, 2U}, {16U, 4U}, {17U, 8U}, {256U, 8U}}) {
        Raster raster{37, 31, 3, {}, {}};
        for (std::uint32_t i = 0; i < 37 * 31; ++i) {
            const std::uint32_t colour = i * 7 % colours;
            raster.pixels += {static_cast<char>(255 - colour), static_cast<char>(colour), 'x'};
        }
        const std::string png = encode_png(raster);
        CHECK(level(png[24]) == bits);
        CHECK(level(png[25]) == 3);
        CHECK(decode(png)->pixels == raster.pixels);
    }
    Raster many{257, 1, 3, {}, {}};
    for (int i = 0; i < 257; ++i)
        many.pixels += {static_cast<char>(i), static_cast<char>(i / 256), 'x'};
    const std::string png = encode_png(many);
    CHECK(level(png[25]) == 2);
    CHECK(decode(png)->pixels == many.pixels);
}

TEST_CASE("rows of noise and of slopes survive their filters") {
    for (const bool alpha : {false, true}) {
        Raster raster = gradient(61, 40, alpha);
        std::uint32_t noise = 1;
        for (std::size_t i = 0; i < raster.pixels.size(); i += i % 3 + 1) {
            noise = noise * 1664525 + 1013904223;
            raster.pixels[i] = static_cast<char>(noise >> 24);
        }
        const auto back = decode(encode_png(raster));
        REQUIRE(back);
        CHECK(back->pixels == raster.pixels);
        CHECK(back->alpha == raster.alpha);
    }
}

TEST_CASE("scaling gives the mean of what each pixel covers") {
    Raster raster{7, 5, 1, {}, {}};
    for (int i = 0; i < 35; ++i) raster.pixels += static_cast<char>(i * 37);
    const auto small = scale_down(raster, 3, 5);
    REQUIRE(small.width == 3);
    REQUIRE(small.height == 2);
    for (std::uint32_t y = 0; y < 2; ++y)
        for (std::uint32_t x = 0; x < 3; ++x) {
            double sum = 0;
            for (std::uint32_t v = 0; v < 5; ++v)
                for (std::uint32_t u = 0; u < 7; ++u) {
                    const auto overlap = [](double from, double to, double at) {
                        return std::max(0.0, std::min(to, at + 1) - std::max(from, at));
                    };
                    sum += overlap(x * 7 / 3.0, (x + 1) * 7 / 3.0, u) *
                           overlap(y * 2.5, (y + 1) * 2.5, v) * level(raster.pixels[v * 7 + u]);
                }
            CHECK(level(small.pixels[y * 3 + x]) ==
                  doctest::Approx(sum / (7 / 3.0 * 2.5)).epsilon(0.01));
        }
    CHECK(level(scale_down(Raster{300, 200, 1, std::string(60000, '\xFF'), {}}, 7, 7).pixels[9]) ==
          255);
}

TEST_CASE("a photograph is told from a screenshot by the colour that covers most of it") {
    Raster scene{480, 270, 3, {}, {}};
    for (std::uint32_t y = 0; y < scene.height; ++y)
        for (std::uint32_t x = 0; x < scene.width; ++x)
            for (const std::uint32_t level : {x * 255 / 479, y * 255 / 269, (x * y) % 256})
                scene.pixels += static_cast<char>(level);
    Raster screen = scene;
    for (std::size_t i = 0; i < screen.pixels.size() / 2; ++i) screen.pixels[i] = '\xF8';
    CHECK(is_photograph(encode_jpeg(scene, 80)));
    CHECK_FALSE(is_photograph(encode_jpeg(screen, 80)));
    CHECK_FALSE(is_photograph(encode_png(scene)));
    CHECK_FALSE(is_photograph("no picture"));
}

TEST_CASE("why a picture can't be shown is told") {
    const auto reason = [](std::string_view bytes) {
        return fault_of(bytes, svg::Setting{}).reason.english();
    };
    // A header alone: nothing is decoded.
    auto png = encode_png(gradient(7, 5, false));
    png.replace(16, 8, "\0\0\x4E\x20\0\0\x4E\x20"s);
    CHECK(reason(png) ==
          "it has 20000 × 20000 pixels: more than 100 million, or more than 65535 in a row");
    png.replace(16, 8, "\0\0\0\0\0\0\0\1"s);
    CHECK(reason(png) == "it has no size");
    CHECK(reason("") == "the file is empty");
    CHECK(reason("words of a text, and no picture") == "it is in no format that is known here");
    CHECK(reason("%PDF-1.7 and no page of any size") == "its first page can't be drawn");

    const std::string head = "<svg xmlns='http://www.w3.org/2000/svg' ";
    CHECK(reason(head + "width='70000' height='5'/>") == "its sides are longer than 65535 pixels");
    CHECK(reason(head + "><rect></svg>") == "it is no SVG that can be read");
    std::string deep;
    for (int i = 0; i < 200; ++i) deep += "<g>";
    for (int i = 0; i < 200; ++i) deep += "</g>";
    CHECK(reason(head + ">" + deep + "</svg>")
              .starts_with("it has more than 200000 elements, more than 120 inside each other"));
    std::string scribble = "M0 0";
    for (int i = 0; i < 20'000; ++i)
        scribble += "L" + std::to_string(i * 7919 % 500) + " " + std::to_string(i * 104729 % 500);
    CHECK(reason(head + "><path stroke='red' d='" + scribble + "'/></svg>") ==
          "drawing it would take longer than 1 s");
    // Of what is damaged further in, nothing more is known.
    CHECK(reason(encode_png(gradient(7, 5, false)).substr(0, 50)).empty());
    CHECK(fault_of(Obstacle::no_permission).reason.english() ==
          "you have no permission to read it");
    CHECK(fault_of(Obstacle::too_large).reason.english() == "it is larger than 256 MB");
}
