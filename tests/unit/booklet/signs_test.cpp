#include "booklet/signs.hpp"

#include <doctest/doctest.h>

#include "../../typesetting_fixture.hpp"
#include "doc/walk.hpp"

using namespace triptych;
using namespace triptych::test;

namespace {

doc::Page page_of(std::string title, doc::Blocks body) {
    doc::Page page;
    page.title = text(std::move(title));
    page.body = std::move(body);
    return page;
}

}  // namespace

TEST_CASE("titles and headings lose the emoji in front, the text keeps its own") {
    doc::Page page = page_of("👋 Bienvenue", {heading("🚦 Feux", "f"), paragraph("🚦 Feux")});
    booklet::set_signs(page, style::Emoji::mono);
    CHECK(doc::plain_text(page.title) == "Bienvenue");
    CHECK(doc::plain_text(page.body) == "Feux\n🚦 Feux");
}

TEST_CASE("ticks and crosses have a colour and a shape") {
    doc::Page page = page_of("T", {paragraph("✅ oui, ❌ non")});
    booklet::set_signs(page, style::Emoji::colour);
    const auto& body = std::get<doc::Paragraph>(page.body.front().node).body;
    REQUIRE(body.size() == 4);
    CHECK(std::get<doc::Mark>(body[0].node).text == doc::MarkColour::green);
    CHECK(std::get<doc::Mark>(body[2].node).text == doc::MarkColour::red);
    CHECK(doc::plain_text(body) == "✔ oui, ✘ non");
}

TEST_CASE("a layout can do without emoji") {
    doc::Page page = page_of("🎨", {paragraph("Bien 👍🏽 fait ✅"), paragraph("🎨")});
    booklet::set_signs(page, style::Emoji::none);
    CHECK(doc::plain_text(page.title) == "🎨");
    CHECK(doc::plain_text(page.body) == "Bien fait \n🎨");
}
