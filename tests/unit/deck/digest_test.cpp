#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "../../deck_samples.hpp"
#include "deck/deck.hpp"
#include "deck/digest/digest.hpp"
#include "deck/gist/items.hpp"
#include "deck/sentence/cut.hpp"
#include "deck/sentence/sentences.hpp"
#include "doc/walk.hpp"

namespace triptych {
namespace {

using test::digest;
using test::text;

const deck::Lexicon* french() { return deck::lexicon_of("fr"); }

std::vector<std::string> sentences(const std::string& words, std::string_view language = "fr") {
    const auto flat = deck::flatten(text(words));
    std::vector<std::string> found;
    for (const auto& range : deck::sentences_of(flat, deck::lexicon_of(language)))
        found.emplace_back(flat.at(range));
    return found;
}

std::string claim(const std::string& words, std::string_view language = "fr") {
    const auto found = deck::claim_in(text(words), deck::lexicon_of(language));
    return found ? doc::plain_text(found->words) : "";
}

/// Head and tail, as "head / tail".
std::string point(const std::string& words, std::size_t most = 24) {
    const doc::ListItem item{{test::paragraph(words)}, {}, {}};
    const auto found = deck::point_of(item, {most}, french());
    if (!found) return "";
    const auto head = doc::plain_text(found->head), tail = doc::plain_text(found->tail);
    return head.empty() || tail.empty() ? head + tail : head + " / " + tail;
}

TEST_CASE("sentences end where people end them") {
    CHECK(sentences("Le four ouvre à 9 h. Il ferme à midi.").size() == 2);
    CHECK(sentences("Voir l’art. 12 et la p. 4 du règlement.").size() == 1);
    CHECK(sentences("Le pain (du jour. Toujours frais.) attend. Servez-vous.").size() == 2);
    CHECK(sentences("Il a dit « Revenez. Demain. » et rien d’autre.").size() == 1);
    CHECK(sentences("Ask Mr. Brown. He knows.", "en").size() == 2);
    CHECK(sentences("Une ligne\nUne autre").size() == 2);
    // Code opens one with a small letter.
    doc::Inlines code = text("Le portail a deux clés. ");
    code.push_back({doc::Code{"cle-1"}, {}});
    code.push_back({doc::Text{" ouvre la haie."}, {}});
    CHECK(deck::sentences_of(deck::flatten(code), french()).size() == 2);
}

TEST_CASE("a claim is the first sentence that stands alone") {
    CHECK(claim("Le moulin tourne tout l’hiver. Il s’arrête au printemps.") ==
          "Le moulin tourne tout l’hiver.");
    // What leads to a list, leans on something else or points away is none.
    CHECK(claim("Le meunier apporte :").empty());
    CHECK(claim("Elle suffit à tout le village.").empty());
    CHECK(claim("Voici comment moudre le grain chez vous.").empty());
    // Its contrast stays with it.
    CHECK(claim("Le marché ouvre le mardi. Toutefois, la halle ferme à midi.") ==
          "Le marché ouvre le mardi. Toutefois, la halle ferme à midi.");
    // Nothing is known of the language: short sentences are shown whole.
    CHECK(claim("Die Mühle dreht sich den ganzen Winter. Dann ruht sie.", "de") ==
          "Die Mühle dreht sich den ganzen Winter.");
}

TEST_CASE("long items are cut where that changes nothing") {
    CHECK(point("Trier les graines avant de les semer") == "Trier les graines avant de les semer");
    CHECK(point("Relever chaque semaine la température du compost et le niveau d’eau de ces "
                "bacs, ce qui permet d’arroser au bon moment") ==
          "Relever chaque semaine la température du compost et le niveau d’eau de ces bacs");
    // An exception or a condition is never cut off.
    CHECK(
        point("Déposer les outils dans la remise du fond à la fin de chaque journée de travail, "
              "sauf en cas de gel annoncé") ==
        "Déposer les outils dans la remise du fond à la fin de chaque journée de travail, sauf en "
        "cas de gel annoncé");
    // Too long, and no place to cut: left to the notes.
    CHECK(point("Lorsque les semis lèvent trop vite sous la serre et que les nuits restent froides "
                "jusqu’à la fin du mois de mai il faut les couvrir chaque soir")
              .empty());
}

TEST_CASE("one of two cases is shown with the other, or not at all") {
    CHECK(claim("When the gate is open, it is easy to see who works in the garden. When it is "
                "closed, nobody sees anything.",
                "en") ==
          "When the gate is open, it is easy to see who works in the garden. When "
          "it is closed, nobody sees anything.");
    CHECK(claim("Si la remise est ouverte, il suffit de prévenir le gardien. Si la remise est "
                "fermée pour l’hiver, comme chaque année de la Toussaint aux premiers beaux jours "
                "du mois de mars, il faut écrire au bureau du jardin et attendre sa réponse.")
              .empty());
    CHECK(claim("When the gate is open, it is easy to see who works in the garden. The bell rings "
                "at ten.",
                "en") == "When the gate is open, it is easy to see who works in the garden.");
}

TEST_CASE("a verdict is no term, and stands with its counterpart or not at all") {
    CHECK(claim("No: The gate must be closed.\nYes: You must close the gate.", "en") ==
          "No: The gate must be closed.\nYes: You must close the gate.");
    CHECK(claim("No: The gate must be closed by whoever leaves.", "en").empty());
    CHECK(claim("Use the gate behind the garden at night.", "en") ==
          "Use the gate behind the garden at night.");
    CHECK(point("Non : la remise est fermée.") == "Non : la remise est fermée.");
    CHECK(point("Remise : elle est fermée.") == "Remise / elle est fermée.");
}

TEST_CASE("what limits something, or speaks of it here, leans on what was said before") {
    CHECK(claim("Il s’agit ici de la première version du règlement du jardin.").empty());
    CHECK(claim("Il s’agit de fermer la remise tous les soirs de la semaine.") ==
          "Il s’agit de fermer la remise tous les soirs de la semaine.");
}

TEST_CASE("items that count lose their numbers alike") {
    const std::string behind =
        " la remise ouvre à dix heures tous les jours de la semaine et du "
        "dimanche";
    for (const char* number : {"Premièrement,", "Deuxièmement,", "Enfin,"})
        CHECK(point(number + behind + ".") == "La" + behind.substr(3) + ".");
}

TEST_CASE("few items keep what they are for") {
    const std::string meeting = "Les voisins se réunissent de préférence dans la remise du fond ",
                      aim = "pour suivre de loin la réunion du bureau.";
    CHECK(point(meeting + aim) == "Les voisins se réunissent de préférence dans la remise du fond");
    CHECK(point(meeting + aim, 32) == meeting + aim);
}

TEST_CASE("a place alone is no point without what is done there") {
    CHECK(point("Sous la liste des membres, cliquez sur le tampon rouge") ==
          "Sous la liste des membres, cliquez sur le tampon rouge");
    CHECK(point("Fermer la remise du fond, voir le règlement") == "Fermer la remise du fond");
}

TEST_CASE("a term and what is said of it are told apart") {
    CHECK(point("Paillage : couvre le sol.") == "Paillage / couvre le sol.");
    CHECK(point("Bineuse – ne sert jamais sur sol mouillé, sous peine de le tasser durablement et "
                "d’abîmer la lame")
              .find(" / ") != std::string::npos);
    CHECK(point("Le compost est prêt à 12:30 précises") == "Le compost est prêt à 12:30 précises");
}

TEST_CASE("an item that is allowed within limits is no point without them") {
    const std::string item = "Emprunter un outil de la remise pour le jardin de sa maison.";
    CHECK(
        point(item + " C'est possible, sauf le samedi et les jours de fête du quartier.").empty());
    CHECK(point(item + " C'est possible tous les jours de la semaine et toute l'année.") == item);
}

TEST_CASE("an item that a list under it completes is no point without that list") {
    const auto shown = [](const std::string& words, std::vector<std::string> under,
                          std::size_t most = 24) {
        const doc::ListItem item{
            {test::paragraph(words), {test::list(std::move(under)), {}}}, {}, {}};
        const auto found = deck::point_of(item, {most}, french());
        return found ? doc::plain_text(found->head) + " / " + doc::plain_text(found->tail) : "";
    };
    CHECK(shown("La remise est", {"soit ouverte à tous ceux qui ont une parcelle dans le jardin",
                                  "soit fermée à clé par la dernière personne qui en sort"})
              .empty());
    CHECK(shown("La remise est", {"ouverte", "fermée"}) == "La remise est / ouverte · fermée");
    CHECK(shown("Fermer la remise", {"à clé", "au loquet"}) == " / Fermer la remise");
    // Few items may have more said under them, without the signs that part it.
    const std::vector<std::string> before_winter = {
        "vider les tuyaux et les rouler dans la remise ;",
        "couvrir les châssis et les semis d’automne ;",
        "ranger les outils propres sur leur râtelier."};
    CHECK(shown("Avant l’hiver :", before_winter).empty());
    CHECK(shown("Avant l’hiver :", before_winter, 32) ==
          "Avant l’hiver / vider les tuyaux et les rouler dans la remise · couvrir les châssis et "
          "les semis d’automne · ranger les outils propres sur leur râtelier.");
}

doc::Block list(std::vector<std::string> items) {
    doc::List made;
    for (auto& item : items) made.items.push_back({{test::paragraph(std::move(item))}, {}, {}});
    return {std::move(made), {}};
}
doc::Block lead_in(std::string words) {
    return {doc::Paragraph{text(std::move(words)), doc::ParagraphRole::lead_in}, {}};
}

std::string notes(const deck::Deck& deck) {
    std::string all;
    for (const auto& slide : deck.slides) all += doc::plain_text(slide.notes) + "\n";
    return all;
}

TEST_CASE("no term ends inside quotes, no word loses its bracket, no point ends in a semicolon") {
    CHECK(point("« Accès : partiel » si la remise est fermée le soir") ==
          "« Accès : partiel » si la remise est fermée le soir");
    CHECK(point("Nommer le(s) responsable(s) de la remise, du four, du puits, de la serre et du "
                "verger avant la saison") ==
          "Nommer le(s) responsable(s) de la remise, du four, du puits, de la serre et du verger "
          "avant la saison");
    CHECK(point("Fermer la serre le soir ;") == "Fermer la serre le soir");
    CHECK(point("Arrosoir : dix litres,") == "Arrosoir / dix litres");
    CHECK(point("Fermer la serre le soir, et") == "Fermer la serre le soir");
    // What is calculated with is no aside, and what goes on from the item before is no point.
    CHECK(
        point("Calculer la hauteur utile de la serre du fond par h = (hauteur toit - hauteur sol) "
              "/ deux") ==
        "Calculer la hauteur utile de la serre du fond par h = (hauteur toit - hauteur sol) / "
        "deux");
    CHECK(point("ou bien un seau percé").empty());
}

TEST_CASE("what is about the page, or is no sentence, is no claim") {
    for (const char* words :
         {"Présentation des outils et de la remise du verger.",
          "Description des exigences de la serre froide.",
          "Rappel des règles du jardin partagé de la rue.",
          "Comment semer sous la serre froide en hiver.",
          "Page en cours de création par l’équipe du jardin.",
          "Utilisé surtout au printemps pour les semis.",
          "Demandé un mois avant, il est rendu sous huit jours.",
          "Similaire à la remise du verger voisin.", "(Faire vivre le jardin toute l’année)",
          "Le plan de la remise est décrit ici", "Mon jardin est un petit…",
          "Pour les outils de la remise, consultez le règlement.",
          "La remise est alors la seule à rester ouverte.",
          "La serre froide reste ouverte elle aussi."})
        CHECK_MESSAGE(claim(words).empty(), words);
    CHECK(claim("Utilisé depuis dix ans, le four cuit le pain du village.") ==
          "Utilisé depuis dix ans, le four cuit le pain du village.");
    CHECK(claim("Pourquoi un four ? Il cuit le pain du village.") ==
          "Pourquoi un four ? Il cuit le pain du village.");
    for (const char* words :
         {"Thank you for reading about the garden.", "First of all, don't panic about the gate.",
          "It is reproduced with permission of the owner.",
          "An overview of the garden and its tools.", "How to open the gate from the inside.",
          "We could plant a tree near the gate too.",
          "Please consider helping the garden this year.", "The tools are described here for all."})
        CHECK_MESSAGE(claim(words, "en").empty(), words);
    CHECK(claim("It is possible to open the gate from the inside.", "en") ==
          "It is possible to open the gate from the inside.");
    // The old state alone would say the contrary.
    CHECK(claim("Previously, the gate was open all night. It closes at ten.", "en").empty());
}

TEST_CASE("no passage is longer than a slide, however few words it has") {
    const std::string letters(5000, 'x');
    CHECK(claim("Le mot " + letters + " est long.").empty());
    CHECK(point("Le mot " + letters).empty());
}

TEST_CASE("what points back to something before stands on no slide alone") {
    CHECK(claim("Pour ces deux usages, la remise suffit à tout le village.").empty());
    CHECK(claim("Cette remise suffit à tout le village, été comme hiver.").empty());
    CHECK(claim("À l’inverse, la remise reste ouverte tout l’hiver.").empty());
    CHECK(claim("Il existe également une serre froide au fond du verger.").empty());
    CHECK(claim("Ce qui compte est la terre, jamais la taille du jardin.") ==
          "Ce qui compte est la terre, jamais la taille du jardin.");
    CHECK(claim("Il n’est pas ouvert le dimanche, jour du marché.").empty());
    CHECK(claim("Il appartient au dernier de fermer la remise du fond.") ==
          "Il appartient au dernier de fermer la remise du fond.");
    CHECK(claim("It is the policy of the garden to lend tools to all its members.", "en") ==
          "It is the policy of the garden to lend tools to all its members.");
    CHECK(claim("It is the largest garden of the whole valley.", "en").empty());
    CHECK(claim("Il est possible de venir le dimanche, jour du marché.") ==
          "Il est possible de venir le dimanche, jour du marché.");
    CHECK(claim("To do so, open the gate from the inside.", "en").empty());
    CHECK(claim("It’s not ready for the winter yet.", "en").empty());
    CHECK(claim("In this example, the gate stays open all day.", "en").empty());
}

TEST_CASE("a list keeps its lead-in, and what is left out is counted") {
    const auto deck = digest(
        {{doc::Heading{2, 2, "p--h", "", text("Ne pas apporter")}, {}},
         lead_in("Ne sont pas acceptés à la ressourcerie :"),
         list({"Les pneus de tracteur et les bâches agricoles usées", "Les batteries percées",
               "Les pots de peinture ouverts ou à demi pleins de produit",
               "Les matelas mouillés et les literies abîmées", "Les bouteilles de gaz entamées",
               "Les extincteurs", "Les gravats du chantier", "Les fusées de détresse périmées"})});
    const auto& slide = deck.slides.back();
    CHECK(doc::plain_text(slide.body).find("Ne sont pas acceptés") != std::string::npos);
    CHECK(slide.more == 2);
    CHECK(notes(deck).find("fusées de détresse") != std::string::npos);
}

TEST_CASE("every word of a page is in the notes of its slides") {
    const auto deck = digest({test::paragraph("Premier mot de la page."),
                              {doc::Heading{2, 2, "p--a", "", text("Ressources")}, {}},
                              test::paragraph("Texte sous ressources."),
                              {doc::Heading{2, 2, "p--b", "", text("Avant")}, {}},
                              test::paragraph("Il pleuvait beaucoup trop dehors."),
                              {doc::Heading{2, 2, "p--c", "", text("Après")}, {}},
                              test::paragraph("Elle brille."),
                              {doc::Heading{3, 3, "p--d", "", text("Détail")}, {}},
                              test::paragraph("Cela suffit.")});
    for (const char* words : {"Premier mot", "sous ressources", "pleuvait", "brille", "suffit"})
        CHECK(notes(deck).find(words) != std::string::npos);
}

/// How many tables a page's slides say that they leave out.
std::size_t tables_left_out(doc::Blocks body, deck::PageForm form) {
    deck::DigestScope scope;
    scope.language = "fr";
    scope.lexicon = french();
    std::size_t tables = 0;
    const doc::Page page = test::page("p", "Le jardin", std::move(body));
    for (const auto& slide : deck::digest_of(page, scope, form).slides)
        for (const auto& more : slide.further)
            if (more.of == deck::MoreOf::tables) tables += more.count;
    return tables;
}

TEST_CASE("a table that a shorter slide leaves out is counted on it") {
    doc::Table table;
    table.columns.resize(2);
    table.rows.emplace_back().cells.resize(2);
    for (auto& cell : table.rows.front().cells) cell.body = {test::paragraph("Pelle")};
    const auto body = [&](const char* first, const char* second) {
        doc::Blocks blocks;
        for (const char* title : {first, second}) {
            if (!title) continue;
            blocks.push_back({doc::Heading{2, 2, std::string("p--") + title, "", text(title)}, {}});
            blocks.push_back(list({"Un arrosoir près de la porte", "Une citerne", "Du paillage"}));
            blocks.push_back({table, {}});
        }
        return blocks;
    };
    const auto introduction = doc::Blocks{list({"Un arrosoir", "Une citerne"}), {table, {}}};
    const auto sections = body("Semer", "Arroser");
    CHECK(tables_left_out(sections, deck::PageForm::sections) == 0);
    CHECK(tables_left_out(sections, deck::PageForm::cards) == 2);
    CHECK(tables_left_out(introduction, deck::PageForm::page) == 1);
    // The slide of the page's only section, and titles beside the slide of the richest one.
    CHECK(tables_left_out(body("Semer", nullptr), deck::PageForm::page) == 1);
    CHECK(tables_left_out(body("Semer en ligne au cordeau", "Arroser le soir au pied"),
                          deck::PageForm::richest) == 2);
}

TEST_CASE("points and warnings that a card has no room for are counted") {
    doc::Blocks body;
    for (const char* title : {"Semer", "Arroser"}) {
        body.push_back({doc::Heading{2, 2, std::string("p--") + title, "", text(title)}, {}});
        body.push_back(test::paragraph("La terre du jardin reste meuble au printemps."));
        body.push_back({doc::Callout{doc::CalloutKind::danger,
                                     {test::paragraph("Le soufre brûle la peau des mains.")}},
                        {}});
        body.push_back(list({"Un arrosoir près de la porte", "Une citerne", "Du paillage"}));
    }
    deck::DigestScope scope;
    scope.language = "fr";
    scope.lexicon = french();
    const doc::Page page = test::page("p", "Le jardin", std::move(body));
    const auto slides = deck::digest_of(page, scope, deck::PageForm::cards).slides;
    REQUIRE(slides.size() == 1);
    CHECK(slides.front().more == 6);
    REQUIRE(slides.front().further.size() == 1);
    CHECK(slides.front().further.front().of == deck::MoreOf::warnings);
    CHECK(slides.front().further.front().count == 2);
}

TEST_CASE("a line ends a sentence in every script, but before a small letter") {
    // Capitals and letters of scripts that have none are not small ones.
    CHECK(sentences("Ворота закрыты\nКлюч лежит в сарае", "ru").size() == 2);
    CHECK(sentences("Η πύλη κλείνει\nΤο κλειδί μένει εδώ", "el").size() == 2);
    CHECK(sentences("門は夜に閉まる\n鍵は倉庫にある", "ja").size() == 2);
    CHECK(sentences("البوابة مغلقة\nالمفتاح هنا", "ar").size() == 2);
    CHECK(sentences("Ворота сада закрыты\nпо вечерам", "ru").size() == 1);
    CHECK(sentences("Le portail du musée\nœuvre d’un forgeron", "fr").size() == 1);
    // Nor are they behind a stop.
    CHECK(sentences("Ворота закрыты. Ключ лежит в сарае.", "ru").size() == 2);
    CHECK(sentences("Ворота открыл А. Садовник.", "ru").size() == 1);
    CHECK(sentences("Le portail ferme. Œuvrez avant la nuit.", "fr").size() == 2);
}

TEST_CASE("short neighbours share a slide, an outline shows claims alone") {
    const doc::Blocks body = {{doc::Heading{2, 2, "p--a", "", text("Semer")}, {}},
                              test::paragraph("La graine veut une terre tiède."),
                              {doc::Heading{2, 2, "p--b", "", text("Arroser")}, {}},
                              test::paragraph("Le soir reste le meilleur moment."),
                              {doc::Heading{2, 2, "p--c", "", text("Cueillir")}, {}},
                              test::paragraph("Le matin garde le goût.")};
    const auto deck = digest(body);
    CHECK(deck.slides.back().archetype == deck::Archetype::siblings);
    CHECK(deck.slides.size() == 3);
    CHECK(std::get<doc::Cards>(deck.slides.back().body.front().node).cards.size() == 3);
}

TEST_CASE("the digest of a page of many sections takes time of its length") {
    // Not timed: a fault that made it the square would take minutes.
    doc::Blocks body;
    for (int i = 0; i < 3000; ++i) {
        body.push_back({doc::Heading{2, 2, "p--" + std::to_string(i), "", text("Titre")}, {}});
        body.push_back(test::paragraph("Le jardin compte une allée de plus que l’an dernier."));
    }
    CHECK(digest(std::move(body)).slides.size() > 100);
}

}  // namespace
}  // namespace triptych
