#include <doctest/doctest.h>

#include "epub/fonts.hpp"
#include "written.hpp"

using namespace triptych;
using namespace triptych::test;

namespace {

std::vector<std::string> fonts_in(const Written& written) {
    std::vector<std::string> names;
    for (const auto& [name, bytes] : written.files)
        if (name.starts_with("EPUB/fonts/")) names.push_back(name);
    return names;
}

bool has_font(const Written& written, std::string_view part) {
    for (const auto& name : fonts_in(written))
        if (holds(name, part)) return true;
    return false;
}

doc::Block strong(const std::string& words) {
    return {doc::Paragraph{{{doc::Strong{text(words)}, {}}}, {}}, {}};
}

}  // namespace

TEST_CASE("a set of characters is sorted and has no controls") {
    epub::Characters characters;
    characters.add("bé\na");
    epub::Characters more;
    more.add("€a");
    characters.add(more);
    CHECK(characters.sorted() == std::vector<char32_t>{U'a', U'b', U'é', U'€'});
}

TEST_CASE("only faces the book is set in are embedded, each named in style sheet and manifest") {
    const auto plain = write_epub(book_of({paragraph("Un texte.")}));
    CHECK(has_font(plain, "sourceserif4-regular"));
    CHECK_FALSE(has_font(plain, "sourceserif4-bold"));
    CHECK_FALSE(has_font(plain, "sourcecodepro"));
    const auto more =
        write_epub(book_of({strong("Gras"), {doc::CodeBlock{"", "", "x = 1", false, {}}, {}}}));
    CHECK(has_font(more, "sourceserif4-bold"));
    CHECK(has_font(more, "sourcecodepro-regular"));
    for (const auto& name : fonts_in(more)) {
        const auto file = name.substr(std::string("EPUB/").size());
        CHECK(holds(more.files.at("EPUB/style.css"), "url(" + file + ")"));
        CHECK(holds(more.package(), "href=\"" + file + "\" media-type=\"font/ttf\""));
    }
    CHECK(verify_epub(more.bytes).empty());
}

TEST_CASE("a face holds the characters set in it and no others") {
    const auto size = [](const char* words) {
        const auto written = write_epub(book_of({paragraph("a"), strong(words)}));
        for (const auto& name : fonts_in(written))
            if (holds(name, "sourceserif4-bold")) return written.files.at(name).size();
        return std::size_t{0};
    };
    CHECK(size("abc") > 0);
    CHECK(size("abcdefghijklm") > size("abc"));
    CHECK(size("abcabcabc") == size("abc"));
}

TEST_CASE("a layout can leave fonts to the reader") {
    Press press(book_of({paragraph("Un texte.")}));
    auto sheet = press.sheet;
    sheet.ebook.embed_fonts = false;
    Diagnostics diagnostics;
    const auto epub =
        epub::write(press.book, {*press.fonts, *press.images, sheet}, {}, diagnostics);
    for (const auto& file : epub.files) CHECK_FALSE(file.name.starts_with("EPUB/fonts/"));
}
