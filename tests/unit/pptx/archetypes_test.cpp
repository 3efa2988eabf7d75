#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>

#include <triptych/verify.hpp>

#include <pugixml.hpp>

#include "../../archetype_samples.hpp"
#include "base/text.hpp"
#include "base/zip.hpp"
#include "deck/deck.hpp"
#include "pptx/write.hpp"

using namespace triptych;

namespace {

std::string write(std::vector<deck::Slide> slides) {
    auto page = test::page("p", "Page", {});
    const test::Press press(test::book_of({page}));
    Diagnostics diagnostics;
    deck::Deck deck;
    deck.title = "Archétypes";
    deck.language = "fr";
    for (std::size_t i = 0; i < slides.size(); ++i) {
        slides[i].title = test::text("Titre " + std::to_string(i));
        slides[i].section = "section-" + std::to_string(i);
    }
    deck.slides = std::move(slides);
    deck = deck::fit(std::move(deck), press.book, press.resources(), diagnostics);
    return pptx::write(deck, press.book, press.resources(), {0}, diagnostics);
}

std::map<std::string, std::string> parts_of(const std::string& bytes) {
    std::map<std::string, std::string> parts;
    const auto entries = unzip(bytes, std::size_t{64} << 20);
    REQUIRE(entries);
    for (const auto& entry : *entries) parts[entry.name] = entry.bytes;
    return parts;
}

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

/// The name of the layout that slide `number` (from 1) stands on.
std::string layout_of(const std::map<std::string, std::string>& parts, std::size_t number) {
    const auto& relations =
        parts.at("ppt/slides/_rels/slide" + std::to_string(number) + ".xml.rels");
    const std::size_t at = relations.find("slideLayouts/"), end = relations.find('"', at);
    pugi::xml_document layout;
    const auto& xml = parts.at("ppt/" + relations.substr(at, end - at));
    layout.load_buffer(xml.data(), xml.size());
    return layout.child("p:sldLayout").child("p:cSld").attribute("name").value();
}

}  // namespace

TEST_CASE("every archetype stands on a layout of its own name, each part on a placeholder") {
    const auto slides = test::samples();
    const auto parts = parts_of(write(slides));
    const std::vector<std::string> layouts = {
        "Chapitre",       "Pilier",  "Cartes",      "Cartes",          "Cartes",
        "Cartes",         "Termes",  "Comparaison", "Deux colonnes",   "Étapes",
        "Liste à cocher", "Contenu", "Phrase",      "Pilier numéroté", "Chiffre clé"};
    REQUIRE(layouts.size() == slides.size());
    for (std::size_t i = 0; i < slides.size(); ++i) {
        CAPTURE(layouts[i]);
        CHECK(layout_of(parts, i + 1) == layouts[i]);
        const auto& xml = parts.at("ppt/slides/slide" + std::to_string(i + 1) + ".xml");
        CHECK(count(xml, "txBox=\"1\"") == 0);
    }
    CHECK(count(parts.at("ppt/slides/slide1.xml"), "idx=\"3") == 6);
    CHECK(count(parts.at("ppt/slides/slide10.xml"), "idx=\"6") == 6);
    CHECK(count(parts.at("ppt/slides/slide14.xml"), "idx=\"16\"") == 1);
}

TEST_CASE("the verifier takes every archetype, and misses a place that is gone") {
    const auto file = write(test::samples());
    CHECK(verify_pptx(file).empty());
    const auto entries = unzip(file, std::size_t{64} << 20);
    REQUIRE(entries);
    std::vector<ZipEntry> broken;
    for (auto entry : *entries) {
        if (entry.name == "ppt/slideLayouts/slideLayout5.xml")
            entry.bytes = text::replace_all(entry.bytes, "idx=\"16\"", "idx=\"99\"");
        broken.push_back({entry.name, entry.bytes});
    }
    std::string said;
    for (const auto& one : verify_pptx(*zip(broken))) said += one.message.english() + "\n";
    CHECK(said.find("has no placeholder 16") != std::string::npos);
}

TEST_CASE("formulas are native, with a line of text for programs that know none") {
    doc::Inlines words = test::text("Voici ");
    words.push_back({doc::Math{"\\frac{a}{b} = \\sqrt{x^2}"}, {}});
    auto slide = test::slide_of(deck::Archetype::bullets, {{doc::Paragraph{words, {}}, {}}}, "");
    slide.body.push_back({doc::MathBlock{"\\sum_{i=1}^n i"}, {}});
    const auto parts = parts_of(write({slide}));
    const auto& xml = parts.at("ppt/slides/slide1.xml");
    CHECK(count(xml, "<mc:AlternateContent") == 2);
    for (const char* element : {"<m:f>", "<m:rad>", "<m:sSup>", "<m:nary>", "<m:oMathPara"})
        CHECK_MESSAGE(count(xml, element) == 1, element);
    CHECK(count(xml, "a/b = √x²") == 1);
    CHECK(count(xml, "\\sqrt") == 0);
    CHECK(count(xml, "Requires=\"fm\"") == 2);
}

TEST_CASE("two slides of one title show it alike, and are listed apart") {
    auto first = test::slide_of(deck::Archetype::bullets, {test::paragraph("Un.")}, "");
    auto second = first;
    auto page = test::page("p", "Page", {});
    const test::Press press(test::book_of({page}));
    Diagnostics diagnostics;
    deck::Deck deck;
    deck.title = "Jumeaux";
    deck.language = "fr";
    first.section = "a";
    second.section = "b";
    second.kicker = test::text("Autre page");
    deck.slides = {first, second};
    deck = deck::fit(std::move(deck), press.book, press.resources(), diagnostics);
    const auto parts = parts_of(pptx::write(deck, press.book, press.resources(), {0}, diagnostics));
    const auto& xml = parts.at("ppt/slides/slide2.xml");
    CHECK(count(xml, "Un titre d’une ligne (Autre page)") == 1);
    CHECK(count(xml, ">Un titre d’une ligne<") == 1);
    CHECK(xml.find("y=\"-") != std::string::npos);
}
