#include "doc/lists.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "doc/term_index.hpp"
#include "doc/walk.hpp"

namespace triptych {
namespace {

doc::Inline text(std::string words) { return {doc::Text{std::move(words)}, {}}; }
doc::Inline bold(std::string words) { return {doc::Strong{{text(std::move(words))}}, {}}; }
doc::Block paragraph(doc::Inlines body) { return {doc::Paragraph{std::move(body), {}}, {}}; }

doc::Page page(std::string path, doc::Blocks body) {
    doc::Page page;
    page.id = page.path = std::move(path);
    page.short_title = "Page " + page.id;
    page.body = std::move(body);
    return page;
}

doc::Book book_of(std::vector<doc::Page> pages) {
    doc::Book book;
    book.metadata.language = "fr";
    book.parts.emplace_back();
    for (std::uint32_t i = 0; i < pages.size(); ++i) book.parts[0].pages.push_back(PageId{i});
    book.pages = std::move(pages);
    return book;
}

std::string index_of(doc::Book book) {
    std::string out;
    for (const auto& entry : doc::index_terms(book)) {
        out += entry.term + ":";
        for (const auto& place : entry.places) out += " " + place.element;
        out += "\n";
    }
    return out;
}

TEST_CASE("bold terms are found once a page, whatever their accents and capitals") {
    doc::Blocks one, two;
    one.push_back(paragraph({text("Une "), bold("équipe"), text(" et son "), bold("Équipe"),
                             text(" de "), bold("terrain.")}));
    two.push_back(paragraph({bold("Équipe"), text(" encore, "), bold("2026"), text(", "),
                             bold("une phrase en gras de six mots"), text(".")}));
    CHECK(index_of(book_of({page("a", std::move(one)), page("b", std::move(two))})) ==
          "équipe: a.term-1 b.term-1\nterrain: a.term-2\n");
}

TEST_CASE("terms of the glossary are found wherever the text has their words") {
    doc::Heading heading;
    heading.id = "mvp";
    heading.body = {text("Produit minimum viable")};
    doc::Blocks body, glossary;
    body.push_back(paragraph({text("Un produit\u00A0minimum viable, puis le produit.")}));
    glossary.push_back({std::move(heading), {}});
    glossary.push_back(paragraph({text("Le produit minimum viable.")}));
    auto book = book_of({page("a", std::move(body)), page("GLOSSARY.md", std::move(glossary))});
    const std::string before = doc::plain_text(book.pages.front().body);
    const auto entries = doc::index_terms(book);
    REQUIRE(entries.size() == 1);
    CHECK(entries.front().term == "Produit minimum viable");
    REQUIRE(entries.front().places.size() == 2);
    CHECK(entries.front().places.front().page == PageId{0});
    CHECK(doc::plain_text(book.pages.front().body) == before);
}

TEST_CASE("a term of too many pages leads nowhere in particular") {
    std::vector<doc::Page> pages;
    for (std::size_t i = 0; i <= doc::most_places; ++i) {
        doc::Blocks body;
        body.push_back(paragraph({bold("Exemple"), text(" de "), bold(i == 0 ? "cas" : "fait")}));
        pages.push_back(page("p" + std::to_string(i), std::move(body)));
    }
    CHECK(index_of(book_of(std::move(pages))).starts_with("cas: p0.term-2\nfait: p1.term-2"));
}

TEST_CASE("figures and tables are numbered and listed apart, where they have a caption") {
    doc::Blocks body;
    body.push_back({doc::Figure{{}, {text("Un plan")}}, {}});
    body.push_back({doc::Figure{{}, {}}, {}});
    doc::Table table;
    table.caption = {text("Des chiffres")};
    body.push_back({std::move(table), {}});
    body.push_back({doc::Figure{{}, {text("Un schéma")}}, {}});
    doc::Book book = book_of({page("a", std::move(body))});
    doc::number_figures(book);
    doc::add_lists(book, {.figures = true, .tables = true}, doc::PlaceWords::titles);
    REQUIRE(book.pages.size() == 3);
    CHECK(doc::plain_text(book.pages[1].body) ==
          "Figure\u00A01 – Un plan\u2002Page a Figure\u00A02 – Un schéma\u2002Page a");
    CHECK(doc::plain_text(book.pages[2].body) == "Tableau\u00A01 – Des chiffres\u2002Page a");
    CHECK(book.parts.back().pages.size() == 2);
}

TEST_CASE("a list of nothing is not added") {
    doc::Book book = book_of({page("a", {})});
    doc::add_lists(book, {true, true, true}, doc::PlaceWords::numbers);
    CHECK(book.pages.size() == 1);
    CHECK(book.parts.size() == 1);
}

}  // namespace
}  // namespace triptych
