#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "../../deck_samples.hpp"
#include "deck/digest/digest.hpp"
#include "deck/gist/claims.hpp"
#include "deck/gist/gist.hpp"
#include "deck/gist/leads.hpp"
#include "deck/gist/led_lists.hpp"
#include "deck/gist/lists.hpp"
#include "deck/sentence/sentences.hpp"
#include "deck/sentence/standing.hpp"
#include "deck/sentence/waymark.hpp"
#include "doc/walk.hpp"

namespace triptych {
namespace {

using test::text;

const deck::Lexicon* by_french() { return deck::lexicon_of("fr"); }
const deck::Lexicon* by_english() { return deck::lexicon_of("en"); }

std::string first_claim(const std::string& words, const deck::Lexicon* lexicon) {
    const auto found = deck::claim_in(text(words), lexicon);
    return found ? doc::plain_text(found->words) : "";
}

/// What is shown of a section that holds one sentence.
std::string told(const std::string& words, const std::string& title, const deck::Lexicon* lexicon) {
    const auto found = deck::whole_start(text(words), text(title), 45, lexicon);
    return found ? doc::plain_text(found->words) : "";
}

TEST_CASE("what takes up what was said before stands nowhere, even under its title") {
    for (const char* words :
         {"If you do, the gate of the garden rings.", "If that is the case, the gate stays open.",
          "Once done, the gate can be opened.", "There, the gate is opened with a key.",
          "One is to lock the gate with a chain.", "One such tool is the key of the gate.",
          "Some other gates have two wings.", "Most of the other gates have two wings.",
          "A second gate has two wings.", "Each of them opens the gate.",
          "A safer way, though, is to lock the gate.", "The gate is rather heavy, though."}) {
        CHECK_MESSAGE(first_claim(words, by_english()).empty(), std::string(words));
        CHECK_MESSAGE(told(words, "The gate", by_english()).empty(), std::string(words));
    }
    for (const char* words :
         {"Si c’est le cas, le portail reste ouvert.", "Dans le cas contraire, le portail ferme.",
          "Une fois fait, le portail s’ouvre.", "Ici, le portail s’ouvre avec une clé.",
          "Quelques autres portails ont deux battants.", "Un second portail a deux battants.",
          "Il en va de même pour le portail du fond.", "C’est pourquoi le portail reste ouvert.",
          "Chacune d’elles ouvre le portail.", "La clé du portail, elle, reste au village.",
          "Le faire permet de fermer le portail.", "Avec la clé, c’est le portail qui s’ouvre."}) {
        CHECK_MESSAGE(first_claim(words, by_french()).empty(), std::string(words));
        CHECK_MESSAGE(told(words, "Le portail", by_french()).empty(), std::string(words));
    }
    CHECK(!told("If you do not want visitors, lock the gate.", "Gates", by_english()).empty());
    CHECK(!told("One of the best gates is made of oak.", "Gates", by_english()).empty());
    CHECK(!told("Even though the gate is old, it closes well.", "Gate", by_english()).empty());
    CHECK(!told("Si c’est fermé la nuit, le portail sonne.", "Portail", by_french()).empty());
    CHECK(!told("L’un des portails est en chêne.", "Portails", by_french()).empty());
    CHECK(!told("Le portail, en chêne, s’ouvre à la main.", "Portail", by_french()).empty());
    CHECK(!told("Avec la clé, le jardinier ouvre le portail.", "Portail", by_french()).empty());
}

TEST_CASE("what is to be seen beside a sentence is not on its slide") {
    for (const char* words :
         {"As you can see, the gate has two wings.", "The screenshot shows the gate wide open.",
          "On the left you see the gate.", "You should see that the gate is open.",
          "In our example, the gate opens at eight.", "Take a look at the gate of the garden.",
          "The gate is set up in the section Hinges.", "Gates are listed in the table."})
        CHECK_MESSAGE(told(words, "The gate", by_english()).empty(), std::string(words));
    for (const char* words :
         {"Comme vous pouvez le voir, le portail a deux battants.",
          "La capture d’écran montre le portail ouvert.", "À droite, on voit le portail.",
          "Vous devriez voir apparaître le portail.",
          "Le portail, décrit dans la section « Gonds », ferme le soir.",
          "Quelques conseils pour ouvrir le portail.", "Outils et ressources pour le portail."})
        CHECK_MESSAGE(told(words, "Le portail", by_french()).empty(), std::string(words));
    CHECK(!told("You can see the gate from the road.", "The gate", by_english()).empty());
    for (const char* words : {"The screenshots of the gate must be taken by day.",
                              "You should get a key of the gate from the gardener.",
                              "Work on the gate is done in stages."})
        CHECK_MESSAGE(!told(words, "The gate", by_english()).empty(), std::string(words));
    for (const char* words :
         {"La capture des oiseaux près du portail est interdite.",
          "Vous obtenez la clé du portail au village.", "Retournez la clé du portail au jardinier.",
          "Les travaux du portail se font par étapes."})
        CHECK_MESSAGE(!told(words, "Le portail", by_french()).empty(), std::string(words));
    CHECK(!told("On voit le portail depuis la route.", "Le portail", by_french()).empty());
    CHECK(!told("The gate is described by its width.", "The gate", by_english()).empty());
}

TEST_CASE("what a listing does says nothing where neither it nor its title is shown") {
    const auto speaks = [](const char* words, const char* title, const deck::Lexicon* lexicon) {
        return deck::speaks_of_listing(text(words), text(title), *lexicon);
    };
    CHECK(speaks("The script creates a gate.", "New gates", by_english()));
    CHECK(speaks("The code is quite simple.", "New gates", by_english()));
    CHECK(speaks("Paste the code into the file of the gate.", "New gates", by_english()));
    CHECK(speaks("Le script crée un portail.", "Portails", by_french()));
    CHECK(speaks("Ajoutez la ligne au fichier du portail.", "Portails", by_french()));
    CHECK_FALSE(speaks("The script creates a gate.", "A script for gates", by_english()));
    CHECK_FALSE(speaks("The code must be read by two gardeners.", "Gates", by_english()));
    CHECK_FALSE(speaks("The command line is in the shed.", "Gates", by_english()));
    CHECK_FALSE(speaks("Le code source est ouvert.", "Portails", by_french()));
    CHECK_FALSE(speaks("Un script crée un portail chaque matin.", "Portails", by_french()));
    // Neither as a claim nor as a point.
    const auto page = test::page("p", "Portails",
                                 {test::numbered_heading("", "Le portail du fond", "p--fond"),
                                  test::paragraph("Le script crée un portail de bois au fond.")});
    const auto passage = deck::passage_of(page);
    CHECK(deck::gist_of(passage.children.front(), by_french()).empty());
}

TEST_CASE("what is left open, an address or a cheer is no sentence") {
    CHECK(first_claim("The gate of the whole large garden is now and always was a…", by_english())
              .empty());
    CHECK(told("Le portail du jardin est une…", "Le portail", by_french()).empty());
    CHECK(told("jan@gate.example", "The gardener", by_english()).empty());
    CHECK(told("Happy gating!", "The gate", by_english()).empty());
    CHECK(told("Étape 3", "Étape 3", by_french()).empty());
    CHECK(!told("9 h – 17 h", "Horaires", by_french()).empty());
    // "Attention:" adds nothing where the sentence is all there is.
    CHECK(told("Attention : le portail ferme le soir.", "Le portail", by_french()) ==
          "Le portail ferme le soir.");
    CHECK(told("Warning: the gate is closed at night.", "The gate", by_english()) ==
          "The gate is closed at night.");
}

TEST_CASE("a pronoun behind where or when means what was named before") {
    for (const char* words :
         {"À une époque lointaine, il fermait le portail.",
          "Depuis le village, elle mène au jardin.", "Le troisième portail ferme le soir.",
          "Un mois plus tard, le portail ferme.", "Le portail du fond est plus récent."}) {
        CHECK_MESSAGE(first_claim(words, by_french()).empty(), std::string(words));
        CHECK_MESSAGE(told(words, "Le portail", by_french()).empty(), std::string(words));
    }
    for (const char* words :
         {"In older gardens of the village, it was left open.",
          "A month later, the gate is closed.", "For other gates we suggest a chain.",
          "E.g. the gate of the garden closes.", "Closing the gate is much the same.",
          "The new gate is more recent.", "To close the gate is a fairly simple task."}) {
        CHECK_MESSAGE(first_claim(words, by_english()).empty(), std::string(words));
        CHECK_MESSAGE((told(words, "The gate", by_english()).empty()), std::string(words));
    }
    CHECK(!first_claim("Dans la remise du fond, il faut fermer le portail.", by_french()).empty());
    CHECK(!first_claim("Dans le jardin, il devrait y avoir un portail.", by_french()).empty());
    CHECK(!first_claim("Quand un portail est vieux, il grince.", by_french()).empty());
    CHECK(!told("Le portail du fond n’est plus ouvert.", "Le portail", by_french()).empty());
    CHECK(!told("Le portail du fond est le plus récent.", "Le portail", by_french()).empty());
    CHECK(!first_claim("In most gardens, it makes sense to close the gate.", by_english()).empty());
    CHECK(!told("The new gate is more recent than the shed.", "Gate", by_english()).empty());
}

TEST_CASE("words under a picture that is not there are neither claim nor point") {
    const auto page =
        test::page("p", "Le jardin",
                   {test::numbered_heading("", "Le portail du fond", "p--fond"),
                    test::paragraph("Il ouvre sur la rivière."),
                    test::paragraph("Le portail du fond au printemps"),
                    test::paragraph("Le portail du fond est en chêne de la vallée.")});
    const auto passage = deck::passage_of(page);
    const auto gist = deck::gist_of(passage.children.front(), by_french());
    CHECK(doc::plain_text(gist.claim) == "Le portail du fond est en chêne de la vallée.");
    CHECK(gist.main.points.empty());
}

TEST_CASE("what stands on a page of examples is claimed of no subject") {
    const auto claims = [](const char* of_page, const char* of_section) {
        const auto page = test::page("p", of_page,
                                     {test::numbered_heading("", of_section, "p--s"),
                                      test::paragraph("The gate of the garden closes at nine.")});
        const auto passage = deck::passage_of(page);
        return !deck::gist_of(passage.children.front(), by_english()).claim.empty();
    };
    CHECK(claims("The garden", "The gate"));
    CHECK_FALSE(claims("Example", "The gate"));
    CHECK_FALSE(claims("The garden", "More gate examples"));
}

TEST_CASE("who counts things and names none promises more") {
    const auto counts = [](const char* words, const deck::Lexicon* lexicon) {
        const auto flat = deck::flatten(text(words));
        return deck::only_counts(flat, {0, flat.text.size()}, *lexicon);
    };
    CHECK(counts("Plusieurs portails sont possibles.", by_french()));
    CHECK(counts("Le soir venu, certaines règles sont à prendre en compte.", by_french()));
    CHECK(counts("Several large gates are available.", by_english()));
    CHECK(counts("Since last year there are two new gates.", by_english()));
    CHECK_FALSE(counts("Plusieurs portails sont possibles : en bois, en fer.", by_french()));
    CHECK_FALSE(counts("Plusieurs jardiniers ferment le portail.", by_french()));
    CHECK_FALSE(counts("Several gates are closed at night.", by_english()));
    for (const char* words : {"Le premier d’entre eux est le portail du fond.",
                              "Les plus importants sont le portail et la remise.",
                              "Le portail du plan ci-avant ferme le soir."})
        CHECK_MESSAGE(told(words, "Le portail", by_french()).empty(), std::string(words));
    for (const char* words : {"The most important are the gate and the shed.",
                              "A very common example is the gate of the garden.",
                              "Ah yes, the good old gate of the garden."})
        CHECK_MESSAGE(told(words, "The gate", by_english()).empty(), std::string(words));
    CHECK(!told("Le plus simple est de fermer le portail.", "Le portail", by_french()).empty());
}

TEST_CASE("what is to be typed and is not shown is no claim") {
    const auto shown = [](const char* words) {
        const auto page = test::page("p", "Le jardin",
                                     {test::numbered_heading("", "Le portail", "p--portail"),
                                      test::paragraph(words),
                                      {doc::CodeBlock{"", "", "portail", false, {}}, {}}});
        const auto passage = deck::passage_of(page);
        return doc::plain_text(deck::last_resort(passage.children.front(), by_french()));
    };
    CHECK(shown("Pour ouvrir le portail, allez à la remise et tapez :").empty());
    CHECK(shown("Pour ouvrir le portail, il faut la clé de la remise :") ==
          "Pour ouvrir le portail, il faut la clé de la remise");
}

TEST_CASE("a list of what to read elsewhere is none, and no pronoun loses its lead-in") {
    const doc::Blocks blocks = {
        test::paragraph("See also:"),
        {test::list({"The notice of the shed", "The notice of the gate"}), {}},
        test::paragraph("In the shed:"),
        {test::list({"A rake that is long", "A spade that is short"}), {}}};
    std::vector<const doc::Block*> all;
    for (const auto& block : blocks) all.push_back(&block);
    CHECK(deck::lists_in(all, by_english(), deck::LinkLists::left_out).size() == 1);
    CHECK(deck::lists_in(all, by_english(), deck::LinkLists::taken).size() == 2);
    const auto label_over = [](const char* first) {
        const auto page =
            test::page("p", "The garden",
                       {test::numbered_heading("", "The gates", "p--gates"),
                        test::paragraph("These gates are the following:"),
                        {test::list({first, "The gate is made of iron and oak"}), {}}});
        const auto passage = deck::passage_of(page);
        return doc::plain_text(deck::gist_of(passage.children.front(), by_english()).main.label);
    };
    CHECK(label_over("The shed has a gate of oak").empty());
    CHECK(label_over("They are made of oak") != "");
    CHECK(label_over("By oiling their hinges of iron") != "");
}

TEST_CASE("a description that asks, announces or repeats gives way to what the page says") {
    const auto claim = [](const char* description, const deck::Lexicon* lexicon) {
        auto page = test::page("p", "Ajout d’un portail au jardin",
                               {test::paragraph("Le portail du jardin se pose en une journée.")});
        page.description = description;
        deck::DigestScope scope;
        scope.language = "fr";
        scope.lexicon = lexicon;
        const auto slides = deck::digest_of(page, scope, deck::PageForm::sections).slides;
        REQUIRE(slides.size() == 1);
        return doc::plain_text(slides.front().claim.at(0));
    };
    const auto* own = "Le portail du jardin se pose en une journée.";
    for (const char* description :
         {"Comment ajouter un portail ?", "Conseils sur la pose du portail.",
          "Une liste de portails pour le jardin.", "Cette documentation est issue d’un atelier.",
          "Ajouter un portail au jardin."})
        CHECK_MESSAGE(claim(description, by_french()) == own, std::string(description));
    CHECK(claim("Poser un portail de chêne entre deux piliers.", by_french()) ==
          "Poser un portail de chêne entre deux piliers.");
    CHECK(
        deck::repeats_title(text("Ajouter un portail."), text("Ajout d’un portail"), *by_french()));
    CHECK_FALSE(deck::repeats_title(text("Ajouter un portail et deux piliers."),
                                    text("Ajout d’un portail"), *by_french()));
}

doc::Inlines labelled(const char* label, const char* words) {
    doc::Inlines paragraph = {{doc::Strong{text(label)}, {}}};
    const auto rest = text(words);
    paragraph.insert(paragraph.end(), rest.begin(), rest.end());
    return paragraph;
}

TEST_CASE("a label that only says of what kind a sentence is goes") {
    const auto without = [](const char* label, const char* words, const deck::Lexicon* lexicon) {
        return doc::plain_text(deck::without_run_in(labelled(label, words), lexicon));
    };
    CHECK(without("Rationale", " It keeps the gate closed.", by_english()) ==
          "It keeps the gate closed.");
    CHECK(without("Process:", " Close the gate.", by_english()) == "Close the gate.");
    CHECK(without("Objectif", " : Fermer le portail.", by_french()) == "Fermer le portail.");
    CHECK(without("Process", " number one closes.", by_english()) == "Process number one closes.");
    CHECK(without("Gates", " Close by themselves.", by_english()) == "Gates Close by themselves.");
    CHECK(without("Rationale", " It closes.", nullptr) == "Rationale It closes.");
    const auto claim =
        deck::claim_in(labelled("Rationale", " The gate keeps the rain out."), by_english());
    REQUIRE(claim);
    CHECK(doc::plain_text(claim->words) == "The gate keeps the rain out.");
}

TEST_CASE("a list keeps a lead-in that ends in a full stop") {
    const auto page = test::page(
        "p", "The garden",
        {test::numbered_heading("", "Gates", "p--gates"),
         test::paragraph("Anyone may open a gate. A key is needed for the following gates."),
         {test::list({"The gate of the shed", "The gate of the well"}), {}}});
    const auto passage = deck::passage_of(page);
    const auto gist = deck::gist_of(passage.children.front(), by_english());
    CHECK(doc::plain_text(gist.claim) == "Anyone may open a gate.");
    CHECK(doc::plain_text(gist.main.label) == "A key is needed for the following gates.");
    CHECK_FALSE(deck::stopped_lead_in(text("A key is needed for these gates."), by_english()));
    CHECK_FALSE(deck::stopped_lead_in(text("The following gates are closed:"), by_english()));
    CHECK(deck::stopped_lead_in(text("Les portails suivants sont fermés."), by_french()));
}

TEST_CASE("a comma before a purpose is no row") {
    const auto counts = [](const char* words, const deck::Lexicon* lexicon) {
        const auto flat = deck::flatten(text(words));
        return deck::only_counts(flat, {0, flat.text.size()}, *lexicon);
    };
    CHECK(counts("Il existe quelques outils simples, pour tailler la haie.", by_french()));
    CHECK_FALSE(counts("Il existe quelques outils : la bêche, le râteau.", by_french()));
}

TEST_CASE("a lead-in speaks of nothing that the slide doesn’t show") {
    const auto leans = [](const char* lead, const char* shown, const deck::Lexicon* lexicon) {
        return deck::leans_on_unshown(text(lead), text(shown), lexicon);
    };
    CHECK(leans("This sounds great, but it:", "The gate is locked.", by_english()));
    CHECK(leans("For this you will need to:", "The gate is locked.", by_english()));
    CHECK(leans("This definition:", "The gate is locked.", by_english()));
    CHECK(leans("Le faire permet de :", "Le portail est fermé.", by_french()));
    CHECK(leans("Ces outils sont :", "Le portail est fermé.", by_french()));
    CHECK_FALSE(leans("This gate has:", "The gate is locked.", by_english()));
    CHECK_FALSE(leans("For this gate you need:", "The gate is locked.", by_english()));
    CHECK_FALSE(leans("Ces outils sont :", "Les outils sont au fond.", by_french()));
    CHECK_FALSE(leans("Ce que cela implique :", "Le portail est fermé.", by_french()));
    const doc::List list;
    const deck::LedList led{&list, text("This definition:"), text("It is told by the gardener.")};
    CHECK_FALSE(deck::lead_under(text("The gate is locked."), {}, led, by_english()));
    CHECK(deck::lead_under(text("The gate is locked."), text("Definition"), led, by_english()));
}

TEST_CASE("headings that only count, or lead on, are no points") {
    for (const char* label : {"Step 3", "Étape 2", "Exercice B", "Teil 4"})
        CHECK_MESSAGE(deck::is_empty_label(text(label), *by_english()), std::string(label));
    for (const char* label : {"Step by step", "Step 3: oil the gate", "Room 3", "Étape finale"})
        CHECK_FALSE_MESSAGE(deck::is_empty_label(text(label), *by_english()), std::string(label));
    deck::PointColumn column;
    for (const char* head : {"Step 1", "Further reading", "Oil the gate"}) {
        column.points.emplace_back();
        column.points.back().head = text(head);
    }
    deck::drop_empty_labels(column, by_english());
    REQUIRE(column.points.size() == 1);
    CHECK(column.more == 2);
}

TEST_CASE("what both sides of a pair leave out is said once") {
    doc::Blocks body = {test::paragraph("Ce que garde la remise :"),
                        {test::list(std::vector<std::string>(8,
                                                             "Un outil de fer que le jardinier "
                                                             "prend chaque matin avant sept "
                                                             "heures")),
                         {}},
                        test::paragraph("Ce que garde la serre :"),
                        {test::list(std::vector<std::string>(9,
                                                             "Une plante en pot que le jardinier "
                                                             "arrose chaque soir avant neuf "
                                                             "heures")),
                         {}}};
    deck::DigestScope scope;
    scope.language = "fr";
    scope.lexicon = by_french();
    const doc::Page page = test::page("p", "Le jardin", std::move(body));
    const auto slides = deck::digest_of(page, scope, deck::PageForm::sections).slides;
    REQUIRE(slides.size() == 1);
    const auto* columns = std::get_if<doc::Columns>(&slides.front().body.front().node);
    REQUIRE(columns);
    for (const auto& column : columns->columns) CHECK(column.body.size() == 2);
    CHECK(slides.front().more == 11);
}

}  // namespace
}  // namespace triptych
