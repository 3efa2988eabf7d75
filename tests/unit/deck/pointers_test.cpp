#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "../../deck_samples.hpp"
#include "deck/gist/claims.hpp"
#include "deck/gist/items.hpp"
#include "deck/gist/leads.hpp"
#include "deck/gist/led_lists.hpp"
#include "deck/sentence/cut.hpp"
#include "deck/sentence/pointers.hpp"
#include "deck/sentence/sentences.hpp"
#include "deck/sentence/standing.hpp"
#include "deck/sentence/waymark.hpp"
#include "doc/walk.hpp"

namespace triptych {
namespace {

using test::text;

const deck::Lexicon* in_french() { return deck::lexicon_of("fr"); }
const deck::Lexicon* in_english() { return deck::lexicon_of("en"); }

std::string claimed(const std::string& words, const deck::Lexicon* lexicon) {
    const auto found = deck::claim_in(text(words), lexicon);
    return found ? doc::plain_text(found->words) : "";
}

std::string item(const std::string& words, const deck::Lexicon* lexicon) {
    const auto found = deck::point_of({{test::paragraph(words)}, {}, {}}, {24}, lexicon);
    if (!found) return "";
    return doc::plain_text(found->head) + "|" + doc::plain_text(found->tail);
}

bool sends(const std::string& words, const deck::Lexicon* lexicon) {
    const auto flat = deck::flatten(text(words));
    return deck::only_sends(flat, {0, flat.text.size()}, *lexicon);
}

TEST_CASE("what only says where to read is neither claim nor point") {
    for (const char* words :
         {"Run gate --help for details.", "See man gate for details about its hinges.",
          "Instructions are given in the manual of the garden about how to close the gate.",
          "Glossary: gate, hinge, bolt."}) {
        CHECK_MESSAGE(sends(words, in_english()), std::string(words));
        CHECK_MESSAGE(claimed(words, in_english()).empty(), std::string(words));
        CHECK_MESSAGE(item(words, in_english()).empty(), std::string(words));
    }
    for (const char* words :
         {"Glossaire du jardin : portail, gond, verrou.", "Manuel du jardin : Les outils.",
          "Tapez man portail pour plus de détails.", "Reportez-vous au règlement affiché."}) {
        CHECK_MESSAGE(sends(words, in_french()), std::string(words));
        CHECK_MESSAGE(claimed(words, in_french()).empty(), std::string(words));
        CHECK_MESSAGE(item(words, in_french()).empty(), std::string(words));
    }
    CHECK(claimed("The gate documentation at the wall is fairly complete.", in_english()).empty());
    CHECK(claimed("La documentation du portail est assez complète.", in_french()).empty());
    // Its end goes, but never half of what belongs together.
    CHECK(claimed("Le portail du jardin est une porte : voyez le plan affiché.", in_french()) ==
          "Le portail du jardin est une porte");
    CHECK(claimed("The gate of the old garden closes at ten, as shown in the plan.",
                  in_english()) == "The gate of the old garden closes at ten");
    CHECK(claimed("If the gate of the old garden rings, see the plan.", in_english()).empty());
    CHECK(claimed("The gate wants either a key (the old one is fine, see the plan) or a bell.",
                  in_english())
              .find("(the old one is fine") == std::string::npos);
    CHECK(
        claimed("Toutes les clés présentées ici ouvrent le portail du fond.", in_french()).empty());
    CHECK(claimed("Un bref aperçu de la fermeture du portail.", in_french()).empty());
    // What says more is not sent away.
    CHECK(claimed("The gate manpage has additional information on hinges.", in_english()).empty());
    CHECK(claimed("Before going further, we should say a few words about the gate.", in_english())
              .empty());
    CHECK(claimed("Avec le jardinier, vous venez de fermer le portail.", in_french()).empty());
    CHECK(claimed("Notes du traducteur : le guide a été traduit au jardin.", in_french()).empty());
    CHECK(sends("More info at the gate.", in_english()));
    CHECK_FALSE(sends("Run the gate twice a day for a year.", in_english()));
    CHECK_FALSE(sends("Section : la remise, le four et la serre.", in_french()));
    CHECK_FALSE(
        sends("Manuel : le portail s’ouvre à la main, quand il fait froid dehors.", in_french()));
    CHECK(item("Consulter les voisins du jardin", in_french()) ==
          "|Consulter les voisins du jardin");
    CHECK(item("Archives : reportez-vous au plan du jardin", in_french()) == "Archives|");
}

TEST_CASE("what stands at the foot of a manual’s pages is no heading") {
    CHECK(deck::is_imprint(text("Garden — User manual v2.24.1 (stable).")));
    CHECK(deck::is_imprint(text("Jardin | Manuel v3")));
    CHECK_FALSE(deck::is_imprint(text("Changes in v2.24")));
    CHECK_FALSE(deck::is_imprint(text("Garden — User manual")));
}

TEST_CASE("words in italics, or beside a picture, are no claim without a stop") {
    const auto claim = [](const char* words, bool italic, bool beside) {
        doc::Inlines inlines = text(words);
        if (italic) inlines = {{doc::Emphasis{inlines}, {}}};
        std::vector<doc::Block> blocks = {{doc::Paragraph{inlines}, {}}};
        if (beside) blocks.push_back({doc::Figure{}, {}});
        const auto title = text("Le portail");
        return doc::plain_text(deck::claim_of(blocks, in_french(), &title));
    };
    const char* words = "Le portail du jardin au printemps";
    CHECK(claim(words, false, false) == words);
    CHECK(claim(words, true, false).empty());
    CHECK(claim(words, false, true).empty());
    CHECK(!claim("Le portail du jardin ferme.", false, true).empty());
}

TEST_CASE("what explains a name in a row of them is no claim, nor is a usage") {
    const auto claim = [](const std::vector<std::pair<const char*, const char*>>& lines) {
        std::vector<doc::Block> blocks;
        for (const auto& [first, second] : lines) {
            doc::Inlines words = text(first);
            if (*second) {
                words.push_back({doc::LineBreak{}, {}});
                for (const auto& word : text(second)) words.push_back(word);
            }
            blocks.push_back({doc::Paragraph{words}, {}});
        }
        const auto title = text("Le menu du portail");
        return doc::plain_text(deck::claim_of(blocks, in_french(), &title));
    };
    const char* opens = "Ouvre le portail du jardin au matin.";
    CHECK(
        claim({{"Portail > Ouvrir...", opens}, {"Portail > Fermer", "Ferme le portail."}}).empty());
    CHECK(
        claim({{"Ouvrir tous les :", opens}, {"Fermer tous les :", "Ferme le portail."}}).empty());
    CHECK(claim({{"Objectif", opens}, {"Le four chauffe.", ""}}) == opens);
    CHECK(claim({{"Le jardin est grand.", opens}, {"Il a un four.", "Le four chauffe."}}) ==
          "Le jardin est grand.");
    CHECK(claim({{"portail [ -cle nom ] adresse", ""}}).empty());
    CHECK(claim({{"portail { ouvert | ferme }", ""}}).empty());
    CHECK(claim({{"Le portail dit { ouvert | ferme } au matin.", ""}}) ==
          "Le portail dit { ouvert | ferme } au matin.");
}

TEST_CASE("what a refused sentence frames is not shown without it") {
    // The first says where the second holds, or of which example it speaks.
    for (const char* words :
         {"Alors que les portails neufs n’ont pas les limites ci-dessous, les vieux en ont. Le "
          "portail ne s’ouvre que dix fois.",
          "Dans cet exemple, le jardinier ferme. Le portail du fond reste ouvert."})
        CHECK_MESSAGE(claimed(words, in_french()).empty(), std::string(words));
    CHECK(claimed("In this example, the gate is old. The gate opens ten times a day.", in_english())
              .empty());
    CHECK(claimed("If you close it as shown below, it rings. The gate opens ten times a day.",
                  in_english())
              .empty());
    CHECK(!claimed("This page is about the gate. The gate opens ten times a day.", in_english())
               .empty());
    CHECK(
        claimed("Bien qu’il soit vieux, il montre comment fermer le jardin.", in_french()).empty());
    CHECK(!claimed("Bien qu’il soit vieux, le portail ferme le jardin.", in_french()).empty());
    // What goes on with a case of its own takes nothing back.
    CHECK(claimed("Le portail ferme à dix heures. Si le vôtre est vieux, faites comme ci-dessous.",
                  in_french()) == "Le portail ferme à dix heures.");
    CHECK(claimed("Le portail ferme. Mais sauf le samedi, comme dit ci-dessous.", in_french())
              .empty());
}

TEST_CASE("a part of what is not shown, or its like, stands on no slide") {
    for (const char* words :
         {"The last options say how to open the gate.", "The second line opens the gate at night.",
          "Exactly like the old gate, it rings at night.", "The first is kept in the old shed.",
          "The new gate, in contrast, has no bell.", "The key of the old gate is different."})
        CHECK_MESSAGE(claimed(words, in_english()).empty(), std::string(words));
    for (const char* words :
         {"Les dernières lignes ouvrent le portail du fond.", "La première est celle du portail.",
          "Le portail, en revanche, ferme à dix heures.", "La clé du portail est très différente.",
          "N’oublions pas que le portail ferme à dix heures.",
          "Le schéma au dessous présente le portail du jardin."})
        CHECK_MESSAGE(claimed(words, in_french()).empty(), std::string(words));
    CHECK(!claimed("The last line of the file opens the gate.", in_english()).empty());
    CHECK(!claimed("La première ligne du fichier ouvre le portail.", in_french()).empty());
    CHECK(!claimed("The last gate of the garden has a bell.", in_english()).empty());
}

TEST_CASE("what compares with what is not shown, or tells where one has got to, is no claim") {
    for (const char* words : {"Il y a des clés plus souples pour ouvrir le portail.",
                              "Cette clé est très pratique pour y arriver facilement.",
                              "Vous avez lu le règlement, et vous savez ouvrir le portail.",
                              "En tous cas, le portail du jardin ferme le soir."})
        CHECK_MESSAGE(claimed(words, in_french()).empty(), std::string(words));
    CHECK(claimed("There are better ways to open the gate of the garden.", in_english()).empty());
    CHECK(!claimed("Il y a plus de portails que de jardins au village.", in_french()).empty());
    // A pronoun may mean the title; what tells of before does not.
    const auto start = [](const char* words) {
        return deck::whole_start(text(words), text("Le portail"), 45, in_french()).has_value();
    };
    CHECK(start("Il ferme le jardin du village à clé."));
    CHECK_FALSE(start("À ce stade, le portail du jardin est fermé."));
}

TEST_CASE("what the writer is about to tell is no claim") {
    CHECK(claimed("Bon, vous avez lu le règlement du jardin.", in_french()).empty());
    CHECK(claimed("Nous avons eu un aperçu, hier, du portail du fond.", in_french()).empty());
    CHECK(claimed("If you have followed the rules, the gate is open.", in_english()).empty());
    CHECK(claimed("Le portail change le premier exemple en une remise.", in_french()).empty());
    CHECK(claimed("Vous pouvez trouver des informations sur le portail à la remise.", in_french())
              .empty());
    CHECK(claimed("<!-- le portail du jardin -->", in_french()).empty());
    CHECK(claimed("Vous pouvez sans crainte la sauter.", in_french()).empty());
    CHECK(claimed("You can also safely close it.", in_english()).empty());
    CHECK(!claimed("Vous pouvez le matin ouvrir le portail.", in_french()).empty());
    CHECK(!claimed("You can close the gate and lock it.", in_english()).empty());
    CHECK(claimed("The details of the gate are in the old plan.", in_english()).empty());
    CHECK(claimed("Il est possible de s’en inspirer pour fermer le portail.", in_french()).empty());
    CHECK(claimed("Aussi nommés portillons du jardin, ou petites portes.", in_french()).empty());
    CHECK(claimed("Pour la mise en place du portail du fond", in_french()).empty());
    CHECK(claimed("For the new gate of the garden", in_english()).empty());
    CHECK(!claimed("Pour ouvrir le portail du fond, il faut une clé", in_french()).empty());
    CHECK(claimed("Let us use the old gate as an example.", in_french()).empty());
    for (const char* words : {"Nous commencerons par voir comment le portail se ferme.",
                              "Avant d’ouvrir, nous allons tout d’abord décrire le portail.",
                              "On va maintenant étudier la fermeture du portail."})
        CHECK_MESSAGE(claimed(words, in_french()).empty(), std::string(words));
    CHECK(claimed("Before we close the gate, we will first describe its hinges.", in_english())
              .empty());
    CHECK(!claimed("Nous fermons le portail à dix heures.", in_french()).empty());
}

TEST_CASE("“however” further on takes the sentence before it back") {
    CHECK(claimed("The gate is closed at night. It is possible, however, to climb over it.",
                  in_english()) ==
          "The gate is closed at night. It is possible, however, to climb over it.");
    const auto lead = deck::lead_in(text("However, the gate needs three things:"), in_english());
    REQUIRE(lead);
    CHECK(doc::plain_text(*lead) == "The gate needs three things:");
    const auto told = deck::lead_in(text("Concrètement, il faut trois outils :"), in_french());
    REQUIRE(told);
    CHECK(doc::plain_text(*told) == "Il faut trois outils :");
    const auto opposed = deck::lead_in(text("En revanche le portail a des défauts :"), in_french());
    REQUIRE(opposed);
    CHECK(doc::plain_text(*opposed) == "Le portail a des défauts :");
    // Of which example its list speaks stays.
    CHECK_FALSE(deck::may_go(text("Sur ce schéma :"), in_french()));
    CHECK_FALSE(deck::may_go(text("For example:"), in_english()));
    CHECK(deck::leans_on_sentence(text("For example:"), in_english()));
    CHECK_FALSE(deck::may_go(text("In this example:"), in_english()));
    const auto other = deck::lead_in(text("However small, the gate needs:"), in_english());
    REQUIRE(other);
    CHECK(doc::plain_text(*other) == "However small, the gate needs:");
}

TEST_CASE("an abbreviation ends no sentence in any language, and no sentence ends in one") {
    const auto flat = deck::flatten(text("Some gates, e.g. Eden, i.e. The old one, are open."));
    CHECK(deck::sentences_of(flat, nullptr).size() == 1);
    CHECK(deck::sentences_of(flat, in_french()).size() == 1);
    CHECK(claimed("You can open the gate of the garden with a key, e.g.", in_english()).empty());
    CHECK(claimed("As we said, the gate of “la haie” can be opened with a key and with care.",
                  in_french())
              .empty());
}

std::string shown(deck::PointColumn column) {
    std::string row;
    for (const deck::Point& point : column.points)
        row += doc::plain_text(point.head) + ":" + doc::plain_text(point.tail) + "|";
    return row + std::to_string(column.more);
}

TEST_CASE("a term keeps what is said of it among items that have no term") {
    CHECK(shown(deck::points_of(test::list({"A gate of wood or iron", "Tools: rake, spade",
                                            "A clock that is on time"}),
                                in_english())) ==
          ":A gate of wood or iron|Tools:rake, spade|:A clock that is on time|0");
    // "From the gate" or "3" alone say nothing.
    CHECK_FALSE(deck::stands_as_term(text("À partir du portail"), in_french()));
    CHECK_FALSE(deck::stands_as_term(text("3"), in_english()));
    CHECK(deck::stands_as_term(text("Portail"), in_french()));
    // What only says the head again goes; a value does not.
    CHECK(item("High: high priority", in_english()) == "High|");
    CHECK(item("Keys: /keys", in_english()) == "Keys|/keys");
    CHECK(item("Night: the following gates are still open", in_english()) == "Night|");
    CHECK(item("Choose one of the following gates", in_english()).empty());
}

TEST_CASE("a lead-in is read by the words of its own language, and a condition waits") {
    const doc::List list;
    const deck::LedList led{&list, text("This is why the gates of the garden are numbered:"),
                            text("For example, the gate has a bell.")};
    CHECK_FALSE(deck::lead_under(text("Le portail ferme."), {}, led, in_french()));
    deck::PointColumn column;
    for (const char* lead : {"When the gate is open", "Tools of the garden"}) {
        column.points.emplace_back();
        column.points.back().head = text(lead);
    }
    deck::drop_leads(column, in_english());
    REQUIRE(column.points.size() == 1);
    CHECK(doc::plain_text(column.points.front().head) == "Tools of the garden");
}

TEST_CASE("what a thing is like is no list of points") {
    const doc::Blocks blocks = {
        {test::list({"Type: number", "Default: 3"}), {}},
        {test::list({"Returns: the gate that was opened by the last of the keys"}), {}},
        {test::list({"Type: number", "A gate"}), {}},
        {test::list({"Type: number", "Default: one of the gates that nobody has closed"}), {}}};
    std::vector<const doc::Block*> all;
    for (const auto& block : blocks) all.push_back(&block);
    CHECK(deck::lists_in(all, in_english(), deck::LinkLists::left_out).size() == 2);
    CHECK(deck::lists_in(all, in_english(), deck::LinkLists::taken).size() == 4);
}

TEST_CASE("a row of verbs is not parted") {
    const std::string row =
        "Les clés sont de simples tiges de fer que vous pouvez limer, tordre, graver dans "
        "n’importe quel atelier du village";
    CHECK(item(row, in_french()) == "|" + row);
    CHECK(item("Fermer le portail du jardin avec la grande clé, ranger les outils dans la cabane, "
               "éteindre la lampe du puits et rentrer chez soi par la rue du village",
               in_french()) ==
          "|Fermer le portail du jardin avec la grande clé, ranger les outils dans la cabane");
    CHECK(item("Les règles du jardin sont un texte que vous pouvez ouvrir, lire, changer chez "
               "vous avec le voisin de la grange",
               in_french())
              .ends_with("changer chez vous avec le voisin de la grange"));
}

TEST_CASE("what the next sentence sets apart from its subject is shown with it or not at all") {
    const std::string usual = "Gates of wood are closed by many people of the village.";
    CHECK(claimed(usual, in_english()) == usual);
    CHECK(claimed(usual + " This is different for gates of iron.", in_english()) != usual);
    CHECK(claimed(usual + " That is why they are known. So they last. This is different for those "
                          "of iron.",
                  in_english())
              .empty());
    CHECK(claimed("Les portails de bois sont fermés par tous. Il en va autrement de ceux de fer.",
                  in_french()) != "Les portails de bois sont fermés par tous.");
}

TEST_CASE("who counts begins with the first item, or shows none") {
    const std::string many =
        " the gate of wood and iron that the gardener of the village closes at ten with the old "
        "key of the shed and the new one of the oven, and leaves for the night";
    doc::List list = test::list({"Close" + many, "Go home"}, true);
    CHECK(shown(deck::points_of(list, in_english())).starts_with(":Close the gate"));
    list = test::list({"Close" + many + many, "Go home"}, true);
    CHECK(shown(deck::points_of(list, in_english())) == "0");
    list.ordered = false;
    CHECK(shown(deck::points_of(list, in_english())) == ":Go home|1");
    // What leads to a listing below goes, where something is said before it.
    CHECK(item("The gate has a key. It is declared as follows:", in_english()) ==
          "|The gate has a key.");
}

}  // namespace
}  // namespace triptych
