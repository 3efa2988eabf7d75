#include "font/soundness.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include <triptych/files.hpp>

#include "font/library.hpp"

using namespace triptych;
using namespace triptych::font;

namespace {

const std::string path = "fonts/source-serif-4/SourceSerif4-Regular.ttf";

std::string sound_font() { return folder_files(TRIPTYCH_SOURCE_DIR)->read(path).value(); }

/// The font with two bytes of a table changed.
std::string changed(std::string font, std::string_view table, std::size_t at,
                    std::string_view bytes) {
    const std::size_t entry = font.find(table);
    REQUIRE(entry < 1000);
    std::size_t offset = 0;
    for (std::size_t i = 8; i < 12; ++i)
        offset = offset << 8 | static_cast<unsigned char>(font[entry + i]);
    return font.replace(offset + at, bytes.size(), bytes);
}

}  // namespace

TEST_CASE("every font of the house that text is set in is sound") {
    const auto files = folder_files(TRIPTYCH_SOURCE_DIR);
    std::size_t count = 0;
    for (const std::string& file : files->list("fonts")) {
        const bool has_pictures_only = file.find("noto-color-emoji/") != std::string::npos;
        if (has_pictures_only || (!file.ends_with(".ttf") && !file.ends_with(".otf"))) continue;
        CAPTURE(file);
        CHECK(fault_of(files->read(file).value()).english() == "");
        ++count;
    }
    CHECK(count > 5);
}

TEST_CASE("what keeps a font from being embedded is named") {
    const std::string font = sound_font();
    CHECK(fault_of("").english() == "it is no font");
    CHECK(fault_of("no font").english() == "it is no font");
    CHECK(fault_of(changed(font, "head", 18, std::string(2, '\0'))).english() ==
          "its table 'head' is damaged");
    CHECK(fault_of(changed(font, "hhea", 34, "\xFF\xFF")).english() ==
          "its table 'hmtx' does not hold a width for every glyph");
    CHECK(fault_of(changed(font, "loca", 8, "\xFF\xFF\xFF\xFF")).english() ==
          "its table 'loca' leads out of 'glyf'");
    CHECK(fault_of(changed(font, "glyf", 0, std::string(4000, '\x5A')))
              .english()
              .find("is damaged") != std::string::npos);
    CHECK(fault_of(font.substr(0, font.size() / 2)).english() == "it is cut short");
}

TEST_CASE("a subset that a reader could not draw is none") {
    const auto files =
        memory_files({{path, changed(sound_font(), "glyf", 0, std::string(4000, '\x5A'))}});
    const Library library(*files, {{path, "text", 400, false}}, {});
    const auto face = library.find("text", 400, false);
    CHECK_FALSE(library.subset(face, {1, 2, 3, 4, 5, 6, 7, 8}).has_value());
}
