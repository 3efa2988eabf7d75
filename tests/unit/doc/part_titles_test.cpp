#include "doc/part_titles.hpp"

#include <doctest/doctest.h>

#include "doc/walk.hpp"

using namespace triptych;

namespace {

doc::Inlines text(std::string words) { return {{doc::Text{std::move(words)}, {}}}; }

/// Titles of the parts of a book with a page “Le rôle d’une API”, one behind the other.
std::string calmed(std::vector<doc::Inlines> titles) {
    doc::Book book;
    book.pages.emplace_back().title = text("Le rôle d’une API");
    for (doc::Inlines& title : titles) book.parts.push_back({std::move(title), "", {}});
    doc::calm_part_titles(book);
    std::string all;
    for (const doc::Part& part : book.parts)
        all += (all.empty() ? "" : "|") + doc::plain_text(part.title);
    return all;
}

}  // namespace

TEST_CASE("parts that are all in capitals are set like others, abbreviations kept") {
    CHECK(calmed({text("CADRER"), text("ÉCRIRE UNE API")}) == "Cadrer|Écrire une API");
    CHECK(calmed({text("CADRER"), text("Concevoir")}) == "CADRER|Concevoir");
    CHECK(calmed({text("API"), text("SQL")}) == "API|SQL");
    CHECK(calmed({text("CADRER\u00A0: API 2")}) == "Cadrer\u00A0: API 2");
}

TEST_CASE("a part’s title in several texts begins with one capital") {
    doc::Strong strong;
    strong.body = text("UN SERVICE");
    doc::Inlines title = text("OUVRIR ");
    title.push_back({std::move(strong), {}});
    CHECK(calmed({std::move(title), {}}) == "Ouvrir un service|");
}
