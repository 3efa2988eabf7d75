#include <string>
#include <utility>

#include <doctest/doctest.h>

#include "../../deck_samples.hpp"
#include "deck/gist/claims.hpp"
#include "deck/gist/gist.hpp"
#include "deck/sentence/sentences.hpp"
#include "doc/walk.hpp"

namespace triptych {
namespace {

using test::text;

const deck::Lexicon* of_french() { return deck::lexicon_of("fr"); }
const deck::Lexicon* of_english() { return deck::lexicon_of("en"); }

/// Also where a list is shown beside it.
std::string claimed(const std::string& words, const deck::Lexicon* lexicon) {
    const auto found = deck::claim_in(text(words), lexicon, deck::Announcements::taken);
    return found ? doc::plain_text(found->words) : "";
}

/// What is shown of the only section of a page.
std::string shown(const std::string& title, doc::Blocks body, const deck::Lexicon* lexicon) {
    body.insert(body.begin(), test::numbered_heading("", title, "p--s"));
    const auto page = test::page("p", "Village", std::move(body));
    const auto passage = deck::passage_of(page);
    const auto& section = passage.children.front();
    auto claim = deck::gist_of(section, lexicon).claim;
    if (claim.empty()) claim = deck::last_resort(section, lexicon);
    return doc::plain_text(claim);
}

doc::Block quote(const std::string& words) { return {doc::Quote{{test::paragraph(words)}}, {}}; }

TEST_CASE("that there are many things says nothing, a number of them does") {
    for (const char* words :
         {"There are many ways to define a good gate.", "There are a lot of definitions of a gate.",
          "There exist numerous kinds of gates."})
        CHECK_MESSAGE(claimed(words, of_english()).empty(), std::string(words));
    for (const char* words : {"Il existe de nombreuses définitions du portail.",
                              "Il y a beaucoup de façons de fermer le portail.",
                              "Il existe une multitude de clés au village."})
        CHECK_MESSAGE(claimed(words, of_french()).empty(), std::string(words));
    CHECK(!claimed("There are three kinds of gates in the village.", of_english()).empty());
    CHECK(!claimed("There are many gates that close by themselves.", of_english()).empty());
    CHECK(!claimed("There are many gates: of oak, of iron, of both.", of_english()).empty());
    CHECK(!claimed("Il existe trois définitions du portail au village.", of_french()).empty());
    CHECK(!claimed("Il existe de nombreux portails qui ferment seuls.", of_french()).empty());
}

TEST_CASE("who is sent to a section is told nothing, unless it is to do something there") {
    for (const char* words : {"Go to the section Gates to learn how to close them.",
                              "Head over to the notice of the shed for the hours of the gate.",
                              "Jump to the chapter about the gates of the village."})
        CHECK_MESSAGE(claimed(words, of_english()).empty(), std::string(words));
    for (const char* words : {"Reportez vous à la section Les portails pour savoir les fermer.",
                              "Allez à la section Portails pour apprendre à les fermer.",
                              "Passez au chapitre des portails pour la suite de la visite.",
                              "Rendez-vous à la rubrique des portails pour tout savoir."})
        CHECK_MESSAGE(claimed(words, of_french()).empty(), std::string(words));
    CHECK(!claimed("Go to the section Gates and click the bell.", of_english()).empty());
    CHECK(!claimed("Go to the shed to fetch the key of the gate.", of_english()).empty());
    CHECK(!claimed("Allez à la section Portails et cliquez sur la cloche.", of_french()).empty());
    CHECK(!claimed("Allez à la remise pour demander la clé du portail.", of_french()).empty());
}

TEST_CASE("no cut leaves a word that waits for examples") {
    const std::string french_end =
        "Les horaires du portail et de la remise du village font partie des règles que tous les "
        "jardiniers doivent connaître avant le printemps, en particulier pour ouvrir la serre du "
        "fond aux visiteurs du matin.";
    CHECK(claimed(french_end, of_french()).find("en particulier") == std::string::npos);
    CHECK(claimed(french_end, of_french()).ends_with("printemps"));
    for (const char* end : {", en particulier", ", y compris", ", notamment"})
        CHECK_MESSAGE(
            claimed("Les jardiniers ferment le portail du village" + std::string(end), of_french())
                .empty(),
            std::string(end));
    for (const char* end : {", in particular", ", especially", ", including"})
        CHECK_MESSAGE(
            claimed("The gardeners close the gate at night" + std::string(end), of_english())
                .empty(),
            std::string(end));
    CHECK(!claimed("The gardeners close the gate at night, in particular.", of_english()).empty());
    CHECK(!claimed("Les jardiniers ferment, en particulier le soir, le portail.", of_french())
               .empty());
}

TEST_CASE("the usual case that the next sentences turn against is no claim") {
    for (const char* words : {"Usually when you enter a garden, it is clear who has the key.",
                              "Normally, when the gate rings, the gardener opens the gate."})
        CHECK_MESSAGE(claimed(words, of_english()).empty(), std::string(words));
    for (const char* words : {"D’habitude, le jardinier garde la clé du portail.",
                              "Habituellement, le portail du village ferme à six heures.",
                              "Normalement, lorsque la cloche sonne, le portail ferme."})
        CHECK_MESSAGE(claimed(words, of_french()).empty(), std::string(words));
    CHECK(!claimed("The gate is usually closed when the bell rings.", of_english()).empty());
    CHECK(!claimed("Le portail ferme d’habitude à six heures du soir.", of_french()).empty());
}

TEST_CASE("a long line that only says that a list is below goes") {
    const auto label = [](const char* words, const deck::Lexicon* lexicon) {
        return shown("The gate",
                     {test::paragraph(words),
                      {test::list({"Oil the hinges of the gate", "Close the shed at night"}), {}}},
                     lexicon);
    };
    CHECK(label("Below is a checklist of what you and your gardener should complete as soon as "
                "you move to another garden:",
                of_english())
              .empty());
    CHECK(label("Ci-dessous une liste des tâches que vous et votre jardinier avez à faire le jour "
                "où vous arrivez dans un autre jardin :",
                of_french())
              .empty());
    CHECK(!label("Below is a checklist of what you and your gardener should never do as soon as "
                 "you move to another garden:",
                 of_english())
               .empty());
}

TEST_CASE("the words of a template are not the author’s") {
    const char* words = "The gate of the garden closes by the gardener’s order.";
    const auto claim = [&](const char* before) {
        return shown("Notices", {test::paragraph(before), quote(words)}, of_english());
    };
    CHECK(claim("Here is a template of a notice.").empty());
    CHECK(claim("See this one, for example:").empty());
    const char* mots = "Le portail du jardin ferme sur ordre du jardinier.";
    const auto mention = [&](const char* before) {
        return shown("Les avis", {test::paragraph(before), quote(mots)}, of_french());
    };
    CHECK(mention("Voici un modèle que vous pouvez afficher.").empty());
    CHECK(mention("Voici ce que dit le maire du village.") == mots);
    CHECK(claim("Here is what the mayor says.") != "");
}

TEST_CASE("what leads to a quotation that is not shown is no claim") {
    const std::string rule = "« Chacun ferme le portail. »";
    CHECK(shown("La règle",
                {test::paragraph("Article 2 de la règle des jardins du village :"), quote(rule)},
                of_french())
              .empty());
    CHECK(shown("The rule",
                {test::paragraph("Article 2 of the rule of the gardens:"), quote("“Close it.”")},
                of_english())
              .empty());
    CHECK(shown("La règle",
                {test::paragraph("La règle des jardins du village ferme le portail la nuit."),
                 quote(rule)},
                of_french()) == "La règle des jardins du village ferme le portail la nuit.");
}

TEST_CASE("a few words say something only where they name the subject") {
    const auto claim = [](const char* words, const char* title, const deck::Lexicon* lexicon) {
        const char* behind = lexicon == of_french() ? "Cela se sait." : "It does so at night.";
        return shown(title, {test::paragraph(words), test::paragraph(behind)}, lexicon);
    };
    CHECK(shown("The gate", {test::paragraph("Doors rust.")}, of_english()) == "Doors rust.");
    CHECK(claim("Rust happens.", "Rust and its cure", of_english()).empty());
    CHECK(claim("All doors rust.", "The gate", of_english()).empty());
    CHECK(claim("You’re part of the village!", "The first days", of_english()).empty());
    CHECK(claim("Tout rouille.", "La rouille du portail", of_french()).empty());
    CHECK(claim("Vous voilà chez vous !", "Le portail", of_french()).empty());
    CHECK(!claim("All gates rust.", "The gates", of_english()).empty());
    CHECK(!claim("Vous devez fermer le portail !", "Les consignes", of_french()).empty());
    CHECK(!claim("We close the gate at night!", "The gate", of_english()).empty());
}

TEST_CASE("what tells of something that happened takes its story for granted") {
    for (const char* words : {"When you and your gardener met, they gave you the key of the gate.",
                              "When the bell rang, you closed the gate of the village."})
        CHECK_MESSAGE(claimed(words, of_english()).empty(), std::string(words));
    CHECK(claimed("Lorsque vous avez parlé au jardinier, il vous a donné la clé.", of_french())
              .empty());
    CHECK(!claimed("When you meet your gardener, you get the key of the gate.", of_english())
               .empty());
    CHECK(
        !claimed("When the bell rang, the gate is closed by the gardener.", of_english()).empty());
    CHECK(!claimed("Lorsque vous parlez au jardinier, vous recevez la clé.", of_french()).empty());
}

TEST_CASE("what a thing does says more than what it can’t do") {
    const char* does =
        "Le portail du village est la porte de chêne et de fer que les jardiniers du nord et du "
        "sud ferment le soir et ouvrent le matin avec la grande clé de la remise que le maire "
        "leur donne au printemps dans la cour.";
    CHECK(shown("Le portail",
                {test::paragraph(does),
                 test::paragraph("Le portail ne peut pas et ne tente pas d’arrêter le vent.")},
                of_french()) == does);
    const char* denied = "Le portail ne peut pas arrêter le vent du nord.";
    CHECK(shown("Le portail", {test::paragraph(denied)}, of_french()) == denied);
    const char* bell = "The gate cannot close before the bell of the church rings.";
    CHECK(shown("The gate", {test::paragraph(bell)}, of_english()) == bell);
}

}  // namespace
}  // namespace triptych
