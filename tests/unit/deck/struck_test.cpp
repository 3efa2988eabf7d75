#include <chrono>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "../../typesetting_fixture.hpp"
#include "deck/flat/flat_text.hpp"
#include "deck/flat/struck.hpp"
#include "deck/language/lexicon.hpp"
#include "deck/sentence/sentences.hpp"
#include "doc/walk.hpp"

namespace triptych {
namespace {

using test::text;

/// Words with those between two tildes struck out.
doc::Inlines struck(std::string_view words) {
    doc::Inlines inlines;
    while (!words.empty()) {
        const std::size_t open = words.find('~');
        const auto before = words.substr(0, open);
        if (!before.empty()) inlines.push_back({doc::Text{std::string(before)}, {}});
        if (open == words.npos) break;
        const std::size_t close = words.find('~', open + 1);
        const auto inner = words.substr(open + 1, close - open - 1);
        inlines.push_back({doc::Strikethrough{text(std::string(inner))}, {}});
        words.remove_prefix(close + 1);
    }
    return inlines;
}

std::string left_of(std::string_view words) {
    return doc::plain_text(deck::without_struck(struck(words)));
}

TEST_CASE("what words struck out leave behind goes with them") {
    CHECK(left_of("Le 1er, ~le 2~, important.") == "Le 1er, important.");
    CHECK(left_of("Le 1er, ~le 2~, ~le 3~, le 4.") == "Le 1er, le 4.");
    CHECK(left_of("Ouvert à sept heures ~et demie~.") == "Ouvert à sept heures.");
    CHECK(left_of("Ouvert le lundi et ~le mardi~.") == "Ouvert le lundi.");
    CHECK(left_of("Ouvert le lundi, ou ~le mardi~") == "Ouvert le lundi");
    CHECK(left_of("La pelle, ~la scie~ et le râteau.") == "La pelle et le râteau.");
    CHECK(left_of("Spades, ~saws~ and rakes.") == "Spades and rakes.");
    CHECK(left_of("La pelle (~bleue~) est là.") == "La pelle est là.");
    CHECK(left_of("La pelle (bleue, ~neuve~) est là.") == "La pelle (bleue) est là.");
    CHECK(left_of("~Lundi~, mardi et jeudi") == "mardi et jeudi");
    CHECK(left_of("Fermé à midi. ~Ouvert le soir~. Gratuit.") == "Fermé à midi. Gratuit.");
    CHECK(left_of("Le portail – ~vert~ – ferme.") == "Le portail – ferme.");
    CHECK(left_of("~Rien~") == "");
}

TEST_CASE("words beside those struck out stay as they are") {
    CHECK(left_of("Le lundi et ~le mardi~ le jeudi.") == "Le lundi et le jeudi.");
    CHECK(left_of("Il coûte ~80~ 60 euros.") == "Il coûte 60 euros.");
    CHECK(left_of("Horaire ~d’été~ : de 8 à 20 heures.") == "Horaire : de 8 à 20 heures.");
    CHECK(left_of("Un brevet ~perdu~.") == "Un brevet.");
    CHECK(left_of("des clé~f~s") == "des clés");
    const doc::Inlines bold = {{doc::Strong{struck("Gare, ~quai,~ ")}, {}},
                               {doc::Text{", port"}, {}}};
    CHECK(doc::plain_text(deck::without_struck(bold)) == "Gare, port");
    const doc::Inlines code = {{doc::Code{"a"}, {}},
                               {doc::Text{", "}, {}},
                               {doc::Strikethrough{text("b")}, {}},
                               {doc::Text{", "}, {}},
                               {doc::Code{"c"}, {}}};
    CHECK(doc::plain_text(deck::without_struck(code)) == "a, c");
}

TEST_CASE("a claim has none of the words struck out, nor their signs") {
    const auto found = deck::claim_in(
        struck("Le portail du village ouvre le lundi, ~le mardi~, et le samedi matin."),
        deck::lexicon_of("fr"));
    REQUIRE(found);
    CHECK(doc::plain_text(found->words) ==
          "Le portail du village ouvre le lundi et le samedi matin.");
}

TEST_CASE("gaps without end are closed in time of their length") {
    doc::Inlines many;
    for (int i = 0; i < 100'000; ++i) {
        many.push_back({doc::Strikethrough{text("a")}, {}});
        many.push_back({doc::Text{i % 2 == 0 ? ", " : " "}, {}});
    }
    many.push_back({doc::Text{std::string(100'000, ',') + " fin"}, {}});
    const auto begin = std::chrono::steady_clock::now();
    CHECK(doc::plain_text(deck::without_struck(many)) == "fin");
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
}

}  // namespace
}  // namespace triptych
