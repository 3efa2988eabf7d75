#include "typeset/flow/long_listing.hpp"

#include <doctest/doctest.h>

#include <string>

#include "../../typesetting_fixture.hpp"

using namespace triptych;
using namespace triptych::test;

namespace {

std::string lines(int count) {
    std::string text;
    for (int i = 1; i <= count; ++i) text += (i > 1 ? "\nl" : "l") + std::to_string(i);
    return text;
}

/// The words of a listing of so many lines in the booklet's look.
std::string printed(int count, style::LongListings listings, Diagnostics& diagnostics) {
    Press press;
    press.sheet.booklet.medium.listings = listings;
    const typeset::Resources resources = press.resources();
    typeset::Structure structure(pages::Tag::section);
    typeset::Context context{{.resources = resources,
                              .book = press.book,
                              .structure = structure,
                              .diagnostics = diagnostics,
                              .language = "fr",
                              .grid = press.sheet.booklet.page.baseline,
                              .page_height = Length::points(459)},
                             press.sheet.booklet.medium};
    doc::CodeBlock code;
    code.text = lines(count);
    const typeset::Galley galley =
        typeset::set_blocks({{code, {}}}, Length::points(300), structure.root(), context);
    std::string text;
    for (const typeset::Row& row : galley.rows)
        for (const pages::Item& item : row.items)
            if (const auto* run = std::get_if<pages::GlyphRun>(&item.content))
                text += run->text + " ";
    return text;
}

}  // namespace

TEST_CASE("a listing of many pages is printed by its ends, and says what is left out") {
    Diagnostics diagnostics;
    const std::string text = printed(8000, style::LongListings::cut, diagnostics);
    CHECK(text.starts_with("l1 l2 "));
    CHECK(text.find("l7999 l8000 ") != std::string::npos);
    CHECK(text.find("l4000 ") == std::string::npos);
    CHECK(text.find("\u202F") != std::string::npos);
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all().front().kind == Kind::content_dropped);
}

TEST_CASE("shorter listings, and all where the layout says so, are printed whole") {
    Diagnostics diagnostics;
    CHECK(printed(70, style::LongListings::cut, diagnostics).find("l35 ") != std::string::npos);
    CHECK(printed(500, style::LongListings::all, diagnostics).find("l250 ") != std::string::npos);
    CHECK(diagnostics.all().empty());
}

TEST_CASE("strings without end lose their middle") {
    const std::string elided = typeset::elided("a " + std::string(300, 'x') + " b");
    CHECK(elided.size() < 175);
    CHECK(elided.starts_with("a xxx"));
    CHECK(elided.find("…") != std::string::npos);
    CHECK(elided.ends_with("x b"));
    CHECK(typeset::elided("a  b ") == "a  b ");
}
