#include <string>

#include <doctest/doctest.h>

#include "../../deck_samples.hpp"
#include "deck/gist/led_lists.hpp"
#include "deck/sentence/standing.hpp"
#include "doc/walk.hpp"

namespace triptych {
namespace {

doc::Block counted(std::int32_t start, std::vector<std::string> items) {
    doc::List list = test::list(std::move(items), true);
    list.start = start;
    return {std::move(list), {}};
}
doc::Block bullets(std::vector<std::string> items) { return {test::list(std::move(items)), {}}; }

deck::PointColumn shown(const doc::Blocks& blocks) {
    std::vector<const doc::Block*> all;
    for (const auto& block : blocks) all.push_back(&block);
    const auto* lexicon = deck::lexicon_of("fr");
    return std::get<deck::PointColumn>(
        deck::shown_of(deck::lists_in(all, lexicon, deck::LinkLists::left_out), lexicon));
}

TEST_CASE("a list that is parted by others goes on counting") {
    const auto column =
        shown({counted(1, {"Ouvrir la remise"}),
               bullets({"Prendre la clé du fond", "Allumer la lampe du couloir"}),
               counted(2, {"Compter les outils", "Noter ceux qui manquent"}),
               bullets({"Au crayon sur le registre vert"}), counted(4, {"Fermer la remise"})});
    CHECK(column.counted);
    REQUIRE(column.points.size() == 4);
    CHECK(column.points.front().number == 1);
    CHECK(column.points.back().number == 4);
    CHECK(doc::plain_text(column.points.back().tail) == "Fermer la remise");
    CHECK(column.more == 3);
}

TEST_CASE("no list goes on from one that is left out") {
    const auto column = shown({bullets({"Un râteau", "Une bêche"}), test::paragraph("Voir aussi :"),
                               counted(1, {"La remise du fond", "Le four à pain"}),
                               test::paragraph("Le portail ferme le soir."),
                               counted(3, {"La serre froide", "Le puits du village"})});
    CHECK(column.points.size() == 2);
    CHECK(column.more == 2);
}

TEST_CASE("a list that counts anew is another one") {
    const auto column = shown({counted(1, {"Ouvrir la remise", "Compter les outils"}),
                               counted(1, {"Semer les radis", "Les couvrir de paille"})});
    CHECK(column.points.size() == 2);
    CHECK(column.more == 2);
}

TEST_CASE("the only item of a list that leads to others is their lead-in") {
    doc::List inner = test::list({"Une clé par famille", "Un outil à la fois"});
    doc::List outer = test::list({"Les règles de la remise :"});
    outer.items.front().body.push_back({inner, {}});
    const auto column = shown({{outer, {}}});
    CHECK(doc::plain_text(column.label) == "Les règles de la remise :");
    CHECK(column.points.size() == 2);
    CHECK(column.more == 0);
}

TEST_CASE("what is forbidden is named, though the whole of it has no room") {
    const std::string threat =
        "Menaces : ne menacez personne au jardin, ni de vive voix ni par lettre, et n’y invitez "
        "pas les autres, même quand un voisin a pris vos outils ou marché sur vos semis.";
    const std::vector<std::string> items = {threat, "Insultes : les gros mots",
                                            "Vols : prendre ce qui est à autrui"};
    const auto said = [&](bool forbidden) {
        const auto column = deck::points_of(test::list(items), deck::lexicon_of("fr"), forbidden);
        return doc::plain_text(column.points.front().head);
    };
    CHECK(said(true) == "Menaces");
    // Elsewhere the word alone would say the contrary.
    CHECK(said(false) == "Insultes");
    CHECK(deck::forbids(test::text("Ce qui n’est pas permis")));
    CHECK(deck::forbids(test::text("What is not allowed?")));
    CHECK_FALSE(deck::forbids(test::text("Ce que chacun apporte")));
}

TEST_CASE("steps that a word counts are told one by one, or not beyond the first that is not") {
    const std::string meeting =
        "Étape 2 : le bureau réunit ensuite les deux voisins dans la remise du fond, un soir de la "
        "semaine qui suit. Chacun peut y venir avec un ami.";
    const std::vector<std::string> steps = {
        "Étape 1 : le voisin écrit une lettre au bureau du jardin.", meeting,
        "Étape 3 : le bureau décide.", "Étape 4 : le voisin peut demander un second avis."};
    const auto column = deck::points_of(test::list(steps), deck::lexicon_of("fr"));
    REQUIRE(column.points.size() == 4);
    CHECK(doc::plain_text(column.points[1].head) == "Étape 2");
    CHECK(doc::plain_text(column.points[1].tail).starts_with("le bureau réunit"));
    auto unshown = steps;
    unshown[2] = "Étape 3";
    for (int i = 0; i < 60; ++i) unshown[2] += " mot";
    const auto cut = deck::points_of(test::list(unshown), deck::lexicon_of("fr"));
    CHECK(cut.points.size() == 2);
    CHECK(cut.more == 2);
}

}  // namespace
}  // namespace triptych
