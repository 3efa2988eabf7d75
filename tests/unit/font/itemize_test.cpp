#include <doctest/doctest.h>

#include "fonts_for_tests.hpp"

using namespace triptych;
using namespace triptych::font;

TEST_CASE("text of one face is one run") {
    ProjectFonts fonts;
    CHECK(fonts.runs("") == "");
    CHECK(fonts.runs("Ça va, l’œuvre n° 1 ?") == "Serif:Ça va, l’œuvre n° 1 ?");
}

TEST_CASE("a missing character goes to the first fallback face that has it, spaces stay") {
    ProjectFonts fonts;
    CHECK(fonts.runs("a ├ b") == "Serif:a |Mono:├|Serif: b");
    CHECK(fonts.runs("⌘⌥ x") == "Symbols:⌘⌥|Serif: x");
}

TEST_CASE("spaces and no-break hyphens that a face lacks need no other face") {
    ProjectFonts fonts;
    CHECK(fonts.runs("a\u202F;\u00A0b\u2011c\u2007d\u2009e") ==
          "Serif:a\u202F;\u00A0b\u2011c\u2007d\u2009e");
}

TEST_CASE("emoji sequences stay whole") {
    ProjectFonts fonts;
    CHECK(fonts.runs("a👩‍💻b") == "Serif:a|Emoji:👩‍💻|Serif:b");
    CHECK(fonts.runs("👍🏽👍") == "Emoji:👍🏽👍");
    CHECK(fonts.runs("🇫🇷🇪🇺") == "Emoji:🇫🇷🇪🇺");
    CHECK(fonts.runs("❤️‍🔥") == "Emoji:❤️‍🔥");
    CHECK(fonts.runs("11️⃣1") == "Serif:1|Emoji:1️⃣|Serif:1");
}

TEST_CASE("variation selectors choose between text and emoji") {
    ProjectFonts fonts;
    CHECK(fonts.runs("\u00A9") == "Serif:\u00A9");
    CHECK(fonts.runs("\u00A9\uFE0F") == "Emoji:\u00A9\uFE0F");
    CHECK(fonts.runs("\u00A9\uFE0E") == "Serif:\u00A9\uFE0E");
    CHECK(fonts.runs("\u2611") == "Serif:\u2611");
    CHECK(fonts.runs("\u2611\uFE0F") == "Emoji:\u2611\uFE0F");
    CHECK(fonts.runs("\u26A0") == "Symbols:\u26A0");
    CHECK(fonts.runs("\u26A0\uFE0F") == "Emoji:\u26A0\uFE0F");
}

TEST_CASE("combining marks stay with their base") {
    ProjectFonts fonts;
    CHECK(fonts.runs("e\u0301te\u0301") == "Serif:e\u0301te\u0301");
    // The emoji face has no acute accent: the sequence is not parted, and the loss is told.
    CHECK(fonts.runs("a😀\u0301") == "Serif:a|?Emoji:😀\u0301");
}

TEST_CASE("characters that draw nothing follow what stands before them") {
    ProjectFonts fonts;
    CHECK(fonts.runs("⌘\u200Bx\u00AD\u2060y") == "Symbols:⌘\u200B|Serif:x\u00AD\u2060y");
}

TEST_CASE("what no face can draw is reported and stays in the preferred face") {
    ProjectFonts fonts;
    CHECK(fonts.runs("a語語b") == "Serif:a|?Serif:語語|Serif:b");
}

TEST_CASE("hostile input ends") {
    ProjectFonts fonts;
    CHECK(fonts.library.itemize("\xFF\xF0\x9F", fonts.serif).back().end == 3);
    CHECK(fonts.runs("🇫") == "Emoji:🇫");
    CHECK(fonts.runs("\u200D") == "Serif:\u200D");
    std::string marks = "a";
    for (int i = 0; i < 2000; ++i) marks += "\u0301";
    CHECK(fonts.library.itemize(marks, fonts.serif).size() == 1);
}
