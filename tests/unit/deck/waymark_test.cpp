#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "../../deck_samples.hpp"
#include "deck/gist/items.hpp"
#include "deck/gist/leads.hpp"
#include "deck/gist/led_lists.hpp"
#include "deck/sentence/sentences.hpp"
#include "deck/sentence/standing.hpp"
#include "deck/sentence/waymark.hpp"
#include "doc/walk.hpp"

namespace triptych {
namespace {

using test::text;

const deck::Lexicon* in_french() { return deck::lexicon_of("fr"); }
const deck::Lexicon* in_english() { return deck::lexicon_of("en"); }

std::string point_of_item(const std::string& words, const deck::Lexicon* lexicon) {
    const doc::ListItem item{{test::paragraph(words)}, {}, {}};
    const auto found = deck::point_of(item, {24}, lexicon);
    return found ? doc::plain_text(found->head) + "|" + doc::plain_text(found->tail) : "";
}

std::string claim_of_text(const std::string& words, const deck::Lexicon* lexicon) {
    const auto found = deck::claim_in(text(words), lexicon);
    return found ? doc::plain_text(found->words) : "";
}

TEST_CASE("lines that only lead from page to page are no content") {
    for (const char* line :
         {"<< Retour à l’accueil de la documentation", "Précédent | Suivant", "Back to top",
          "‹ Sommaire ›", "Home / Next", "Next →", "↑ Haut de page", "« Précédent",
          "Part of the garden(1) suite", "← Back to the shed"})
        CHECK_MESSAGE(deck::is_waymark(text(line)), std::string(line));
    for (const char* line :
         {"→ Retour du matériel en septembre", "« Le portail »", "Fichier → Ouvrir",
          "Next to the gate stands a shed", "Part of the garden is closed at night.",
          "Retour au calme après la récolte", "Back to the shed, the gardener rests.",
          "Ouvert | Fermé", "Le portail"})
        CHECK_MESSAGE(!deck::is_waymark(text(line)), std::string(line));
    doc::Inlines link = {{doc::Link{doc::Url{"https://example.org"}, text("Les outils")}, {}}};
    CHECK_FALSE(deck::is_waymark(link));
    doc::Inlines next = text("Suivant : ");
    next.push_back(link.front());
    CHECK(deck::is_waymark(next));
    link.push_back({doc::Text{" »"}, {}});
    CHECK(deck::is_waymark(link));
    CHECK(claim_of_text("Part of the garden(1) suite", in_english()).empty());
    CHECK(point_of_item("<< Retour à l’accueil de la documentation", in_french()).empty());
}

TEST_CASE("a reference or a label without its text is no point") {
    CHECK(point_of_item("Pour plus d’informations, voir la fiche du portail", in_french()).empty());
    CHECK(point_of_item("For more information on gates see our wiki page", in_english()).empty());
    for (const char* label : {"Synopsis", "Please note", "Note", "Example", "Returns"})
        CHECK_MESSAGE(deck::is_empty_label(text(label), *in_english()), std::string(label));
    for (const char* label : {"Remarque", "Exemple", "À noter", "Synopsis :"})
        CHECK_MESSAGE(deck::is_empty_label(text(label), *in_french()), std::string(label));
    CHECK_FALSE(deck::is_empty_label(text("Paramètres"), *in_french()));
    CHECK(deck::is_empty_beside(text("Paramètres"), *in_french()));
    CHECK(point_of_item("Returns: undefined", in_english()).empty());
    CHECK(point_of_item("Returns: the gate", in_english()) == "Returns|the gate");
    CHECK(point_of_item("Notes du jardinier", in_french()) == "|Notes du jardinier");
    CHECK_FALSE(deck::says_enough(text("Please note"), in_english()));
}

TEST_CASE("labels and bare terms go from among sentences, and headings like those of a manual") {
    const auto shown = [](std::vector<std::string> items, const deck::Lexicon* lexicon) {
        const doc::List list = test::list(std::move(items));
        std::string row;
        const auto column = deck::points_of(list, lexicon);
        for (const deck::Point& point : column.points)
            row += doc::plain_text(point.head) + doc::plain_text(point.tail) + "|";
        return row + std::to_string(column.more);
    };
    CHECK(shown({"Close the gate at night", "Please note", "Hang up the key again"},
                in_english()) == "Close the gate at night|Hang up the key again|1");
    CHECK(shown({"Title", "Note", "Date"}, in_english()) == "Title|Note|Date|0");
    deck::PointColumn column;
    column.points.resize(3);
    column.points[0].head = text("Options");
    column.points[1].head = text("Outils");
    column.points[2].head = text("Description");
    deck::drop_empty_labels(column, in_french());
    CHECK(column.points.size() == 3);
    column.points[1].head = text("Synopsis");
    deck::drop_empty_labels(column, in_french());
    CHECK(column.points.empty());
    CHECK(column.more == 3);
}

TEST_CASE("a point does not lean on an example or a place elsewhere") {
    CHECK(point_of_item("Le numéro de la clé ; ici 25.", in_french()).empty());
    CHECK(point_of_item("The number of the key in brackets; here 25.", in_english()).empty());
    CHECK(point_of_item("Les outils dont la liste a été donnée plus haut", in_french()).empty());
    CHECK(!point_of_item("Garder la clé au crochet le plus haut", in_french()).empty());
    CHECK(!point_of_item("Les clés se trouvent ici", in_french()).empty());
    CHECK(claim_of_text("It takes one to three keys.", in_english()).empty());
    CHECK(!claim_of_text("It takes about an hour to close the garden.", in_english()).empty());
    CHECK(claim_of_text("The last argument specifies the right gate.", in_english()).empty());
    CHECK(claim_of_text("Le dernier argument indique le portail voulu.", in_french()).empty());
    CHECK(!claim_of_text("The last argument of open-gate names the right gate.", in_english())
               .empty());
    CHECK(!claim_of_text("Le dernier argument de la commande indique le portail.", in_french())
               .empty());
    const auto prepares = [](const std::string& words, const deck::Lexicon* lexicon) {
        const auto flat = deck::flatten(text(words));
        return deck::prepares(flat, {0, flat.text.size()}, *lexicon);
    };
    CHECK(prepares("If you are using a different gate, you can change the key.", in_english()));
    CHECK(prepares("Si vous utilisez un autre portail, changez la clé.", in_french()));
    CHECK_FALSE(prepares("If you are using a bell, you can change the key.", in_english()));
}

TEST_CASE("a sentence that only announces or repeats its title says nothing") {
    const auto repeats = [](const char* words, const char* title, const deck::Lexicon* lexicon) {
        return deck::repeats_title(text(words), text(title), *lexicon);
    };
    CHECK(repeats("Creates a new Gate.", "new Gate(options)", in_english()));
    CHECK(repeats("Some observations to be made.", "Observations", in_english()));
    CHECK(repeats("Crée un nouveau portail.", "Portail", in_french()));
    CHECK_FALSE(repeats("Creates a new gate of wood.", "new Gate()", in_english()));
    CHECK_FALSE(repeats("The gate must be new.", "Gate", in_english()));
    CHECK_FALSE(repeats("Le portail est ouvert.", "Le portail", in_french()));
    for (const char* words : {"Des méthodes existent pour fermer le portail du fond.",
                              "Nous nous intéresserons ici aux outils du jardin.",
                              "Nous nous appuyons sur les deux premiers outils du jardin.",
                              "L’un des outils les plus intéressants est la bêche.",
                              "Les râteaux sont aussi souvent cités sous le terme outils."})
        CHECK_MESSAGE(claim_of_text(words, in_french()).empty(), std::string(words));
    CHECK(claim_of_text("Methods exist to close the gate at the back.", in_english()).empty());
    CHECK(!claim_of_text("Trois outils existent : la bêche, le râteau et la fourche.", in_french())
               .empty());
}

TEST_CASE("a lead-in that leans has the sentence before it in front, below another claim") {
    const doc::List list;
    const auto lead = [&](const char* claim, const char* before) {
        const deck::LedList led{&list, text("Cela inclut :"), text(before)};
        const auto found = deck::lead_under(text(claim), {}, led, in_french());
        return found ? doc::plain_text(*found) : "";
    };
    CHECK(lead("Le jardinier garde la clé.", "En effet, le jardinier garde la clé.") ==
          "Cela inclut :");
    CHECK(lead("Le portail ferme le soir.", "Le jardinier garde les outils.") ==
          "Le jardinier garde les outils. Cela inclut :");
    CHECK(lead("Le portail ferme le soir.", "Il les garde.").empty());
    deck::PointColumn column;
    column.label = text("Le portail s’ouvre de deux façons :");
    column.points.resize(1);
    CHECK_FALSE(deck::counts_more(column, in_french()));
    column.more = 1;
    CHECK(deck::counts_more(column, in_french()));
}

TEST_CASE("what opens a section may speak of what its title names") {
    const doc::Inlines words = text("Une porte en bois que le portail de ce jardin cache.");
    const auto start = [&](const char* title) {
        return deck::whole_start(words, text(title), 45, in_french()).has_value();
    };
    CHECK(start("Le jardin"));
    CHECK_FALSE(start("La serre"));
}

}  // namespace
}  // namespace triptych
