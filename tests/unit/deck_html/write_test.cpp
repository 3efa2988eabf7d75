#include <doctest/doctest.h>

#include <string>

#include <triptych/verify.hpp>
#include "../../deck_samples.hpp"

#include "base/base64.hpp"
#include "base/css.hpp"
#include "base/text.hpp"
#include "deck/deck.hpp"
#include "deck_html/palette.hpp"
#include "deck_html/write.hpp"
#include "style/contrast.hpp"

using namespace triptych;

namespace {

std::string write(doc::Book book, unsigned jobs = 1) {
    const test::Press press(std::move(book));
    Diagnostics diagnostics;
    Threads threads(jobs);
    const auto resources = press.resources(threads);
    auto deck = deck::split(press.book, {.detail = Detail::full});
    deck = deck::fit(std::move(deck), press.book, resources, diagnostics);
    return deck_html::write(deck, press.book, resources, {deck_html::Place::inside}, diagnostics)
        .page;
}

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("each slide is a named group with one heading, its notes behind it") {
    const auto page = write(test::book_of({test::pillars()}));
    CHECK(count(page, "<section class=\"slide ") == 3);
    CHECK(count(page, "aria-roledescription=\"slide\"") +
              count(page, "aria-roledescription=\"diapositive\"") ==
          3);
    CHECK(count(page, "<h2 class=\"title\"") == 3);
    CHECK(has(page, "<section class=\"slide content size-2400\" id=\"jardin--soir\""));
    CHECK(has(page, "<li>Un arrosoir près de la porte</li>"));
    CHECK(has(page, "<details class=\"notes\">"));
}

TEST_CASE("rows of a table too wide for a telephone stand there as records, in their roles") {
    const auto line = [](std::vector<std::string> words) {
        doc::Row row;
        for (std::string& word : words) {
            doc::Cell cell;
            cell.body = {test::paragraph(std::move(word))};
            row.cells.push_back(std::move(cell));
        }
        return row;
    };
    doc::Table table;
    table.columns.resize(3);
    table.head = {line({"Outil de jardinage", "Ce qu'il permet", "Emplacement habituel"})};
    table.rows = {line({"Arrosoir", "Arroser sans abîmer les semis", "Près de la porte"})};
    const auto page = write(test::book_of({test::page("p", "Page", {{std::move(table), {}}})}));
    CHECK(has(page, "<div class=\"table stacks"));
    CHECK(has(page, "<table role=\"table\" class=\"set\">"));
    CHECK(has(page, "<td data-label=\"Emplacement habituel\" role=\"cell\">"));
    CHECK(has(page, "@media screen and (max-width: 699px) {\n:is(.stacks, .stacks-early) table"));
}

TEST_CASE("no placeholder of the template is left, and what people wrote is escaped") {
    auto book =
        test::book_of({test::page("p", "Plus <petit> & \"sûr\"", {test::paragraph("a < b")})});
    book.metadata.title = "</title><script>alert(1)</script>{{slides}}";
    const auto page = write(std::move(book));
    CHECK_FALSE(has(page, "<script>alert"));
    CHECK(has(page, "Plus &lt;petit&gt; &amp; "));
    CHECK_FALSE(has(page, "{{previous}}"));
    CHECK(count(page, "<main") == 1);
}

TEST_CASE("the page says nothing to the network, and only its own script runs") {
    const auto page = write(test::book_of({test::pillars()}));
    CHECK(has(page, "default-src 'none'"));
    CHECK(count(page, "<script") == 1);
    CHECK_FALSE(has(page, "src=\"http"));
    CHECK_FALSE(has(page, "url(http"));
}

TEST_CASE("the same bytes for any number of threads") {
    CHECK(write(test::book_of({test::pillars()}), 1) == write(test::book_of({test::pillars()}), 3));
}

TEST_CASE("Base64 is padded") {
    CHECK(base64("") == "");
    CHECK(base64("f") == "Zg==");
    CHECK(base64("fo") == "Zm8=");
    CHECK(base64("foo") == "Zm9v");
    CHECK(base64("foob\xff") == "Zm9vYv8=");
}

TEST_CASE("text is readable on the light and on the dark ground") {
    const auto look = test::Press(test::book_of({})).resources().sheet.slides;
    deck_html::Palette palette(look);
    for (const Colour colour : {look.ink, look.accent, look.quiet, Colour{255, 240, 0}}) {
        CHECK(style::contrast(palette.dark_text(colour), palette.dark_ground()) >= 4.5);
        CHECK(style::contrast(style::readable(colour, look.ground, 4.5), look.ground) >= 4.5);
    }
    CHECK(style::contrast({0, 0, 0}, {255, 255, 255}) == doctest::Approx(21));
}

TEST_CASE("the verifier of slides finds what their policy and readers would") {
    const auto page = write(test::book_of({test::pillars()}));
    const auto said = [&](std::string_view from, std::string_view to) {
        REQUIRE(has(page, from));
        std::string all;
        for (const auto& one : verify_html(text::replace_all(page, from, to)))
            all += one.message.english() + "\n";
        return all;
    };
    CHECK(verify_html(page).empty());
    CHECK(
        has(said("// Turns the document", "// turns the document"), "does not know the <script>"));
    CHECK(has(said("<style>\n", "<style>\n "), "does not know the <style>"));
    CHECK(has(said("</main>", "<script>1</script></main>"), "does not know the <script>"));
    CHECK(has(said("</main>", "<img src=\"https://e.org/a.png\" alt=\"\"></main>"),
              "not in the file"));
    CHECK(has(said("</main>", "<p onclick=\"a\">a</p></main>"), "has a script"));
    CHECK(has(said("</main>", "<p id=\"_title\">a</p></main>"), "the id '_title'"));
    CHECK(has(said("</main>", "<a href=\"javascript:a\">a</a></main>"), "leads to 'javascript:a'"));
    CHECK(has(said("</main>", "<a href=\"https://e.org/\">a</a></main>"), "hands its window on"));
    CHECK(has(said("Content-Security-Policy", "Content-Policy"), "no content security policy"));
}

TEST_CASE("the verifier of slides holds elements against where they may stand") {
    const auto page = write(test::book_of({test::pillars()}));
    const auto said = [&](const std::string& inside) {
        std::string all;
        for (const auto& one : verify_html(text::replace_all(page, "</main>", inside + "</main>")))
            all += one.message.english() + "\n";
        return all;
    };
    CHECK(said("<p>a<br>b</p><svg><path/></svg>").empty());
    CHECK(has(said("<p>"), "<p> is not closed"));
    CHECK(has(said("</p>"), "</p> closes nothing"));
    CHECK(has(said("<b><i></b></i>"), "<i> is not closed"));
    CHECK(has(said("<p><div></div></p>"), "<div> stands in <p>"));
    CHECK(has(said("<ul><p>a</p></ul>"), "<p> stands in <ul>"));
    CHECK(has(said("<li>a</li>"), "<li> stands in <main>"));
    CHECK(has(said("<kbd><h2>a</h2></kbd>"), "<h2> stands in <kbd>"));
    CHECK(has(said("<dl><a href=\"#_deck\">a</a></dl>"), "<a> stands in <dl>"));
    CHECK(has(said("<meta http-equiv=\"refresh\" content=\"0\">"), "<meta> stands in <main>"));
    CHECK(has(said("<a href=\"#_deck\"><b><a href=\"#_deck\">a</a></b></a>"), "<a> stands in <a>"));
    CHECK(has(said("<p class=\"a\" class=\"b\">a</p>"), "<p> has 'class' twice"));
    CHECK(has(said("<span/>"), "<span/> closes itself"));
}

TEST_CASE("names of fonts end neither a string nor the style sheet") {
    CHECK(css_string("Ma Police") == "'Ma Police'");
    CHECK(css_string("a'b\\c\n</style>") == "'a\\27 b\\5c c\\a \\3c \\2f style\\3e '");
}
