#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "../../deck_samples.hpp"
#include "deck/deck.hpp"
#include "doc/walk.hpp"

namespace triptych {
namespace {

using test::digest;
using test::text;

/// "**Term**⏎What is said of it.", or with the given sign between the two.
doc::Block term(std::string_view name, std::string_view said, bool on_line_of_its_own = true) {
    doc::Inlines words = {{doc::Strong{text(std::string(name))}, {}}};
    if (on_line_of_its_own)
        words.push_back({doc::LineBreak{}, {}});
    else
        words.push_back({doc::Text{" "}, {}});
    words.push_back({doc::Text{std::string(said)}, {}});
    return {doc::Paragraph{std::move(words), {}}, {}};
}

const deck::Slide& slide_called(const deck::Deck& deck, std::string_view title) {
    for (const auto& slide : deck.slides)
        if (doc::plain_text(slide.title) == title) return slide;
    FAIL("no slide is called ", std::string(title));
    return deck.slides.front();
}

TEST_CASE("a name in bold above its sentence is a term") {
    const auto deck = digest({test::heading("Fiche de culture", "p--fiche"),
                              term("Semis", "Le mois où la graine est mise en terre."),
                              term("Récolte", "Le mois où la plante est cueillie."),
                              term("Voisines", "Les plantes qui poussent bien à côté."),
                              test::heading("Cultures passées", "p--passees", 3),
                              test::paragraph("Les fiches des années passées sont gardées.")});
    const auto& slide = slide_called(deck, "Fiche de culture");
    CHECK(slide.archetype == deck::Archetype::terms);
    CHECK(slide.claim.empty());
    const std::string shown = doc::plain_text(slide.body);
    CHECK(shown.find("Récolte") != std::string::npos);
    CHECK(shown.find("Le mois où la plante est cueillie") != std::string::npos);
    // What stands under the heading below them is counted.
    CHECK(shown.find("gardées") == std::string::npos);
    CHECK(slide.more == 1);
}

TEST_CASE("a term keeps the picture letter before it and loses the dash inside it") {
    const auto signed_term = [](std::string_view sign, std::string_view name,
                                std::string_view said) {
        auto block = term(name, said, false);
        auto& words = std::get<doc::Paragraph>(block.node).body;
        words.insert(words.begin(), {doc::Text{std::string(sign)}, {}});
        return block;
    };
    const auto deck =
        digest({test::heading("Au jardin", "p--jardin"),
                signed_term("👋 ", "Saluer", "- Chacun dit bonjour en entrant au jardin."),
                signed_term("🤝 ", "Aider –", "Chacun prête la main au voisin qui la demande."),
                signed_term("", "Ranger -", "Chacun remet les outils là où il les a pris.")});
    const auto& slide = slide_called(deck, "Au jardin");
    CHECK(slide.archetype == deck::Archetype::terms);
    const auto& list = std::get<doc::List>(slide.body.front().node);
    REQUIRE(list.items.size() == 3);
    const auto shown = [&](std::size_t i) { return doc::plain_text(list.items[i].body); };
    CHECK(shown(0) == "👋 Saluer Chacun dit bonjour en entrant au jardin.");
    CHECK(shown(1) == "🤝 Aider Chacun prête la main au voisin qui la demande.");
    CHECK(shown(2) == "Ranger Chacun remet les outils là où il les a pris.");
}

TEST_CASE("a question in bold is a term, and may stand without its answer") {
    const auto deck = digest({test::heading("Questions", "p--questions"),
                              term("Faut-il arroser ?", "Oui, le soir.", false),
                              term("Faut-il bêcher ?", "Non, le sol vit.", false),
                              term("Faut-il tailler ?",
                                   "Seulement si la branche est morte, que la sève est descendue "
                                   "et que le gel est passé depuis une semaine au moins au fond "
                                   "du vallon.",
                                   false)});
    const auto& slide = slide_called(deck, "Questions");
    const std::string shown = doc::plain_text(slide.body);
    CHECK(shown.find("Faut-il arroser") != std::string::npos);
    CHECK(shown.find("Oui, le soir") != std::string::npos);
    CHECK(shown.find("Faut-il tailler") != std::string::npos);
}

TEST_CASE("a few terms are told at length, and all alike") {
    const std::string long_one =
        "le morceau de terre que la ville confie pour une saison à une "
        "famille du quartier qui en a fait la demande par écrit";
    doc::List list;
    for (const auto& [name, said] :
         {std::pair<std::string, std::string>{"Parcelle", long_one + "."},
          {"Remise", "la cabane du fond, où sont rangés les outils de tous."}}) {
        doc::Inlines words = {{doc::Strong{text(name)}, {}}, {doc::Text{" : " + said}, {}}};
        list.items.push_back({{{doc::Paragraph{std::move(words), {}}, {}}}, {}, {}});
    }
    const auto deck = digest({test::heading("Mots du jardin", "p--mots"), {list, {}}});
    const std::string shown = doc::plain_text(slide_called(deck, "Mots du jardin").body);
    CHECK(shown.find("demande par écrit") != std::string::npos);
    CHECK(shown.find("rangés les outils") != std::string::npos);
}

TEST_CASE("what leads to questions stays where they ask about it") {
    const auto shown = [](std::vector<std::string> questions) {
        const auto deck = digest({test::heading("Avant de planter", "p--planter"),
                                  {doc::Paragraph{text("Voici ce qu'il faut savoir d'un arbre :"),
                                                  doc::ParagraphRole::lead_in},
                                   {}},
                                  {test::list(std::move(questions)), {}}});
        const auto& slide = slide_called(deck, "Avant de planter");
        return doc::plain_text(slide.body) +
               (slide.claim.empty() ? "" : doc::plain_text(slide.claim.front()));
    };
    CHECK(shown({"Combien il mesure ?", "Est-il fragile ?", "Perd-il ses feuilles ?"})
              .find("d'un arbre") != std::string::npos);
    CHECK(shown({"Combien mesure le chêne ?", "Combien mesure le hêtre ?"}).find("d'un arbre") ==
          std::string::npos);
}

}  // namespace
}  // namespace triptych
