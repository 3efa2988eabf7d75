#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "../../archetype_samples.hpp"
#include "deck/deck.hpp"
#include "deck/setting/cells.hpp"
#include "deck/setting/grid.hpp"
#include "deck/setting/ornaments.hpp"
#include "deck/setting/scale.hpp"
#include "deck/setting/zones.hpp"
#include "style/contrast.hpp"

using namespace triptych;
using namespace triptych::literals;
using deck::Archetype;

namespace {

struct Fitted {
    deck::Deck deck;
    style::Slides look;
};

Fitted fit(std::vector<deck::Slide> slides) {
    const test::Press press(test::book_of({test::page("p", "Page", {})}));
    Diagnostics diagnostics;
    deck::Deck deck;
    deck.language = "fr";
    deck.slides = std::move(slides);
    return {deck::fit(std::move(deck), press.book, press.resources(), diagnostics),
            press.sheet.slides};
}

bool overlap(const Rect& a, const Rect& b) {
    const Length slack = 1_pt;
    return a.at.x + slack < deck::right(b) && b.at.x + slack < deck::right(a) &&
           a.at.y + slack < deck::bottom(b) && b.at.y + slack < deck::bottom(a);
}

/// What is written on the slide, box by box.
std::vector<Rect> written(const deck::Arrangement& at) {
    std::vector<Rect> boxes = {at.kicker, at.title,  at.numeral,    at.claim,
                               at.more,   at.footer, at.page_number};
    if (at.cells.empty()) boxes.insert(boxes.end(), at.shapes.begin(), at.shapes.end());
    for (const auto& cell : at.cells) boxes.push_back(cell.box);
    boxes.erase(std::remove_if(boxes.begin(), boxes.end(),
                               [](const Rect& box) { return box.size.height.units <= 0; }),
                boxes.end());
    return boxes;
}

}  // namespace

TEST_CASE("counts of many kinds stand in two lines, above the foot") {
    auto slides = test::samples();
    for (auto& slide : slides) {
        slide.more = 12;
        for (const auto of : {deck::MoreOf::tables, deck::MoreOf::pictures, deck::MoreOf::listings,
                              deck::MoreOf::explanations, deck::MoreOf::warnings})
            slide.further.push_back({of, 12});
    }
    const auto fitted = fit(std::move(slides));
    for (const auto& slide : fitted.deck.slides) {
        if (slide.kind != deck::SlideKind::content) continue;
        const auto at = deck::arrange(slide, fitted.look);
        CHECK(at.more.size.height == deck::more_style(fitted.look).leading * 2);
        CHECK_FALSE(overlap(at.more, at.footer));
    }
}

TEST_CASE("on no archetype do two things stand on one place, or leave the margins") {
    const auto fitted = fit(test::samples());
    REQUIRE(fitted.deck.slides.size() == test::samples().size());
    for (const auto& slide : fitted.deck.slides) {
        CAPTURE(static_cast<int>(slide.archetype));
        const auto boxes = written(deck::arrange(slide, fitted.look));
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            CAPTURE(i);
            CHECK(boxes[i].at.x >= fitted.look.margin_left);
            CHECK(deck::right(boxes[i]) <=
                  fitted.look.size.width - fitted.look.margin_right + 1_pt);
            for (std::size_t j = i + 1; j < boxes.size(); ++j) {
                CAPTURE(j);
                CHECK_FALSE(overlap(boxes[i], boxes[j]));
            }
        }
    }
}

TEST_CASE("points without a claim have the slide to themselves, in a size of their own") {
    const auto points = [](const char* words, std::size_t count, bool claimed) {
        auto slide = test::slide_of(Archetype::plain_pillar, {test::cell_list(count, words)});
        if (!claimed) slide.claim.clear();
        return slide;
    };
    const std::string longest =
        "La graine veut une terre tiède et meuble au pied du mur, à l’abri du vent du nord";
    const auto fitted =
        fit({points(longest.c_str(), 5, true), points("La graine veut une terre tiède", 3, false)});
    REQUIRE(fitted.deck.slides.size() == 2);
    const auto beside = deck::arrange(fitted.deck.slides[0], fitted.look);
    const auto alone = deck::arrange(fitted.deck.slides[1], fitted.look);
    CHECK(beside.cells.front().box.at.x > fitted.look.margin_left);
    CHECK(alone.cells.front().box.at.x == fitted.look.margin_left);
    CHECK(alone.cells.front().box.size.width == deck::measure_between_margins(fitted.look));
    CHECK(fitted.deck.slides[0].measures.body_size < fitted.deck.slides[1].measures.body_size);
}

TEST_CASE("the title never moves, and cells stand above the foot") {
    const auto fitted = fit(test::samples());
    for (const auto& slide : fitted.deck.slides) {
        CAPTURE(static_cast<int>(slide.archetype));
        const auto at = deck::arrange(slide, fitted.look);
        CHECK(at.title.at == Point{48_pt, 54_pt});
        for (const auto& cell : at.cells)
            CHECK(deck::bottom(cell.box) <= deck::bottom(fitted.look.links) + 1_pt);
    }
}

TEST_CASE("text has the sizes of the scale and no others") {
    const auto fitted = fit(test::samples());
    const auto scale = deck::scale_of(fitted.look);
    CHECK(scale.large == 24_pt);
    CHECK(scale.usual == 22_pt);
    CHECK(scale.small == 19_pt);
    const std::set<Length> body = {scale.large, scale.usual, scale.small};
    for (const auto& slide : fitted.deck.slides) {
        CAPTURE(static_cast<int>(slide.archetype));
        CHECK((slide.body.empty() || body.contains(slide.measures.body_size)));
        CHECK(slide.measures.title_size == 34_pt);
        const Length claim = slide.body.empty() ? 32_pt : 25_pt;
        CHECK(slide.measures.claim_size == claim);
    }
}

TEST_CASE("cells of each archetype stand on its grid") {
    const auto fitted = fit(test::samples());
    const auto columns_of = [&](std::size_t number) {
        std::set<Length> left;
        for (const auto& cell : deck::arrange(fitted.deck.slides[number], fitted.look).cells)
            left.insert(cell.box.at.x);
        return left;
    };
    const Rect seventh = deck::in_columns(7, 12, {}, fitted.look);
    CHECK(columns_of(0) == std::set<Length>{seventh.at.x});
    CHECK(columns_of(1) == std::set<Length>{seventh.at.x});
    CHECK(columns_of(2).size() == 2);
    CHECK(columns_of(3).size() == 3);
    CHECK(columns_of(4).size() == 2);
    CHECK(columns_of(5).size() == 3);
    CHECK(columns_of(6).size() == 2);
    CHECK(columns_of(7).size() == 2);
    CHECK(columns_of(9).size() == 6);
    CHECK(columns_of(10).size() == 2);
}

TEST_CASE("a comparison is said by a sign beside its colour") {
    const auto fitted = fit(test::samples());
    const auto at = deck::arrange(fitted.deck.slides[7], fitted.look);
    const auto count = [&](deck::Form form) {
        return std::count_if(at.ornaments.begin(), at.ornaments.end(),
                             [&](const deck::Ornament& one) { return one.form == form; });
    };
    CHECK(count(deck::Form::cross) == 1);
    CHECK(count(deck::Form::tick) == 1);
}

TEST_CASE("boxes to tick are 20 pt wide, chevrons interlock") {
    const auto fitted = fit(test::samples());
    for (const auto& cell : deck::arrange(fitted.deck.slides[10], fitted.look).cells)
        CHECK(cell.tick.size == Size{20_pt, 20_pt});
    const auto steps = deck::arrange(fitted.deck.slides[9], fitted.look);
    REQUIRE(steps.ornaments.size() == 6);
    CHECK(steps.ornaments.front().form == deck::Form::arrow);
    CHECK(steps.ornaments.back().form == deck::Form::chevron);
    CHECK(deck::right(steps.ornaments.back().box) <= 912_pt + 1_pt);
}

TEST_CASE("the last chevron is seen where the cover is as light as the slides") {
    style::Slides look = fit({}).look;
    CHECK(deck::colour_of(deck::Paint::step_dark, look) == look.title_ground);
    look.title_ground = look.ground;
    CHECK(style::contrast(deck::colour_of(deck::Paint::step_dark, look), look.ground) >= 3);
}

TEST_CASE("a claim of one line stands under a title of one line") {
    const auto fitted = fit({test::slide_of(Archetype::siblings, {test::cards(3)})});
    const auto& slide = fitted.deck.slides.front();
    CHECK(deck::has_claim_as_subtitle(slide, fitted.look));
    const auto at = deck::arrange(slide, fitted.look);
    CHECK(deck::bottom(at.claim) <= at.body.at.y);
    CHECK(at.body.at.y == 142_pt);
    // Text would be taken for more of it.
    const auto text = fit({test::slide_of(Archetype::bullets, {test::cell_list(3, "Un point")})});
    const auto below = deck::arrange(text.deck.slides.front(), text.look);
    CHECK(deck::has_claim_as_subtitle(text.deck.slides.front(), text.look));
    CHECK(below.body.at.y - deck::bottom(below.claim) >= 16_pt);
}

TEST_CASE("points run from margin to margin where fewer of them would fit else") {
    const std::string line =
        "Cliquez sur la parcelle à laquelle la remise que l’on ferme est associée";
    const auto points = [&](std::size_t count) {
        return test::slide_of(Archetype::bullets, {test::cell_list(count, line, true)}, "");
    };
    const auto fitted = fit({points(3), points(7), points(30)});
    REQUIRE(fitted.deck.slides.size() == 3);
    std::vector<std::size_t> shown;
    for (const auto& slide : fitted.deck.slides) {
        shown.push_back(std::get<doc::List>(slide.body.front().node).items.size());
        const auto at = deck::arrange(slide, fitted.look);
        const bool wide = shown.back() > 3;
        CHECK(at.shapes.front().size.width ==
              (wide ? deck::measure_between_margins(fitted.look) : fitted.look.body.size.width));
        CHECK(deck::bottom(at.shapes.front()) <= deck::bottom(at.body));
        // What is dropped is counted, and said in the dump.
        std::size_t cut = 0;
        for (const auto& one : slide.cuts) cut += one.count;
        CHECK(slide.more == cut);
    }
    CHECK(shown[0] == 3);
    CHECK(shown[1] == 7);
    CHECK(shown[2] >= 7);
    CHECK(fitted.deck.slides[2].more == 30 - shown[2]);
}

TEST_CASE("steps that find no room as chevrons are a list of them all") {
    const std::string step =
        "Demandez au bureau du jardin le carnet des membres, puis signez-le en bas";
    const std::string claim =
        "N’importe quel voisin peut demander à rejoindre le jardin de sa rue. Si vous pensez que "
        "votre nom doit figurer sur la liste des membres, écrivez au bureau pour la rejoindre.";
    doc::Block list = test::cell_list(6, step, true);
    auto short_steps = test::slide_of(Archetype::process, {test::cell_list(4, "Un pas", true)});
    auto alone = test::slide_of(Archetype::process, {list}, claim);
    auto led = test::slide_of(
        Archetype::process,
        {{doc::Paragraph{test::text("Pour demander :"), doc::ParagraphRole::lead_in}, {}}, list},
        claim);
    const auto fitted = fit({short_steps, alone, led});
    REQUIRE(fitted.deck.slides.size() == 3);
    CHECK(fitted.deck.slides[0].archetype == Archetype::process);
    for (std::size_t i = 1; i < 3; ++i) {
        const auto& slide = fitted.deck.slides[i];
        CHECK(slide.archetype == Archetype::bullets);
        // The claim gives way where a lead-in says what the steps are for.
        CHECK(slide.claim.empty() == (i == 2));
        const auto& shown = std::get<doc::List>(slide.body.back().node);
        CHECK(shown.items.size() + slide.more == 6);
        CHECK(shown.items.size() >= 3);
    }
    CHECK(fitted.deck.slides[2].more == 0);
}

TEST_CASE("terms that find no room in columns stand beside their claim") {
    const std::string claim =
        "Le trajet que demande une corvée compte comme du temps de jardin, et le bureau rembourse "
        "l’aller et le retour jusqu’à la pépinière, à la déchetterie ou au marché du village.";
    auto list = test::list({"", "", ""});
    for (auto& item : list.items) {
        auto& words = std::get<doc::Paragraph>(item.body.front().node).body;
        words = {{doc::Strong{test::text("Corvée de saison")}, {}},
                 {doc::LineBreak{}, {}},
                 {doc::Text{"Un aller et un retour en charrette"}, {}}};
    }
    const auto lead = doc::Paragraph{test::text("Voici les trajets qui comptent, parmi d’autres :"),
                                     doc::ParagraphRole::lead_in};
    const auto fitted =
        fit({test::slide_of(Archetype::terms, {{lead, {}}, {std::move(list), {}}}, claim)});
    REQUIRE(fitted.deck.slides.size() == 1);
    const auto& slide = fitted.deck.slides.front();
    CHECK(slide.more == 0);
    CHECK(slide.archetype != Archetype::terms);
    CHECK(std::get<doc::List>(slide.body.back().node).items.size() == 3);
}

TEST_CASE("of opposites all is shown before the claim above them") {
    const std::string claim =
        "La serre garde la chaleur du jour pour les semis du printemps et les plants qui craignent "
        "le gel, dans les limites du terrain que la mairie prête au jardin depuis l’an passé.";
    const auto side = [](const std::string& label, std::size_t count) {
        doc::Blocks blocks = {
            {doc::Paragraph{{{doc::Strong{test::text(label)}, {}}}, doc::ParagraphRole::lead_in},
             {}}};
        blocks.push_back(test::cell_list(
            count, "Une serre froide tient le gel à l’écart des semis et des plants du printemps"));
        return blocks;
    };
    auto slide = test::slide_of(
        Archetype::compare,
        {{doc::Columns{{{0, side("Avantages", 4)}, {0, side("Inconvénients", 1)}}}, {}}}, claim);
    slide.compared = deck::Stances{deck::Stance::right, deck::Stance::wrong};
    const auto fitted = fit({slide});
    REQUIRE(fitted.deck.slides.size() == 1);
    CHECK(fitted.deck.slides.front().more == 0);
    CHECK(fitted.deck.slides.front().claim.empty());
}

TEST_CASE("what the title slide names at its foot stands above version and date") {
    deck::Slide title;
    title.kind = deck::SlideKind::title;
    title.title = test::text("Le jardin");
    title.claim = {test::text("Une parcelle pour tous")};
    title.links = {test::text("La serre – dans les notes")};
    const auto fitted = fit({title});
    const auto at = deck::arrange(fitted.deck.slides.front(), fitted.look);
    CHECK(at.links.size.height > 0_pt);
    CHECK(deck::bottom(at.links) < at.meta.at.y);
    CHECK(deck::bottom(at.claim) < at.links.at.y);
    CHECK(deck::right(at.links) < at.logo.at.x);
}

TEST_CASE("progress grows over the whole width") {
    const style::Slides look = fit({}).look;
    CHECK(deck::progress(10, 10, look).box.size.width == look.size.width);
    CHECK(deck::progress(5, 10, look).box.size.width == look.size.width / 2);
}

TEST_CASE(
    "words under a rule or a chevron have all the room below, other cells end with their box") {
    const auto fitted = fit(test::samples());
    for (const auto& slide : fitted.deck.slides) {
        const auto at = deck::arrange(slide, fitted.look);
        const bool open =
            slide.archetype == Archetype::pair || slide.archetype == Archetype::process;
        for (const auto& cell : at.cells)
            CHECK((cell.reach >= deck::bottom(cell.box) && cell.reach.units > 0) == open);
    }
}
