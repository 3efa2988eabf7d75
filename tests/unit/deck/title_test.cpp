#include "deck/flat/title.hpp"

#include <doctest/doctest.h>

#include <string>

#include "doc/walk.hpp"

using namespace triptych;

TEST_CASE("a heading stands above others whole, or with its beginning when no line could hold it") {
    const doc::Inlines usual = {{doc::Strong{{{doc::Text{"Mot"}, {}}}}, {}},
                                {doc::Text{" fin"}, {}}};
    const doc::Inlines above = deck::as_kicker(usual);
    REQUIRE(above.size() == 2);
    CHECK(std::holds_alternative<doc::Strong>(above.front().node));

    std::string words;
    for (int i = 0; i < 100'000; ++i) words += "épi ";
    const std::string cut = doc::plain_text(deck::as_kicker({{doc::Text{words}, {}}}));
    CHECK(cut.size() < 420);
    CHECK(cut.starts_with("épi épi "));
    CHECK(cut.ends_with("…"));
}
