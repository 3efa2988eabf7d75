#include <cstdio>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "sample.hpp"
#include "verify/verify.hpp"

using namespace triptych;
using sample::count;
using sample::holds;
using sample::Maker;

namespace {

std::string with(std::string_view text, bool in_colour, bool for_paper = false) {
    Maker maker;
    maker.page();
    maker.text(maker.element(pages::Tag::paragraph), 30, 100, text);
    maker.colour_emoji = in_colour;
    maker.pages.for_paper = for_paper;
    return maker.write();
}

constexpr std::string_view image_entry = "/Subtype /Image";

}  // namespace

TEST_CASE("an emoji in colour is a picture over its text, which is there to be read only") {
    const std::string file = with("a \U0001F4A1 b", true);
    CHECK(count(file, image_entry) == 2);  // colours and mask
    CHECK(count(file, " Do\n") == 1);
    CHECK(count(file, "3 Tr\n") == 1);
    CHECK(count(file, "0 Tr\n") == 1);
    CHECK(holds(file, "D83DDCA1"));  // ToUnicode
    CHECK(verify::verify(file).empty());
}

TEST_CASE("each picture of an emoji is in the file once") {
    const std::string file =
        with("\U0001F4A1 \U0001F4A1 \U0001F680 \U0001F44D\U0001F3FD \U0001F44D", true);
    CHECK(count(file, image_entry) == 6);
    CHECK(count(file, " Do\n") == 5);
    CHECK(verify::verify(file).empty());
}

TEST_CASE("emoji stay glyphs where they are not wanted in colour, and on sheets for paper") {
    for (const std::string& file : {with("\U0001F4A1", false), with("\U0001F4A1", true, true)}) {
        CHECK_FALSE(holds(file, image_entry));
        CHECK_FALSE(holds(file, " Tr\n"));
    }
}

TEST_CASE("an emoji stands where its glyph would: within the room layout left for it") {
    const std::string file = with("\U0001F4A1", true);
    const std::size_t at = file.find(" cm\n");
    REQUIRE(at != std::string::npos);
    const std::size_t from = file.rfind('\n', at) + 1;
    double width = 0, up = 0, left = 0, right_up = 0, height = 0, bottom = 0;
    REQUIRE(std::sscanf(file.c_str() + from, "%lf %lf %lf %lf %lf %lf", &width, &up, &right_up,
                        &height, &left, &bottom) == 6);
    CHECK(left >= 30);
    CHECK(left + width <= 30 + 12 * 1.3);
    CHECK(bottom <= 595 - 100);
    CHECK(bottom + height > 595 - 100 + 8);
}
