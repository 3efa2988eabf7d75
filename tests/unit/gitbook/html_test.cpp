#include <doctest/doctest.h>

#include "gitbook/syntax/html_tokens.hpp"
#include "parsed_body.hpp"

using namespace triptych;
using namespace triptych::gitbook;

TEST_CASE("figures keep width, alternative and caption") {
    const auto page = parsed(
        "<figure><img src=\"a b.png\" alt=\"Alt\" width=\"375\"><figcaption><p>Une <em>légende"
        "</em></p></figcaption></figure>\n");
    const auto& figure = first<doc::Figure>(page.body.blocks);
    CHECK(figure.pictures.at(0).alternative == "Alt");
    CHECK(figure.pictures.at(0).width == doctest::Approx(375.0 / 735));
    CHECK(doc::plain_text(figure.caption) == "Une légende");
    CHECK(page.body.media.at(0).path == "a b.png");
    CHECK(first<doc::Figure>(
              parsed("<figure><img src=\"a\"><figcaption></figcaption></figure>").body.blocks)
              .caption.empty());
}

TEST_CASE("figures side by side are a gallery") {
    const std::string one = "<figure><img src=\"a\"><figcaption></figcaption></figure> ";
    CHECK(
        first<doc::Figure>(parsed("<div>" + one + one + "</div>\n").body.blocks).pictures.size() ==
        2);
    const std::string told = "<figure><img src=\"a\"><figcaption>x</figcaption></figure> ";
    CHECK(
        first<doc::Columns>(parsed("<div>" + one + told + "</div>\n").body.blocks).columns.size() ==
        2);
}

TEST_CASE("line pictures and dark-mode pictures stand in the text") {
    const auto page = parsed(
        "<picture><source srcset=\"d.svg\"><img src=\"l.svg\" alt=\"\"></picture> a "
        "<img src=\"i.png\" alt=\"x\" data-size=\"line\">\n");
    CHECK(page.dump() ==
          "paragraph\n  inline-image 0\n  text \" a \"\n  inline-image 1 alternative=\"x\"\n");
}

TEST_CASE("inline elements of the whitelist") {
    const auto page = parsed(
        "<mark style=\"color:$primary;background-color:yellow;\">**m**</mark> <kbd>⌘</kbd> "
        "x<sup>2</sup><sub>3</sub> <u>u</u></br>y <a id=\"i\"></a>\n");
    CHECK(page.dump() ==
          "paragraph\n  mark text=blue ground=yellow\n    strong\n      text \"m\"\n  text \" \"\n"
          "  keyboard \"⌘\"\n  text \" x\"\n  superscript\n    text \"2\"\n  subscript\n"
          "    text \"3\"\n  text \" u\"\n  line-break\n  text \"y \"\n  anchor i\n");
}

TEST_CASE("icons and assistant buttons are never printed") {
    const auto page = parsed(
        "a <i class=\"fa-bolt\">:bolt:</i> <a href=\"x.md\" class=\"button primary\">Go</a> "
        "<button type=\"button\" data-action=\"ask\">Ask</button> "
        "<span data-gb-custom-inline data-tag=\"emoji\" data-code=\"1f680\">🚀</span>\n");
    CHECK(page.text() == "a Go 🚀");
    CHECK(page.count(Kind::content_dropped) == 1);
    CHECK(page.dump().find("link dead \"x.md\"\n    strong") != std::string::npos);
}

TEST_CASE("placeholders in angle brackets print as they are written") {
    CHECK(parsed("lance <mon-application> puis\n").text() == "lance <mon-application> puis");
    CHECK(parsed("<mon-application>\n").text() == "<mon-application>");
    CHECK(parsed("<installation guide>\nvoir *ici*\n").dump() ==
          "paragraph\n  text \"<installation guide> voir \"\n  emphasis\n    text \"ici\"\n");
    CHECK(parsed("<table><tr><td>a <ceci> b</td></tr></table>\n").text() == "a <ceci> b");
}

TEST_CASE("unbalanced HTML is reported and harmless") {
    CHECK(parsed("a <b>b\n").count(Kind::unclosed_tag) == 1);
    CHECK(parsed("a </a> b\n").count(Kind::stray_end_tag) == 1);
    CHECK(parsed("a <b>b\n").text() == "a b");
}

TEST_CASE("variables in expressions") {
    BodyOptions options;
    options.variables.set("space.vars.x", "42");
    CHECK(parsed("<code class=\"expression\">space.vars.x</code>\n", options).text() == "42");
    CHECK(parsed("<code class=\"expression\">space.vars.y</code>\n", options)
              .count(Kind::unknown_variable) == 1);
}

TEST_CASE("preformatted listings keep blank lines and highlighted lines") {
    const auto page = parsed(
        "<pre class=\"language-js\" data-title=\"b.js\" data-line-numbers=\"true\"><code class=\""
        "lang-js\">un &#x3C;a>\n<strong>deux\n</strong>\ntrois\n</code></pre>\n");
    const auto& code = first<doc::CodeBlock>(page.body.blocks);
    CHECK(code.text == "un <a>\ndeux\n\ntrois");
    CHECK(code.language == "js");
    CHECK(code.title == "b.js");
    CHECK(code.line_numbers);
    CHECK(code.highlighted == std::vector<std::uint32_t>{2});
}

TEST_CASE("tables drop hidden columns, option lists and hidden heads") {
    const auto page = parsed(
        "<table><thead><tr><th width=\"200\">A<select multiple><option value=\"1\">Non</option>"
        "</select></th><th data-hidden>H</th><th width=\"600\" align=\"right\" data-type=\""
        "checkbox\">B</th></tr></thead><tbody><tr><td><span data-option=\"1\">Oui</span></td>"
        "<td>caché</td><td>true</td></tr><tr><td></td><td></td></tr></tbody></table>\n");
    const auto& table = first<doc::Table>(page.body.blocks);
    REQUIRE(table.columns.size() == 2);
    CHECK(table.columns[0].width == doctest::Approx(0.25));
    CHECK(table.columns[1].align == doc::Align::right);
    CHECK(doc::plain_text(table.head.at(0).cells[0].body) == "A");
    CHECK(doc::plain_text(table.rows.at(0).cells[0].body) == "Oui");
    CHECK(doc::plain_text(table.rows.at(0).cells[1].body) == "☑");
    CHECK(table.rows.at(1).cells.size() == 2);
    CHECK(first<doc::Table>(
              parsed("<table data-header-hidden><thead><tr><th>A</th></tr></thead><tbody><tr>"
                     "<td>x</td></tr></tbody></table>\n")
                  .body.blocks)
              .head.empty());
}

TEST_CASE("headings in cells are no part of the outline") {
    const auto page =
        parsed("<table><tr><td><h4>T</h4><ul><li>a</li></ul></td></tr></table>\n\n<h3>V</h3>\n");
    CHECK(page.dump().find("paragraph\n        strong\n") != std::string::npos);
    CHECK(page.dump().find("heading level=3 look=3 id=\n  text \"V\"") != std::string::npos);
}

TEST_CASE("a table cut by blank lines is put together again") {
    const auto page =
        parsed("<table>\n<tr>\n\n    <td>a</td>\n\n    <td>b</td>\n</tr>\n\n</table>\n\n*x*\n");
    const auto& table = first<doc::Table>(page.body.blocks);
    CHECK(table.columns.size() == 2);
    CHECK(page.body.blocks.size() == 2);
}

TEST_CASE("cards take title, text, target and cover from their columns") {
    const auto page = parsed(
        "<table data-view=\"cards\"><thead><tr><th></th><th></th><th data-hidden "
        "data-card-target data-type=\"content-ref\"></th><th data-hidden data-card-cover "
        "data-type=\"files\"></th><th data-hidden></th></tr></thead><tbody><tr><td><strong>Titre"
        "</strong></td><td>Texte</td><td><a href=\"x.md\">x.md</a></td><td><a href=\"c.png\">"
        "c.png</a></td><td>caché</td></tr><tr><td></td><td></td><td></td><td></td><td>seul</td>"
        "</tr></tbody></table>\n");
    const auto& cards = first<doc::Cards>(page.body.blocks).cards;
    REQUIRE(cards.size() == 1);
    CHECK(doc::plain_text(cards[0].title) == "Titre");
    CHECK(doc::plain_text(cards[0].body) == "Texte");
    REQUIRE(cards[0].target);
    CHECK(std::get<doc::DeadLink>(*cards[0].target).written == "x.md");
    REQUIRE(cards[0].cover);
    CHECK(page.body.media.at(index(cards[0].cover->media)).path == "c.png");
    CHECK(page.text().find("caché") == std::string::npos);
}

TEST_CASE("a card's title is its first bold line") {
    const auto page = parsed(
        "<table data-view=\"cards\"><thead><tr><th></th><th></th><th></th></tr></thead><tbody><tr>"
        "<td><h4><i "
        "class=\"fa-code\">:code:</i></h4></td><td>CREER</td><td><h4>Titre</h4></td></tr>"
        "</tbody></table>\n");
    const auto& card = first<doc::Cards>(page.body.blocks).cards.at(0);
    CHECK(doc::plain_text(card.title) == "Titre");
    CHECK(doc::plain_text(card.body) == "CREER");
}

TEST_CASE("merged cells leave the cells they cover empty") {
    const auto page = parsed(
        "<table><tr><td rowspan=\"2\">a</td><td colspan=\"2\">b</td></tr>"
        "<tr><td>c</td><td>d</td></tr></table>\n");
    const auto& table = first<doc::Table>(page.body.blocks);
    REQUIRE(table.columns.size() == 3);
    CHECK(table.rows.at(0).cells.at(2).body.empty());
    CHECK(table.rows.at(1).cells.at(0).body.empty());
    CHECK(doc::plain_text(table.rows.at(1).cells.at(1).body) == "c");
}

TEST_CASE("buttons side by side stay apart") {
    CHECK(
        parsed("<a href=\"a\" class=\"button primary\">A</a><a href=\"b\" class=\"button\">B</a>\n")
            .text() == "A B");
}

TEST_CASE("a hint written as HTML inside a list item") {
    const auto page = parsed(
        "- item\n  <div data-gb-custom-block data-tag=\"hint\" data-style=\"success\">\n\n"
        "  dans *un* div\n\n  </div>\n");
    CHECK(page.dump().find("    callout success\n      paragraph\n") != std::string::npos);
    CHECK(page.count(Kind::unclosed_tag) == 0);
}

TEST_CASE("links in HTML have their exact place") {
    const std::string text = "x\n\n<table><tr><td>é <a href=\"y.md\">z</a></td></tr></table>\n";
    const auto page = parsed(text);
    const auto& cell = first<doc::Table>(page.body.blocks).rows.at(0).cells.at(0);
    const auto& link = std::get<doc::Paragraph>(cell.body.at(0).node).body.at(1);
    CHECK(text.substr(link.span.begin, link.span.end - link.span.begin) ==
          "<a href=\"y.md\">z</a>");
}

TEST_CASE("scripts and drawings in the page are reported") {
    CHECK(parsed("<script>alert(1)</script>\n\nx\n").text() == "x");
    CHECK(parsed("<script>alert(1)</script>\n").count(Kind::unsupported_html) == 1);
    CHECK(parsed("<iframe src=\"https://vimeo.com/1\"></iframe>\n")
              .dump()
              .find("link-card video dead \"https://vimeo.com/1\"") == 0);
}

TEST_CASE("of an element no more attributes are read than the parser can compare") {
    const auto read = [](std::string_view tag) { return tag.substr(0, end_of_attributes(tag)); };
    for (const std::string_view whole : {">", " a=1>", " a = 'x y' b=\"c d\"/>", " a b c/>", ""})
        CHECK(read(whole) == whole);
    for (const std::string_view one : {"a", "b=1", "c='x y z'", "d = \"e f\"", "g\n=\nh"}) {
        CAPTURE(one);
        std::string many;
        for (std::size_t i = 0; i < most_attributes; ++i) many += " " + std::string(one);
        CHECK(read(many + ">") == many + ">");
        CHECK(read(many + " last>") == many + " ");
    }
}

TEST_CASE("an element with more attributes keeps its first ones and its content") {
    std::string many = "<a href=\"https://a.example/\"";
    for (int i = 0; i < 1000; ++i) many += " a" + std::to_string(i) + "=x";
    const auto page = parsed(many + ">mot</a> fin\n");
    CHECK(page.dump() ==
          "paragraph\n  link dead \"https://a.example/\"\n    text \"mot\"\n  text \" fin\"\n");
    CHECK(page.count(Kind::content_dropped) == 1);
}
