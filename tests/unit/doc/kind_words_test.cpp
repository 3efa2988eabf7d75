#include "doc/kind_words.hpp"

#include <doctest/doctest.h>

using namespace triptych;

TEST_CASE("a link card says provider and address once") {
    doc::LinkCard card;
    card.kind = doc::LinkCardKind::web;
    card.detail = "exemple.fr";
    card.target = doc::Url{"https://www.exemple.fr/"};
    CHECK(doc::detail_words(card, "fr") == "Page web · exemple.fr");
    CHECK(doc::unsaid_address(card) == nullptr);
    card.title = {{doc::Text{"exemple.fr"}, {}}};
    CHECK(doc::detail_words(card, "fr") == "Page web");
    CHECK(doc::unsaid_address(card) == nullptr);
    card.title = {{doc::Text{"Un exemple"}, {}}};
    card.target = doc::Url{"https://exemple.fr/page"};
    CHECK(doc::detail_words(card, "fr") == "Page web · exemple.fr");
    CHECK(doc::unsaid_address(card) != nullptr);
}
