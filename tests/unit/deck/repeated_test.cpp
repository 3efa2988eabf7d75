#include <string>

#include <doctest/doctest.h>

#include "../../deck_samples.hpp"
#include "deck/digest/digest.hpp"
#include "deck/gist/gist.hpp"
#include "deck/gist/items.hpp"
#include "deck/gist/lists.hpp"
#include "deck/sentence/sentences.hpp"
#include "deck/sentence/standing.hpp"
#include "deck/sentence/waymark.hpp"
#include "doc/walk.hpp"

namespace triptych {
namespace {

using test::text;

TEST_CASE("no point says what the description says") {
    deck::PointColumn column;
    for (const char* words : {"Pour fermer le portail du jardin, il suffit de tourner la clé.",
                              "Le portail du jardin a deux battants de chêne massif."}) {
        column.points.emplace_back();
        column.points.back().tail = text(words);
    }
    deck::drop_repeated(column,
                        text("Pour fermer le portail du jardin, tourner simplement la clé."));
    REQUIRE(column.points.size() == 1);
    CHECK(column.more == 1);
    CHECK(doc::plain_text(column.points.front().tail).ends_with("massif."));
    auto page = test::page("p", "Le jardin",
                           {test::paragraph("Le portail du jardin ferme à huit heures."),
                            test::paragraph("La remise abrite tous les outils du village.")});
    page.description = "Le portail du jardin ferme à huit heures précises.";
    deck::DigestScope scope;
    scope.language = "fr";
    scope.lexicon = deck::lexicon_of("fr");
    const auto slides = deck::digest_of(page, scope, deck::PageForm::sections).slides;
    REQUIRE(slides.size() == 1);
    for (std::size_t i = 1; i < slides.front().claim.size(); ++i)
        CHECK(doc::plain_text(slides.front().claim[i]).find("huit heures") == std::string::npos);
}

TEST_CASE("no lead-in says the description again") {
    auto page = test::page("p", "Le jardin",
                           {test::paragraph("Le portail du jardin s’ouvre avec deux doigts :"),
                            {test::list({"Celle du village", "Celle de la remise"}), {}}});
    page.description = "Le portail du jardin s’ouvre avec deux doigts.";
    deck::DigestScope scope;
    scope.language = "fr";
    scope.lexicon = deck::lexicon_of("fr");
    for (const auto& slide : deck::digest_of(page, scope, deck::PageForm::sections).slides) {
        REQUIRE(slide.claim.size() == 1);
        CHECK(doc::plain_text(slide.claim.front()).find("deux doigts") != std::string::npos);
        CHECK(slide.body.size() == 1);
    }
}

TEST_CASE("what breaks off at a comma is no sentence, but leads to its list") {
    const auto* english = deck::lexicon_of("en");
    const auto broken = text("When the gate is open and the shed is closed ,");
    CHECK_FALSE(deck::claim_in(broken, english));
    CHECK(deck::open_lead_in(broken, english));
    CHECK(deck::claim_in(text("When the gate is open, the shed is closed."), english));
}

TEST_CASE("a lead-in that answers what is not there, or only sets the scene, does not stand") {
    for (const char* lead : {"If not:", "Otherwise:", "Apart from these gates there are:"})
        CHECK_MESSAGE(deck::leans_on_sentence(text(lead), deck::lexicon_of("en")),
                      std::string(lead));
    for (const char* lead : {"Sinon :", "Autrement :", "Dans le cas contraire :"})
        CHECK_MESSAGE(deck::leans_on_sentence(text(lead), deck::lexicon_of("fr")),
                      std::string(lead));
    CHECK(deck::may_go(text("In our case, let us do the following:"), deck::lexicon_of("en")));
    CHECK_FALSE(deck::may_go(text("In winter, the gardener does:"), deck::lexicon_of("en")));
}

TEST_CASE("rights, and what others already know, are claimed on no slide") {
    const auto claimed = [](const char* words, const char* language) {
        return deck::claim_in(text(words), deck::lexicon_of(language)).has_value();
    };
    CHECK_FALSE(claimed("© Copyright 2020 by the gardeners of the village.", "en"));
    CHECK_FALSE(claimed("If you noticed, there are two gates in the garden.", "en"));
    CHECK_FALSE(claimed("As detailed in the previous sections, gates are closed.", "en"));
    CHECK_FALSE(claimed("Comme vous le savez, le portail du jardin ferme le soir.", "fr"));
    CHECK_FALSE(claimed("Les portails sont listés dans le registre.", "fr"));
    CHECK(claimed("Copies of the key are kept by the gardener.", "en"));
    const auto flat = deck::flatten(text("Learn more about the gate of the garden."));
    CHECK(deck::is_about_text(flat, {0, flat.text.size()}, *deck::lexicon_of("en")));
}

TEST_CASE("what a sentence points at is named within it, not behind a comma") {
    const auto claimed = [](const char* words, const char* language) {
        return deck::claim_in(text(words), deck::lexicon_of(language)).has_value();
    };
    CHECK_FALSE(claimed("Vous pouvez ouvrir ou fermer cette porte, ou la laisser.", "fr"));
    CHECK_FALSE(claimed("On ferme dans ce cas le portail du jardin.", "fr"));
    CHECK_FALSE(claimed("Explains what the gate of the garden is for.", "en"));
    CHECK_FALSE(claimed("To open a gate you must proceed in stages.", "en"));
    CHECK(claimed("Le portail a deux clés, et chaque clé ouvre ce vieux portail.", "fr"));
    CHECK(claimed("The gate is locked; this is why a key is needed.", "en"));
    CHECK(claimed("Old keys are often used to open the gate.", "en"));
    CHECK_FALSE(claimed("The old gardener used to open the gate.", "en"));
}

TEST_CASE("what a thing is used for is not cut off") {
    const auto point = [](const char* words, const char* language) {
        const auto found =
            deck::point_of({{test::paragraph(words)}, {}, {}}, {24}, deck::lexicon_of(language));
        return found ? doc::plain_text(found->tail) : "";
    };
    const char* french =
        "Les deux portails du jardin sont surtout utilisés pour garder toutes les "
        "bêtes du village pendant la nuit";
    CHECK(point(french, "fr") == french);
    const char* english =
        "The two gates of the garden are mostly intended in order to keep the "
        "animals of the village in at night";
    CHECK(point(english, "en") == english);
    CHECK(point("Les jardiniers ferment les deux portails du jardin chaque soir pour garder toutes "
                "les bêtes du village pendant la nuit",
                "fr") == "Les jardiniers ferment les deux portails du jardin chaque soir");
}

TEST_CASE("an item that waits for when or by what says nothing without that") {
    const auto* english = deck::lexicon_of("en");
    const auto point = [&](const char* words, bool nested) {
        doc::ListItem item{{test::paragraph(words)}, {}, {}};
        if (nested)
            item.body.push_back({test::list({"at night in the whole village, by the gardener",
                                             "in winter, by whoever leaves last in the evening",
                                             "in a storm, by the one who has the key"}),
                                 {}});
        return deck::point_of(item, {24}, english).has_value();
    };
    CHECK_FALSE(point("The gates of the garden are mostly closed:", true));
    CHECK(point("The gates of the garden are closed", true));
    CHECK(point("The gates of the garden have three keepers", true));
    CHECK_FALSE(deck::stopped_lead_in(text("The following list shows all gates."), english));
    CHECK_FALSE(deck::stopped_lead_in(text("For the following gates, see the rules."), english));
    CHECK(deck::claim_in(text("The keys of both gates of the garden are the same."), english));
}

TEST_CASE("what is said of one setting stands for none other") {
    const auto claims = [](const char* title, const char* words) {
        const auto page = test::page(
            "p", "The garden", {test::numbered_heading("", title, "p--s"), test::paragraph(words)});
        const auto passage = deck::passage_of(page);
        return !deck::gist_of(passage.children.front(), deck::lexicon_of("en")).claim.empty();
    };
    CHECK_FALSE(claims("Hinges", "Controls how wide the door may be opened at night."));
    CHECK_FALSE(claims("Hinges", "Maximum time that the door stays open at night."));
    CHECK_FALSE(claims("Hinges", "By night such doors are kept closed by the gardener."));
    CHECK(claims("Door width", "Controls how wide the door may be opened at night."));
    CHECK(claims("Doors", "Old doors, such as that of the shed, are kept closed."));
    CHECK(deck::is_waymark(text("Table of contents")));
    CHECK_FALSE(deck::is_waymark(text("The contents of the shed")));
}

}  // namespace
}  // namespace triptych
