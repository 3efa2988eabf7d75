#include <string>

#include <doctest/doctest.h>

#include "../../deck_samples.hpp"
#include "deck/gist/claims.hpp"
#include "deck/gist/items.hpp"
#include "deck/sentence/sentences.hpp"
#include "deck/sentence/standing.hpp"
#include "doc/walk.hpp"

namespace triptych {
namespace {

using test::text;

const deck::Lexicon& lexicon(std::string_view language) { return *deck::lexicon_of(language); }

std::string claimed(const std::string& words, std::string_view language = "fr") {
    const auto found = deck::claim_in(text(words), deck::lexicon_of(language));
    return found ? doc::plain_text(found->words) : "";
}

bool counts(const std::string& words, std::string_view language) {
    const auto flat = deck::flatten(text(words));
    return deck::only_counts(flat, {0, flat.text.size()}, lexicon(language));
}

TEST_CASE("what waits for what is done then stands on no slide") {
    CHECK(claimed("Pour bien démarrer dans la remise du jardin.").empty());
    CHECK(claimed("En respectant le règlement du jardin et de la remise.").empty());
    CHECK(claimed("To get started with the tools of the shed.", "en").empty());
    for (const char* words : {"Pour bien démarrer, chacun reçoit une clé de la remise.",
                              "Pour entrer au jardin il faut une clé de la remise.",
                              "En hiver la remise est fermée tous les soirs."})
        CHECK(claimed(words) == words);
    CHECK(claimed("To close the gate you need both hands.", "en") ==
          "To close the gate you need both hands.");
}

TEST_CASE("a sentence that only leads up to the next one stands on no slide") {
    for (const char* words :
         {"Parfois, le portail du jardin reste ouvert la nuit.",
          "Une autre façon de fermer est de pousser le verrou.",
          "Une solution encore meilleure est de changer le verrou.",
          "La première chose à faire est de trouver la clé.",
          "La fermeture du portail est assez simple.", "Le portail est une porte particulière.",
          "Le manuel de la remise décrit tous les outils.",
          "Je pense que le portail ferme bien le soir.",
          "Après la tonte, les outils sont rangés dans la remise.",
          "Le portail du jardin était autrefois en bois.",
          "De cette manière vous gardez les outils au sec.",
          "Par défaut, il ferme à dix heures le soir.",
          "Remarquez que le portail ferme à dix heures.",
          "Pour fermer le portail, il peut être difficile de trouver la clé."})
        CHECK_MESSAGE(claimed(words).empty(), std::string(words));
    for (const char* words :
         {"Sometimes the gate stays open all night long.",
          "An alternative is to close the gate by hand.",
          "In v2, the gate of the garden has no bell.", "Closing the gate of the garden is easy.",
          "The manual of the gate describes its hinges.", "My gate is the oldest of the village.",
          "The garden of the village was in a poor state.", "One could simply leave the gate open.",
          "It can be difficult to find the key of the gate."})
        CHECK_MESSAGE(claimed(words, "en").empty(), std::string(words));
    // The same words further on say something.
    CHECK(!claimed("Le portail ferme parfois plus tôt le dimanche.").empty());
    CHECK(!claimed("En hiver, il faut fermer le portail à cinq heures.").empty());
    CHECK(!claimed("Un portail simple ferme le jardin.").empty());
}

TEST_CASE("behind it the next sentence is the claim, where it names the subject") {
    const auto found = deck::claim_in(
        text("Le portail est une porte particulière. Le portail ferme le jardin à clé."),
        deck::lexicon_of("fr"));
    REQUIRE(found);
    CHECK(doc::plain_text(found->words) == "Le portail ferme le jardin à clé.");
    CHECK(found->needs_subject);
    const auto weak =
        deck::claim_in(text("De nombreux portails ferment à clé."), deck::lexicon_of("fr"));
    REQUIRE(weak);
    CHECK(weak->needs_subject);
    CHECK_FALSE(
        deck::claim_in(text("Le portail ferme à clé."), deck::lexicon_of("fr"))->needs_subject);
}

TEST_CASE("a count without what is counted is told from a row") {
    CHECK(counts("Il existe plusieurs versions du portail.", "fr"));
    CHECK(counts("Le jardin est fourni avec de nombreux outils.", "fr"));
    CHECK(counts("The garden provides several tools.", "en"));
    CHECK_FALSE(counts("Il existe deux portails : l’un à l’est, l’autre au sud.", "fr"));
    CHECK_FALSE(counts("La même allée passe à plusieurs endroits.", "fr"));
    CHECK_FALSE(counts("The gate closes three days a year.", "en"));
}

TEST_CASE("no sentence ends before a dash, and what code looks like is none") {
    CHECK(claimed("Gates – of wood, iron etc. – are kept in the shed of the garden.", "en") ==
          "Gates – of wood, iron etc. – are kept in the shed of the garden.");
    CHECK(claimed("open_gate(wide=True, bell=None, key=None, hinge=None)", "en").empty());
    CHECK(claimed("New in version 3.2 of the garden.", "en").empty());
}

TEST_CASE("what is counted in ways is told from what is not") {
    const auto ways = [](const std::string& words) {
        const auto flat = deck::flatten(text(words));
        return deck::counts_ways(flat, {0, flat.text.size()}, lexicon("en"));
    };
    CHECK(ways("There are three ways to open the gate."));
    CHECK_FALSE(ways("The following tools open the gate."));
    CHECK(deck::shows_examples(text("Exemples")));
    CHECK_FALSE(deck::shows_examples(text("Example of a gate")));
}

TEST_CASE("a claim that names a thing of its own may be any part of the subject") {
    CHECK(deck::names_particular(text("La serre Eden reste ouverte.")));
    CHECK(deck::names_particular(text("SSH ferme le portail.")));
    CHECK_FALSE(deck::names_particular(text("La terre nourrit la plante. Elle garde l’eau.")));
    CHECK(deck::speaks_for_itself(text("Le portail doit rester fermé."), lexicon("fr")));
    CHECK(deck::speaks_for_itself(text("Garder la clé du portail Nord."), lexicon("fr")));
    CHECK(deck::speaks_for_itself(text("Every gate has a key."), lexicon("en")));
    CHECK_FALSE(deck::speaks_for_itself(text("Le portail Nord est ouvert."), lexicon("fr")));
}

TEST_CASE("a passage in the other language is read by its words") {
    const auto* french = deck::lexicon_of("fr");
    const auto* english = deck::lexicon_of("en");
    CHECK(deck::lexicon_of_text("This is the gate of the garden.", french) == english);
    CHECK(deck::lexicon_of_text("Le portail du jardin est fermé.", english) == french);
    CHECK(deck::lexicon_of_text("Le portail « of the garden » est fermé.", french) == french);
    CHECK(deck::lexicon_of_text("Portail", french) == french);
    CHECK(deck::lexicon_of_text("The gate of the garden", nullptr) == nullptr);
    CHECK(claimed("This page is about the gate of the garden.").empty());
}

TEST_CASE("a lead-in that leans goes where its list means the same without it") {
    const auto* french = deck::lexicon_of("fr");
    const auto* english = deck::lexicon_of("en");
    CHECK(deck::may_go(text("Pour plus d’informations :"), french));
    CHECK(deck::may_go(text("Elles ferment de plusieurs manières :"), french));
    CHECK(deck::may_go(text("Note that:"), english));
    // Half a sentence, a condition, or what says something by itself stays.
    CHECK_FALSE(deck::may_go(text("Elle permet de :"), french));
    CHECK_FALSE(
        deck::may_go(text("Elles ferment dans les cas suivants, sauf le dimanche :"), french));
    CHECK_FALSE(deck::may_go(text("Le portail s’ouvre de trois façons :"), french));
    CHECK(deck::restricts(text("Elle permet de :"), french));
    CHECK(deck::restricts(text("Ne sont pas admis :"), french));
    CHECK_FALSE(deck::restricts(text("Ces outils restent dans la remise du fond :"), french));
}

TEST_CASE("a point says nothing of where to read on") {
    const auto point = [](const std::string& words, std::string_view language) {
        const doc::ListItem item{{test::paragraph(words)}, {}, {}};
        const auto found = deck::point_of(item, {24}, deck::lexicon_of(language));
        return found ? doc::plain_text(found->tail) : "";
    };
    CHECK(point("Fermer le portail du fond, voir le règlement", "fr") ==
          "Fermer le portail du fond");
    CHECK(point("Close the gate at the back, see the rules", "en") == "Close the gate at the back");
    CHECK(point("Fermer le portail, voir la remise si elle est ouverte", "fr") ==
          "Fermer le portail, voir la remise si elle est ouverte");
    CHECK(point("Recommencer comme dit en section 3", "fr").empty());
    CHECK(point("Ranger les outils ci-dessus", "fr").empty());
    CHECK(point("Consulter le registre du portail", "fr") == "Consulter le registre du portail");
    CHECK(point("Archives: see the shed at the back of the garden", "en").empty());
}

}  // namespace
}  // namespace triptych
