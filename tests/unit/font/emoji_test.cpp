#include <doctest/doctest.h>

#include "fonts_for_tests.hpp"

using namespace triptych;
using font::ProjectFonts;

namespace {

std::string name_of(const ProjectFonts& fonts, std::string_view emoji) {
    const auto picture = fonts.library.emoji_picture(emoji);
    return picture ? picture->name : std::string();
}

}  // namespace

TEST_CASE("an emoji has a picture about as high as letters, in front of where the pen goes") {
    const ProjectFonts fonts;
    const auto bulb = fonts.library.emoji_picture("💡");
    REQUIRE(bulb);
    CHECK(bulb->png.starts_with("\x89PNG"));
    CHECK(bulb->left >= 0);
    CHECK(bulb->left + bulb->width <= bulb->advance + 8);
    CHECK(bulb->height > bulb->advance * 3 / 4);
    CHECK(bulb->top > bulb->height / 2);
}

TEST_CASE("a sequence has one picture of its own") {
    const ProjectFonts fonts;
    for (const char* emoji : {"🇫🇷", "🇪🇺", "👩‍💻", "❤️", "1️⃣", "🏳️‍🌈"}) {
        CAPTURE(emoji);
        CHECK_FALSE(name_of(fonts, emoji).empty());
    }
    CHECK(name_of(fonts, "👩‍💻") != name_of(fonts, "👩"));
    CHECK(name_of(fonts, "❤️") == name_of(fonts, "❤"));
}

TEST_CASE("a skin tone without a picture is left out of it") {
    const ProjectFonts fonts;
    CHECK_FALSE(name_of(fonts, "👍").empty());
    CHECK(name_of(fonts, "👍🏽") == name_of(fonts, "👍"));
}

TEST_CASE("letters, emoji shown as text and nothing have no picture") {
    const ProjectFonts fonts;
    for (const char* text : {"a", "é", "❤︎", "", "💡💡"}) {
        CAPTURE(text);
        CHECK(name_of(fonts, text).empty());
    }
}

TEST_CASE("emoji are set in the fallback face that has them, not in the one with pictures") {
    const ProjectFonts fonts;
    CHECK(fonts.library.itemize("💡", fonts.serif).size() == 1);
    const FaceId face = fonts.library.itemize("💡", fonts.serif).front().face;
    CHECK(fonts.library.file(face).family == "Emoji");
    CHECK(fonts.library.draws_emoji(face));
    CHECK_FALSE(fonts.library.draws_emoji(fonts.serif));
}
