#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "../../deck_samples.hpp"
#include "deck/content.hpp"
#include "deck/digest/archetype.hpp"
#include "deck/digest/number.hpp"
#include "deck/gist/stance.hpp"
#include "doc/walk.hpp"

namespace triptych {
namespace {

using deck::Archetype;
using deck::Stance;
using test::text;

deck::Slide slide(const std::string& claim, std::vector<std::string> points) {
    deck::Slide slide;
    slide.kind = deck::SlideKind::content;
    slide.title = text("Le puits");
    if (!claim.empty()) slide.claim.push_back(text(claim));
    doc::List list;
    for (auto& point : points) list.items.push_back({{test::paragraph(std::move(point))}, {}, {}});
    if (!list.items.empty()) slide.body.push_back({std::move(list), {}});
    return slide;
}

std::string number(const std::string& words) { return deck::telling_number(text(words)); }

TEST_CASE("a telling number stands alone in its sentence") {
    CHECK(number("Le parc compte plus de 300 arbres.") == "300");
    CHECK(number("Il a reçu 12 000 visiteurs.") == "12 000");
    CHECK(number("La serre garde 80 % de la chaleur.") == "80 %");
    // Two numbers, a year, a rank, a date, a name, a version, code.
    CHECK(number("De 20 à 30 arbres.").empty());
    CHECK(number("Ouvert depuis 1998.").empty());
    CHECK(number("Voir l’article 12 du règlement.").empty());
    CHECK(number("Fermé dès le 15 août.").empty());
    CHECK(number("Conforme à ISO 27001.").empty());
    CHECK(number("La pompe v12 tourne.").empty());
    CHECK(number("Trois arbres.").empty());
    CHECK(number("La haie est taillée à 50 centimètres du sol.").empty());
    CHECK(number("Il remplace le bureau des jardins d’au moins 11 membres.").empty());
    CHECK(number("The shed serves gardens of more than 50 members.").empty());
    CHECK(number("Il faut au moins 40 seaux.") == "40");
    CHECK(number("Le banc est fermé pendant 30 jours.") == "30");
}

TEST_CASE("opposites are known by their sign or their words") {
    const auto* french = deck::lexicon_of("fr");
    CHECK(deck::stance_of(text("❌ Ainsi"), french) == Stance::wrong);
    CHECK(deck::stance_of(text("✅"), french) == Stance::right);
    CHECK(deck::stance_of(text("À éviter :"), french) == Stance::wrong);
    CHECK(deck::stance_of(text("Avant"), french) == Stance::before);
    CHECK(deck::stance_of(text("Avant la pluie"), french) == Stance::none);
    CHECK(deck::stances_of(text("Avant"), text("Après"), french));
    CHECK(!deck::stances_of(text("Avant"), text("Mauvais"), french));
    CHECK(doc::plain_text(deck::label_words(text("❌ Mauvais ❌"))) == "Mauvais");
    CHECK(deck::label_words(text("✅")).empty());
}

TEST_CASE("the archetype is the first that fits, and there is always one") {
    CHECK(deck::fitting(slide("Une phrase seule.", {})).front() == Archetype::statement);
    CHECK(deck::fitting(slide("Il faut 40 seaux.", {})).front() == Archetype::number);
    CHECK(deck::fitting(slide("L’eau est claire.", {"Puiser", "Filtrer"})).front() ==
          Archetype::plain_pillar);
    auto pillar = slide("L’eau est claire.", {"Puiser", "Filtrer"});
    pillar.number = "2.";
    CHECK(deck::fitting(pillar).front() == Archetype::pillar);
    // A place in the outline of a book is no number to show large.
    pillar.number = "12.3.1.";
    CHECK(deck::fitting(pillar).front() == Archetype::plain_pillar);
    // Short points need no claim to stand between rules; longer ones and a single one do.
    CHECK(deck::fitting(slide("", {"Puiser", "Filtrer"})).front() == Archetype::plain_pillar);
    CHECK(deck::fitting(slide("", {"Puiser"})).front() == Archetype::bullets);
    auto warned = slide("", {"Puiser", "Filtrer"});
    warned.body.push_back({doc::Callout{doc::CalloutKind::danger, {test::paragraph("Eau")}}, {}});
    CHECK(deck::fitting(warned).front() == Archetype::bullets);
    CHECK(deck::fitting(slide("", {})).front() == Archetype::bullets);
}

TEST_CASE("steps are told, things that are listed are not steps") {
    const auto counted = [](std::vector<std::string> points) {
        auto made = slide("", std::move(points));
        std::get<doc::List>(made.body.front().node).ordered = true;
        return deck::fitting(made).front();
    };
    CHECK(counted({"Puiser l’eau", "La filtrer", "La boire"}) == Archetype::process);
    CHECK(counted({"Les seaux", "Les cruches", "Une gourde"}) != Archetype::process);
}

TEST_CASE("never more than three alike in a row where another fits") {
    std::vector<deck::Slide> slides(8, slide("L’eau est claire.", {"Puiser", "Filtrer"}));
    deck::choose_archetypes(slides, 0);
    std::size_t alike = 1;
    for (std::size_t i = 1; i < slides.size(); ++i) {
        alike = slides[i].archetype == slides[i - 1].archetype ? alike + 1 : 1;
        CHECK(alike <= 3);
    }
    // Nothing else fits a table.
    slides.assign(5, slide("", {}));
    for (auto& each : slides) each.body.push_back({doc::Table{{{}, {}}, {}, {{{{}, {}}}}, {}}, {}});
    deck::choose_archetypes(slides, 0);
    CHECK(slides.back().archetype == Archetype::table);
}

TEST_CASE("a plain pillar takes its lead-in for a claim") {
    std::vector<deck::Slide> slides = {slide("", {"Une pelle", "Un seau"})};
    slides.front().body.insert(slides.front().body.begin(),
                               test::paragraph("Le puits demande :", doc::ParagraphRole::lead_in));
    deck::choose_archetypes(slides, 0);
    CHECK(slides.front().archetype == Archetype::plain_pillar);
    REQUIRE(slides.front().claim.size() == 1);
    CHECK(doc::plain_text(slides.front().claim.front()) == "Le puits demande :");
    CHECK(deck::lead_in_of(slides.front()) == nullptr);
    CHECK(deck::items_of(slides.front()).size() == 2);
}

TEST_CASE("what must not be done is no step to take") {
    const auto counted = [](const char* lead) {
        deck::Slide made;
        made.title = text("Le portail");
        made.body.push_back(test::paragraph(lead, doc::ParagraphRole::lead_in));
        doc::List list;
        list.ordered = true;
        for (const char* point : {"Forcer la serrure", "Graisser la clé", "Laisser ouvert"})
            list.items.push_back({{test::paragraph(point)}, {}, {}});
        made.body.push_back({std::move(list), {}});
        return deck::fitting(made).front();
    };
    CHECK(counted("Chaque soir :") == deck::Archetype::process);
    CHECK(counted("Ne faites jamais :") != deck::Archetype::process);
    CHECK(counted("Never do this:") != deck::Archetype::process);
    CHECK(counted("Erreurs fréquentes :") != deck::Archetype::process);
}

TEST_CASE("a label of one word does not stand large") {
    const auto fits = [](const char* lead) {
        deck::Slide made;
        made.title = text("Le portail");
        made.body.push_back(test::paragraph(lead, doc::ParagraphRole::lead_in));
        made.body.push_back({test::list({"Bois", "Fer"}), {}});
        return deck::fitting(made).front();
    };
    CHECK(fits("Exemples :") == deck::Archetype::bullets);
    CHECK(fits("Le portail est en :") == deck::Archetype::plain_pillar);
}

}  // namespace
}  // namespace triptych
