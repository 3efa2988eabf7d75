#include <doctest/doctest.h>

#include "parsed_body.hpp"

/// What is left open ends at its place, is reported there, and swallows nothing.

using namespace triptych;
using namespace triptych::gitbook;

TEST_CASE("a quotation mark left open ends with the address, and all behind it stays") {
    const std::string text =
        "Voir <a href=\"https://exemple.fr/#/salon le salon</a>, puis la suite.\n\n"
        "{% hint style=\"info\" %}\nConseil\n{% endhint %}\n\n<b class=\"x\">gras</b>\n";
    const ParsedBody page = parsed(text);
    CHECK(page.text().find("le salon") != std::string::npos);
    CHECK(page.text().find("la suite") != std::string::npos);
    CHECK(first<doc::Callout>(page.body.blocks).body.size() == 1);
    CHECK(page.count(Kind::unclosed_tag) == 1);
    CHECK(page.place(Kind::unclosed_tag, text) == "\"");
    const auto& link = std::get<doc::Link>(first<doc::Paragraph>(page.body.blocks).body.at(1).node);
    CHECK(std::get<doc::DeadLink>(link.target).written == "https://exemple.fr/#/salon");
}

TEST_CASE("the same in a table, which ends where it is written to end") {
    const ParsedBody page = parsed(
        "<table><tr><td>Un</td><td>Dans <a href=\"https://exemple.fr/42 le salon</a>.</td></tr>"
        "</table>\n\nTexte \"cité\".\n\n<table><tr><td>Deux</td></tr></table>\n");
    CHECK(page.text().find("le salon") != std::string::npos);
    CHECK(page.body.blocks.size() == 3);
    CHECK(page.count(Kind::unclosed_tag) == 1);
}

TEST_CASE("a quotation mark left open before other attributes keeps them") {
    const ParsedBody page = parsed(
        "<a href=\"https://exemple.fr/ class=\"button\">Ouvrir</a> et <b id=\"x\">fin</b>\n");
    const auto& body = first<doc::Paragraph>(page.body.blocks).body;
    CHECK(doc::plain_text(body) == "Ouvrir et fin");
    CHECK(page.count(Kind::unclosed_tag) == 1);
}

TEST_CASE("attributes over lines, with marks of the other kind, and with > are whole") {
    const ParsedBody page = parsed(
        "<a href=\"https://exemple.fr/\"\n   title='dit \"oui\" > non'>mot</a> "
        "<img alt=\"a > b\" src=\"x.png\"> <span title=\"deux\nlignes\">fin</span>\n");
    CHECK(page.diagnostics.all().empty());
    CHECK(page.text().find("mot") != std::string::npos);
    CHECK(page.text().find("fin") != std::string::npos);
}

TEST_CASE("a comment left open ends with its line") {
    const ParsedBody page =
        parsed("Un\n\n<!-- note sans fin\n\n# Titre\n\nDeux <!-- bon --> fin\n");
    CHECK(page.text().find("Deux") != std::string::npos);
    CHECK(page.text().find("Titre") != std::string::npos);
    CHECK(page.text().find("note sans fin") == std::string::npos);
    CHECK(page.count(Kind::unclosed_tag) == 1);
    CHECK(parsed("<!-- sur\n\ndeux lignes -->\n\nmot\n").diagnostics.all().empty());
}

TEST_CASE("a tag left open ends with its line") {
    const ParsedBody page = parsed("<div class=\"x\"\n\nUn\n\nDeux\n");
    CHECK(page.text().find("Un") != std::string::npos);
    CHECK(page.text().find("Deux") != std::string::npos);
    CHECK(page.count(Kind::unclosed_tag) >= 1);
}

TEST_CASE("a sign for less is text wherever it opens nothing") {
    for (const char* text : {"a < b et c > d\n", "si x <y alors\n", "<div>a < b</div>\n",
                             "<table><tr><td>1 < 2</td></tr></table>\n"})
        CHECK(parsed(text).text().find('<') != std::string::npos);
}

TEST_CASE("a lone name in brackets is the author's; one with an end or attributes is a tag") {
    CHECK(parsed("Lancer <mon-application> ici\n").text() == "Lancer <mon-application> ici");
    CHECK(parsed("<mon-application>\nici **gras**\n").text().find("<mon-application>") == 0);
    const ParsedBody closed = parsed("Un <my-x>mot</my-x> <my-y a=\"b\"> <my-x>deux</my-x>\n");
    CHECK(closed.text() == "Un mot deux");
    CHECK(closed.count(Kind::unsupported_html) == 2);
}

TEST_CASE("elements cross, and none of their words is lost") {
    const ParsedBody page = parsed("<b>un <i>deux</b> trois</i> quatre\n\n<div>{% hint %}\n");
    CHECK(page.text().find("un deux trois quatre") != std::string::npos);
    const ParsedBody tags = parsed(
        "{% hint %}\n<details>\n<summary>titre</summary>\n\nun\n{% endhint %}\n\n</details>\n\n"
        "deux\n");
    CHECK(tags.text().find("un") != std::string::npos);
    CHECK(tags.text().find("deux") != std::string::npos);
    CHECK(tags.count(Kind::unclosed_tag) == 1);
    CHECK(tags.count(Kind::stray_end_tag) == 1);
}

TEST_CASE("no word is lost of a table without cells, of keys and readings that hold blocks") {
    for (const char* text :
         {"<table><caption>mot</caption></table>\n", "<kbd>a <ul><li>mot</li></ul></kbd>\n",
          "<ruby>a<rt><p>mot</p></rt></ruby>\n", "<table><tr><b>mot</b></tr></table>\n",
          "<figure>mot <img src=\"a.png\"></figure>\n", "<ul>mot<li>deux</li></ul>\n",
          "<span title=\"dit mot </span>\n"})
        CHECK(parsed(text).text().find("mot") != std::string::npos);
}
