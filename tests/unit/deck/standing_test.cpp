#include <string>

#include <doctest/doctest.h>

#include "../../deck_samples.hpp"
#include "deck/gist/items.hpp"
#include "deck/gist/led_lists.hpp"
#include "deck/sentence/pointers.hpp"
#include "deck/sentence/sentences.hpp"
#include "deck/sentence/standing.hpp"
#include "doc/walk.hpp"

namespace triptych {
namespace {

using test::text;

std::string shown_of(const std::string& words, std::string_view language = "fr") {
    const auto found = deck::claim_in(text(words), deck::lexicon_of(language));
    return found ? doc::plain_text(found->words) : "";
}

TEST_CASE("a sentence that needs another one stands on no slide") {
    for (const char* words :
         {"Les jardiniers soignent cette allée depuis dix ans.",
          "Gardez-les à l’abri dans la remise du fond.",
          "Dans la plupart des cas, c’est très simple à savoir.",
          "Avec la clé du portail, tous ces outils sont au jardin.",
          "Pour ouvrir sa remise, le jardinier demande la clé.",
          "De tels outils se rangent au fond de la remise.",
          "Contrairement aux autres remises du jardin, celle-ci ferme le soir.",
          "De plus, elle abrite les outils du village.",
          "Par exemple, le four cuit le pain.",
          "La plupart de ses outils viennent du village voisin.",
          "Vous devriez ranger ses outils avant le soir.",
          "Il est bon que nous le sachions avant le printemps.",
          "Un outil pourrait, par exemple, être prêté aux voisins.",
          "Ce n’est pas une mince affaire, le jardinier y passe ses soirées.",
          "La remise, la serre et le four, comme le portail, ferment également le soir.",
          "La serre, la haie et le puits le disent : cet outil coupe bien.",
          "Pelle, râteau, bêche, arrosoir",
          "Fondée il y a dix ans, elle abrite les outils.",
          "Le second se ferme avec une clé plate.",
          "Pour ce faire, le jardinier demande la clé du portail.",
          "Comme nous l’avons dit, le portail du jardin ferme le soir.",
          "La différence est que la remise du fond ferme le soir.",
          "Nous voulons que la remise du fond ferme le soir.",
          "Les autres remises du jardin ferment le soir.",
          "La solution est de fermer la remise avec une clé.",
          "Vous pouvez trouver ici un plan de tous les outils du jardin.",
          "Ce n’est qu’un exemple et la remise peut rester ouverte.",
          "Le nom de ces allées du jardin est"})
        CHECK_MESSAGE(shown_of(words).empty(), words);
    for (const char* words :
         {"Those tools are kept at the far end of the garden.",
          "The smart new gate also closes by itself at night.",
          "To open its gate, the gardener asks for the key.",
          "For example, the gate stays open all day long.", "You are, however, free to come by.",
          "Most of its hinges were made in the village.",
          "Founded ten years ago, it has three gates.", "To do that the gardener asks for the key.",
          "FIXME: the gardener should say more about the gate.",
          "On the other hand, the gate closes at night.", "Open since: last spring",
          "The difference is that the new gate closes at night.",
          "We want the new gate to close by itself at night.",
          "In our case the new gate closes by itself at night.",
          "The other gate closes by itself at night.",
          "The solution is to close the gate with a key.",
          "would close the gate of the garden at night.",
          "First, we have added another gate at night.",
          "The usual way to approach this is to close the gate."})
        CHECK_MESSAGE(shown_of(words, "en").empty(), std::string(words));
    // What is named in the sentence itself leans on nothing.
    CHECK(!shown_of("Vérifiez que la remise du jardin est fermée.").empty());
    CHECK(!shown_of("Check that no gate is left open at night.", "en").empty());
    CHECK(!shown_of("Ce n’est pas la taille du jardin qui compte, mais le soin.").empty());
    CHECK(!shown_of("Le portail a deux clés, et chaque clé ouvre ce portail.").empty());
    CHECK(!shown_of("Le jardin garde ses outils dans la remise.").empty());
    CHECK(!shown_of("Archiver, c’est garder ce qu’il faut pour plus tard.").empty());
}

TEST_CASE("a sentence about the book, or about a part of it by number, stands on no slide") {
    for (const char* words : {"La figure 3 montre le plan de la remise du jardin.",
                              "Le plan du jardin est décrit dans le règlement affiché.",
                              "Vous verrez que le jardin demande quelques soins.",
                              "Supposez qu’un jardinier oublie la clé du portail.",
                              "Apprenez à fermer le portail du jardin le soir.",
                              "Une liste des outils est disponible dans la remise.",
                              "Guide de la taille des arbres du jardin.",
                              "Les heures du portail sont expliquées dans le règlement."})
        CHECK_MESSAGE(shown_of(words).empty(), words);
    for (const char* words : {"Listing 12-9 opens the gate from the inside at night.",
                              "The gates we covered last week are closed at night.",
                              "Next, we open the gate from the inside at night.",
                              "Let us now open the gate from the inside at night.",
                              "For information on the gate and its key, see the notice.",
                              "A glossary of the words that gardeners use.",
                              "Learn how to close the gate of the garden.",
                              "To get a key of the gate, please see our notice."})
        CHECK_MESSAGE(shown_of(words, "en").empty(), words);
    CHECK(deck::is_counted_caption(text("Figure 4.2. Le plan du jardin")));
    CHECK(deck::is_counted_caption(text("Tableau 2 – Les outils")));
    CHECK_FALSE(deck::is_counted_caption(text("Le tableau 2 dit tout")));
    CHECK_FALSE(deck::is_counted_caption(text("Section 2 :")));
}

TEST_CASE("a claim promises nothing that is not shown") {
    const auto announced = [](const std::string& words, std::string_view language) {
        const auto flat = deck::flatten(text(words));
        return deck::announces(flat, {0, flat.text.size()}, *deck::lexicon_of(language));
    };
    CHECK(announced("Il y a trois façons d’ouvrir le portail.", "fr"));
    CHECK(announced("Les outils suivants restent dans la remise.", "fr"));
    CHECK(announced("The gate can be opened in several ways.", "en"));
    CHECK_FALSE(announced("Le portail ferme trois jours par an.", "fr"));
    CHECK_FALSE(announced("Il y a deux façons d’entrer : par le portail ou par la haie.", "fr"));
    // So it is taken where a list shows it, and the next one where nothing does.
    CHECK(shown_of("Le portail s’ouvre de trois façons.").empty());
    CHECK(deck::claim_in(text("Le portail s’ouvre de trois façons."), deck::lexicon_of("fr"),
                         deck::Announcements::taken));
}

TEST_CASE("a second sentence is the claim only behind one that says nothing yet") {
    CHECK(shown_of("Elle ferme le soir. Le portail du fond reste ouvert.").empty());
    CHECK(shown_of("Cette page décrit le portail. Le portail du fond reste ouvert.") ==
          "Le portail du fond reste ouvert.");
}

TEST_CASE("what the next paragraph takes back is shown with it or not at all") {
    const auto claim = [](const std::string& words, const std::string& next) {
        const auto behind = text(next);
        const auto found = deck::claim_before(text(words), &behind, deck::lexicon_of("fr"),
                                              deck::Announcements::refused);
        return found ? doc::plain_text(found->words) : "";
    };
    CHECK(claim("Le portail reste ouvert.", "Toutefois, la remise ferme. Elle a une clé.") ==
          "Le portail reste ouvert. Toutefois, la remise ferme.");
    CHECK(claim("Le portail reste ouvert.", "La remise ferme.") == "Le portail reste ouvert.");
    CHECK(claim("Le portail reste ouvert. La haie aussi.", "Toutefois, la remise ferme.") ==
          "Le portail reste ouvert.");
}

TEST_CASE("what a sentence speaks of is found in its title whatever the ending") {
    const auto& french = *deck::lexicon_of("fr");
    CHECK(deck::names_subject(text("Vous pouvez fermer le portail."), text("Fermeture du portail"),
                              french));
    CHECK(deck::names_subject(text("On sauvegarde le soir."), text("Sauvegardes"), french));
    CHECK_FALSE(deck::names_subject(text("Le prix est fixé pour un an."),
                                    text("Horaires pour les visiteurs"), french));
    CHECK(deck::names_subject(text("Le prix est fixé."), text("RGAA"), french) == false);
    CHECK(deck::names_subject(text("Le prix est fixé."), text("Et ?"), french));
}

TEST_CASE("asides that say where to read on are left out, others stay") {
    CHECK(shown_of("La remise ferme le soir (voir le règlement affiché).") ==
          "La remise ferme le soir.");
    CHECK(shown_of("The gate closes at night (see the notice at the wall).", "en") ==
          "The gate closes at night.");
    CHECK(shown_of("La remise (voir le plan) ferme (voir le règlement) le soir.") ==
          "La remise ferme le soir.");
    CHECK(shown_of("La remise ferme le soir (sauf le samedi).") ==
          "La remise ferme le soir (sauf le samedi).");
    CHECK(shown_of("La remise ferme le soir (voir le règlement, sauf le samedi).") ==
          "La remise ferme le soir (voir le règlement, sauf le samedi).");
}

TEST_CASE("no word loses the bracket it opens with") {
    CHECK(
        shown_of("La remise garde tous les outils qui servent avant et après la (re)mise en eau du "
                 "puits, des bassins et des tuyaux du jardin partagé par le village entier.") ==
        "La remise garde tous les outils qui servent avant et après la (re)mise en eau du puits, "
        "des bassins et des tuyaux du jardin partagé par le village entier.");
}

TEST_CASE("what the next sentence denies is not shown without it") {
    CHECK(shown_of("Beaucoup arrosent à midi. Ce n’est pas une bonne idée.") ==
          "Beaucoup arrosent à midi. Ce n’est pas une bonne idée.");
    CHECK(shown_of("Toutes les allées du jardin sont ouvertes. Celles qui ne le sont pas ferment à "
                   "clé.") ==
          "Toutes les allées du jardin sont ouvertes. Celles qui ne le sont pas ferment à clé.");
    CHECK(shown_of("All gates of the garden open at noon. Those that do not are locked.", "en") ==
          "All gates of the garden open at noon. Those that do not are locked.");
}

TEST_CASE("what leads to a list opens with no \"but\", and stays with what it leans on") {
    const auto lead = [](const std::string& words, std::string_view language) {
        const auto found = deck::lead_in(text(words), deck::lexicon_of(language));
        return found ? doc::plain_text(*found) : "";
    };
    CHECK(lead("But the old gate of the shed has two locks:", "en") ==
          "The old gate of the shed has two locks:");
    CHECK(lead("Mais le vieux portail a deux verrous :", "fr") ==
          "Le vieux portail a deux verrous :");
    CHECK(lead("Mais aussi :", "fr") == "Mais aussi :");
    CHECK(deck::may_go(text("Then:"), deck::lexicon_of("en")));
    CHECK(deck::may_go(text("Ensuite :"), deck::lexicon_of("fr")));
    CHECK_FALSE(deck::may_go(text("Outils :"), deck::lexicon_of("fr")));
    CHECK(deck::leans_on_sentence(text("Le faire permet de ranger :"), deck::lexicon_of("fr")));
    CHECK(deck::leans_on_thing(text("Ceux-ci sont :"), deck::lexicon_of("fr")));
    CHECK_FALSE(deck::leans_on_thing(text("Les outils sont :"), deck::lexicon_of("fr")));
    const auto open = [](const std::string& words) {
        return deck::open_lead_in(text(words), deck::lexicon_of("en")).has_value();
    };
    CHECK(open("At night nobody can"));
    CHECK_FALSE(open("The gate is open."));
    CHECK_FALSE(open("Two locks"));
}

std::string item_of(const std::string& words, std::string_view language) {
    const doc::ListItem item = {{{doc::Paragraph{text(words)}, {}}}, {}, {}};
    const auto found = deck::point_of(item, {24}, deck::lexicon_of(language));
    return found ? doc::plain_text(found->tail) : "";
}

TEST_CASE("a point that only leads to what is not shown is none") {
    const auto point = [](const std::string& words, std::string_view language) {
        const auto found = deck::point_in(text(words), deck::lexicon_of(language));
        return found ? doc::plain_text(found->words) : "";
    };
    CHECK(point("Le jardinier range les outils suivants dans la remise.", "fr").empty());
    CHECK(point("Pour ouvrir le portail du fond, lancez la commande", "fr").empty());
    CHECK(point("At night the gardener will take the following tools.", "en").empty());
    CHECK(point("To open the gate at the far end, run the command", "en").empty());
    CHECK(point("At night you can open the gate by running", "en").empty());
    CHECK(point("Le soir, vous pouvez ouvrir le portail en faisant", "fr").empty());
    const auto start = [](const std::string& words) {
        return deck::whole_start(text(words), {}, 45, deck::lexicon_of("fr")).has_value();
    };
    CHECK_FALSE(start("Elle s’ouvre le soir quand vous lancez la commande"));
    CHECK(start("Elle s’ouvre le soir quand vous lancez la commande « ouvrir »."));
    CHECK(!point("Pour ouvrir le portail du fond, lancez la commande « ouvrir ».", "fr").empty());
    CHECK(!point("At night the gardener takes the tools home.", "en").empty());
}

TEST_CASE("what a colon explains is not cut from the words that wait for it") {
    const std::string behind =
        ": spades, rakes, forks, hoes, shears, knives, saws, axes, ropes, nets, pots, cans, "
        "buckets, gloves, seeds, bulbs, labels, strings, poles and bricks of the village";
    CHECK(item_of("Sort the tools into these groups" + behind, "en").empty());
    const doc::ListItem terms = {
        {{doc::Paragraph{text("Sort in these groups" + behind)}, {}}}, {}, {}};
    CHECK_FALSE(deck::point_of(terms, {24}, deck::lexicon_of("en")));
    CHECK(item_of("Sort the old tools by their use" + behind, "en") ==
          "Sort the old tools by their use");
}

TEST_CASE("no half of a pair is shown without the other") {
    for (const char* words :
         {"Il faut généralement tracer une allée pour suivre la haie du voisin, et une autre allée "
          "afin de rejoindre le puits, le four, la remise et le portail du fond du jardin.",
          "Le jardinier ouvre d’un côté le portail du fond de la remise afin de laisser passer les "
          "visiteurs, de l’autre la petite porte pour les outils et les paniers de légumes "
          "mûrs."}) {
        const std::string shown = shown_of(words);
        CHECK_MESSAGE((shown.empty() || shown == words), shown);
    }
    const std::string gates =
        "The gardener needs a key of the old gate in order to let the visitors of the village in, "
        "and another one in order to reach the well, the oven and the shed at the far end.";
    const std::string english = shown_of(gates, "en");
    CHECK_MESSAGE((english.empty() || english == gates), english);
    // Where there is one alone, the purpose may go.
    CHECK(
        shown_of("Il faut généralement tracer une allée droite le long de la haie du voisin afin "
                 "de rejoindre le puits, le four, la remise, la serre, le bassin et le portail du "
                 "fond du jardin.") ==
        "Il faut généralement tracer une allée droite le long de la haie du voisin");
}

TEST_CASE("a lead-in without its items is shown only where it says something") {
    const auto& french = *deck::lexicon_of("fr");
    deck::PointColumn column;
    for (const char* lead : {"Plusieurs sortes de jardiniers viennent au jardin",
                             "Ces outils ouvrent trois portails", "Avantages du jardin"}) {
        deck::Point point;
        point.head = text(lead);
        column.points.push_back(point);
    }
    deck::Point told;
    told.head = text("Il range les outils suivants");
    told.tail = text("pelle · râteau");
    column.points.push_back(told);
    deck::drop_leads(column, &french);
    REQUIRE(column.points.size() == 2);
    CHECK(column.more == 2);
    CHECK(doc::plain_text(column.points[0].head) == "Avantages du jardin");
    CHECK(doc::plain_text(column.points[1].tail) == "pelle · râteau");
    deck::Point grouped, plain;
    grouped.head = text("Ranger dans ces groupes");
    grouped.tail = text("pelles, râteaux");
    plain.head = text("Ranger les outils");
    std::vector<deck::Point> points = {grouped, plain, plain, plain};
    deck::even_out(points, &french);
    CHECK(!points.front().tail.empty());
    CHECK(item_of("pour un nouvel outil :", "fr").empty());
    CHECK(item_of("l’https://example.org/outils", "fr").empty());
    CHECK_FALSE(item_of("les outils sous https://example.org/outils", "fr").empty());
    CHECK(deck::says_enough(text("Préparer la remise :"), &french));
    CHECK_FALSE(deck::says_enough(text("Préparer trois remises :"), &french));
}

}  // namespace
}  // namespace triptych
