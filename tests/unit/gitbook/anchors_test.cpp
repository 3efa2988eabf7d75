#include "gitbook/book/anchors.hpp"

#include <doctest/doctest.h>

#include "doc/walk.hpp"

using namespace triptych;
using namespace triptych::gitbook;

namespace {

doc::Inlines words(std::string text) { return {{doc::Text{std::move(text)}, {}}}; }

doc::Block heading(std::string text, std::string id = "") {
    return {doc::Heading{2, 2, std::move(id), "", words(std::move(text))}, {}};
}

const doc::Heading& heading_at(const doc::Page& page, std::size_t i) {
    return std::get<doc::Heading>(page.body[i].node);
}

std::string number_of(std::string title, std::string& rest) {
    doc::Inlines body = words(std::move(title));
    std::string number = split_number(body);
    rest = std::get<doc::Text>(body.front().node).text;
    return number;
}

}  // namespace

TEST_CASE("headings get ids of the book, unique in their page") {
    doc::Page page;
    page.id = "equipe";
    page.title = words("L’équipe");
    page.body.push_back(heading("1. Rôles"));
    page.body.push_back(heading("Images"));
    page.body.push_back(heading("Images"));
    page.body.push_back(heading("Suite", "vieux-nom"));
    page.body.push_back(heading("日本語"));
    Diagnostics diagnostics;
    const Anchors anchors = identify_elements(page, {"haut"}, diagnostics);
    CHECK(heading_at(page, 0).id == "equipe--id-1.-roles");
    CHECK(heading_at(page, 0).number == "1.");
    CHECK(heading_at(page, 1).id == "equipe--images");
    CHECK(heading_at(page, 2).id == "equipe--images-1");
    CHECK(heading_at(page, 3).id == "equipe--vieux-nom");
    CHECK(heading_at(page, 4).id == "equipe--section");

    CHECK(*anchors.find("id-1.-roles") == "equipe--id-1.-roles");
    CHECK(*anchors.find("1-rôles") == "equipe--id-1.-roles");
    CHECK(*anchors.find("1-roles") == "equipe--id-1.-roles");
    CHECK(*anchors.find("images-1") == "equipe--images-1");
    CHECK(*anchors.find("vieux-nom") == "equipe--vieux-nom");
    CHECK(*anchors.find("suite") == "equipe--vieux-nom");
    CHECK(*anchors.find("日本語") == "equipe--section");
    CHECK(*anchors.find("lequipe") == "");
    CHECK(*anchors.find("haut") == "");
    CHECK(anchors.find("rien") == nullptr);
    CHECK(anchors.find("") == nullptr);
}

TEST_CASE("headings that are bold in part are numbered like others") {
    const auto split = [](std::string bold, std::string behind) {
        doc::Inlines body{{doc::Strong{words(std::move(bold))}, {}},
                          {doc::Text{std::move(behind)}, {}}};
        std::string number = split_number(body);
        return number + "|" + doc::plain_text(body);
    };
    CHECK(split("1. Rôles", " clés") == "1.|Rôles clés");
    CHECK(split("2.", " Rôles") == "2.|Rôles");
    CHECK(split("3.", "") == "|3.");
    CHECK(split("Rôles", " 4. clés") == "|Rôles 4. clés");
}

TEST_CASE("an explicit id wins over a title of the same name") {
    doc::Page page;
    page.id = "p";
    page.body.push_back(heading("Fin"));
    page.body.push_back(heading("Autre", "fin"));
    Diagnostics diagnostics;
    const Anchors anchors = identify_elements(page, {}, diagnostics);
    CHECK(*anchors.find("fin") == heading_at(page, 1).id);
    CHECK(heading_at(page, 0).id != heading_at(page, 1).id);
}

TEST_CASE("anchors in nested blocks, tabs and notes get ids, too") {
    doc::Page page;
    page.id = "p";
    doc::Callout callout;
    callout.body.push_back({doc::Paragraph{{{doc::Anchor{"É 1"}, {}}}}, {}});
    page.body.push_back({std::move(callout), {}});
    doc::Tabs tabs;
    tabs.tabs.push_back({words("Linux"), {heading("Installer")}, "", {}});
    page.body.push_back({std::move(tabs), {}});
    page.notes.push_back({"fn", {}, {}});
    Diagnostics diagnostics;
    const Anchors anchors = identify_elements(page, {}, diagnostics);
    CHECK(*anchors.find("É 1") == "p--e-1");
    CHECK(*anchors.find("linux") == "p--linux");
    CHECK(*anchors.find("installer") == "p--installer");
    CHECK(page.notes[0].id == "p--note-1");
}

TEST_CASE("a title bold as a whole is no longer bold") {
    doc::Page page;
    page.id = "p";
    doc::Block block = heading("");
    std::get<doc::Heading>(block.node).body = {{doc::Strong{words("1. Gras")}, {}}};
    page.body.push_back(std::move(block));
    Diagnostics diagnostics;
    identify_elements(page, {}, diagnostics);
    CHECK(heading_at(page, 0).number == "1.");
    CHECK(std::get<doc::Text>(heading_at(page, 0).body.front().node).text == "Gras");
}

TEST_CASE("the author's numbers are set apart") {
    std::string rest;
    CHECK(number_of("1. Une équipe", rest) == "1.");
    CHECK(rest == "Une équipe");
    CHECK(number_of("2) Deux", rest) == "2)");
    CHECK(number_of("1.2 Sous-titre", rest) == "1.2");
    CHECK(number_of("1.2.3. Plus bas", rest) == "1.2.3.");
    CHECK(number_of("A. Annexe", rest) == "A.");
    CHECK(number_of("12.\u00A0Espace fine", rest) == "12.");
    CHECK(rest == "Espace fine");
}

TEST_CASE("what only looks like a number stays in the title") {
    std::string rest;
    for (const char* title : {"3 raisons", "2024. Bilan", "1.Une", "1.", "M. Dupont", "12:30", "",
                              "10 % de plus", "A.B Tests", "1. "}) {
        CHECK(number_of(title, rest) == "");
        CHECK(rest == title);
    }
}
