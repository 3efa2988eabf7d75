#include <doctest/doctest.h>

#include <algorithm>

#include "../../deck_samples.hpp"
#include "deck/deck.hpp"
#include "deck/fit/atoms.hpp"
#include "deck/fit/fold.hpp"
#include "deck/fit/pack.hpp"
#include "deck/setting/setting.hpp"
#include "deck/setting/zones.hpp"
#include "doc/walk.hpp"
#include "typeset/inline/paragraph.hpp"

using namespace triptych;
using namespace triptych::literals;

namespace {

struct FittedSection {
    deck::Deck deck;
    Diagnostics diagnostics;
    std::vector<deck::Arrangement> arrangements;
    style::Slides look;

    std::size_t count(Kind kind) const {
        const auto& all = diagnostics.all();
        return static_cast<std::size_t>(std::count_if(
            all.begin(), all.end(), [&](const Diagnostic& one) { return one.kind == kind; }));
    }
};

FittedSection fit(doc::Book book) {
    const test::Press press(std::move(book));
    FittedSection result;
    auto deck = deck::split(press.book, {.detail = Detail::full});
    result.deck = deck::fit(std::move(deck), press.book, press.resources(), result.diagnostics);
    result.look = press.sheet.slides;
    for (const auto& slide : result.deck.slides)
        result.arrangements.push_back(deck::arrange(slide, press.sheet.slides));
    return result;
}

FittedSection fit(doc::Blocks section) {
    doc::Blocks body = {test::heading("Titre", "p--t")};
    body.insert(body.end(), section.begin(), section.end());
    return fit(test::book_of({test::page("p", "Page", body)}));
}

/// Nothing of the body reaches below the room it has.
void check_inside(const FittedSection& fitted) {
    for (const auto& at : fitted.arrangements)
        for (const auto& shape : at.shapes)
            CHECK(shape.at.y + shape.size.height <= at.body.at.y + at.body.size.height);
}

std::size_t words_shown(const FittedSection& fitted) {
    std::size_t words = 0;
    for (const auto& slide : fitted.deck.slides) {
        words += doc::count_words(slide.body);
        for (const auto& claim : slide.claim)
            words += doc::count_words({{doc::Paragraph{claim, {}}, {}}});
    }
    return words;
}

std::vector<std::string> many_items(int count) {
    return std::vector<std::string>(static_cast<std::size_t>(count),
                                    "Un geste simple que chacun peut refaire chez soi");
}

/// A book of two parts that are called so.
doc::Book book_with_parts(const std::string& title) {
    const auto page = [](std::string id) {
        return test::page(std::move(id), "Page",
                          {test::paragraph("Le jardin est ouvert toute l'année.")});
    };
    auto book = test::book_of({page("p"), page("q")});
    book.parts.push_back({{}, "second", {book.parts.front().pages.back()}});
    book.parts.front().pages.pop_back();
    for (doc::Part& part : book.parts) part.title = {{doc::Text{title}, {}}};
    return book;
}

const deck::Slide& part_of(const FittedSection& fitted) {
    const auto part =
        std::find_if(fitted.deck.slides.begin(), fitted.deck.slides.end(),
                     [](const deck::Slide& slide) { return slide.kind == deck::SlideKind::part; });
    REQUIRE(part != fitted.deck.slides.end());
    return *part;
}

}  // namespace

TEST_CASE("what a cover names at its foot stands in the subtitle of a template") {
    deck::Slide cover;
    cover.kind = deck::SlideKind::title;
    cover.claim = {text("Une parcelle pour tous")};
    cover.links = {text("La serre – dans les notes")};
    for (int i = 0; i < 2; ++i) {
        deck::fold(cover);
        CHECK(cover.links.empty());
        REQUIRE(cover.claim.size() == 2);
        CHECK(doc::plain_text(cover.claim[1]) == "La serre – dans les notes");
    }
}

TEST_CASE("few lines are set large") {
    const auto fitted = fit({test::paragraph("Court."), {test::list(many_items(3)), {}}});
    CHECK(fitted.deck.slides.size() == 2);
    CHECK(fitted.deck.slides[1].measures.body_size == 24_pt);
    CHECK(fitted.diagnostics.all().empty());
    check_inside(fitted);
}

TEST_CASE("a part's title stays inside its zone, however many lines it takes") {
    for (const std::string title :
         {"Jardins", "Les jardins de la ville", "Ouvrir un jardin partagé dans son quartier",
          "Ouvrir, entretenir et transmettre un jardin partagé dans une "
          "ville où personne n'en connaît encore"}) {
        const FittedSection fitted = fit(book_with_parts(title));
        const deck::Slide& part = part_of(fitted);
        const auto& zone = deck::arrange(part, fitted.look).title;
        CHECK(zone.at.y >= 40_pt);
        CHECK(part.measures.title_height.units > 0);
        CHECK(part.measures.title_height <= zone.size.height);
    }
}

TEST_CASE("lines of a title are made even at spaces, never inside a word") {
    const FittedSection fitted = fit(book_with_parts("Explorer jardins.ville.fr"));
    const style::TextStyle style = deck::title_style(part_of(fitted), fitted.look);
    const test::Press press(book_with_parts("Visiter"));
    CHECK(part_of(fitted).measures.title_width >=
          typeset::line_width("jardins.ville.fr", style, "fr", press.resources()));
}

TEST_CASE("text of any length stays inside its room") {
    for (int words = 10; words <= 150; words += 2) {
        std::string text;
        for (int i = 0; i < words; ++i) text += (i ? " mot" : "Mot");
        CAPTURE(words);
        check_inside(fit({test::paragraph(text + "."),
                          test::paragraph(text + "."),
                          {test::list(many_items(3)), {}}}));
    }
}

TEST_CASE("a long list is split evenly, with no item alone and all words shown") {
    const auto fitted = fit({test::paragraph("Voici :", doc::ParagraphRole::lead_in),
                             {test::list(many_items(19)), {}}});
    REQUIRE(fitted.deck.slides.size() > 2);
    CHECK(deck::title_suffix(fitted.deck.slides[1]) ==
          " (1/" + std::to_string(fitted.deck.slides.size() - 1) + ")");
    for (std::size_t i = 1; i < fitted.deck.slides.size(); ++i)
        CHECK(std::get<doc::List>(fitted.deck.slides[i].body.back().node).items.size() >= 2);
    CHECK(words_shown(fitted) == 2 + 19 * 9);
    check_inside(fitted);
}

TEST_CASE("ordered lists go on counting on the next slide") {
    auto list = test::list(many_items(20), true);
    const auto fitted = fit({{list, {}}});
    std::uint32_t next = 1;
    for (std::size_t i = 1; i < fitted.deck.slides.size(); ++i) {
        const auto& part = std::get<doc::List>(fitted.deck.slides[i].body.front().node);
        CHECK(part.start == next);
        next += static_cast<std::uint32_t>(part.items.size());
    }
    CHECK(next == 21);
}

TEST_CASE("a long paragraph is split between sentences") {
    const auto fitted = fit({test::paragraph(test::sentences(60))});
    REQUIRE(fitted.deck.slides.size() > 2);
    for (std::size_t i = 1; i < fitted.deck.slides.size(); ++i) {
        const std::string words = doc::plain_text(fitted.deck.slides[i].body);
        CHECK(words.find_last_not_of(' ') == words.find_last_of('.'));
    }
    CHECK(words_shown(fitted) == 60 * 9);
    check_inside(fitted);
}

TEST_CASE("lower headings become slides of their own before text is cut") {
    doc::Blocks blocks;
    for (const char* name : {"Un", "Deux", "Trois"}) {
        blocks.push_back(test::heading(name, std::string("p--") + name, 4));
        blocks.push_back({test::list(many_items(6)), {}});
    }
    const auto fitted = fit(blocks);
    REQUIRE(fitted.deck.slides.size() == 4);
    CHECK(deck::full_title(fitted.deck.slides[1]) == "Un");
    CHECK(doc::plain_text(fitted.deck.slides[3].kicker) == "Titre");
    check_inside(fitted);
}

TEST_CASE("a table repeats its head on every part") {
    doc::Table table;
    table.columns.resize(2);
    const auto row = [] {
        return doc::Row{{{{test::paragraph("Mars")}, false, {}},
                         {{test::paragraph("Semer les pois")}, false, {}}}};
    };
    table.head = {row()};
    for (int i = 0; i < 40; ++i) table.rows.push_back(row());
    const auto fitted = fit({{table, {}}});
    REQUIRE(fitted.deck.slides.size() > 2);
    std::size_t rows = 0;
    for (std::size_t i = 1; i < fitted.deck.slides.size(); ++i) {
        const auto& part = std::get<doc::Table>(fitted.deck.slides[i].body.front().node);
        CHECK(part.head.size() == 1);
        rows += part.rows.size();
    }
    CHECK(rows == 40);
    check_inside(fitted);
}

TEST_CASE("what can't be split or shrunk is cut short, and said so; the notes hold it all") {
    std::string endless;
    for (int i = 0; i < 900; ++i) endless += "mot ";
    const auto fitted = fit({test::paragraph(endless)});
    CHECK(fitted.count(Kind::content_dropped) == 1);
    CHECK(doc::count_words(fitted.deck.slides.at(1).notes) == 900);
    CHECK(doc::plain_text(fitted.deck.slides.at(1).body).find("[…]") != std::string::npos);
    check_inside(fitted);
}

TEST_CASE("atoms joined again are the blocks they came from") {
    const doc::Blocks blocks = {test::paragraph(test::sentences(20)),
                                {test::list(many_items(4)), {}},
                                {doc::CodeBlock{"c", "t", "a\n\nb\nc\nd\ne", false, {}}, {}},
                                {doc::Quote{{test::paragraph("q")}}, {}}};
    const auto atoms = deck::atoms_of(blocks);
    CHECK(atoms.size() > blocks.size());
    const auto joined = deck::join(atoms, 0, atoms.size());
    REQUIRE(joined.size() == blocks.size());
    CHECK(doc::count_words(joined) == doc::count_words(blocks));
    CHECK(std::get<doc::CodeBlock>(joined[2].node).text == "a\n\nb\nc\nd\ne");
}

TEST_CASE("an item with a long inner list is parted inside, and joined again") {
    doc::List outer = test::list({"Outils"});
    outer.items[0].body.push_back({test::list(many_items(12)), {}});
    const auto atoms = deck::atoms_of({{outer, {}}});
    REQUIRE(atoms.size() == 13);
    const auto whole = deck::join(atoms, 0, 13);
    REQUIRE(whole.size() == 1);
    const auto& item = std::get<doc::List>(whole[0].node).items.at(0);
    CHECK(std::get<doc::List>(item.body.at(1).node).items.size() == 12);
    const auto rest = deck::join(atoms, 5, 13);
    REQUIRE(rest.size() == 1);
    CHECK(std::get<doc::List>(rest[0].node).items.size() == 8);
}

TEST_CASE("packing keeps lead-ins and evens the parts out") {
    const auto atom = [](bool keeps) {
        return deck::Atom{test::paragraph("x"), 0, keeps, false, {}, 10_pt};
    };
    const deck::PackRoom room{40_pt, 40_pt, {}};
    const std::vector<deck::Atom> six(6, atom(false));
    const auto even = deck::pack(six, room);
    REQUIRE(even.size() == 2);
    CHECK(even[0].end == 3);

    std::vector<deck::Atom> led = {atom(false), atom(false), atom(false), atom(true), atom(false)};
    const auto parts = deck::pack(led, room);
    REQUIRE(parts.size() == 2);
    CHECK(parts[1].begin <= 3);
    CHECK(deck::pack({}, room).size() == 1);
}

TEST_CASE("packing leaves a table whole where a slide holds it") {
    const auto rows = [](std::size_t count) {
        return std::vector<deck::Atom>(count,
                                       deck::Atom{{doc::Table{}, {}}, 1, false, true, {}, 10_pt});
    };
    const deck::PackRoom room{40_pt, 40_pt, 5_pt};
    auto atoms = rows(4);
    atoms.insert(atoms.begin(), deck::Atom{test::paragraph("x"), 0, false, false, {}, 10_pt});
    const auto whole = deck::pack(atoms, room);
    REQUIRE(whole.size() == 2);
    CHECK(whole[1].begin == 1);
    const auto parted = deck::pack(rows(6), room);
    REQUIRE(parted.size() == 2);
    CHECK(parted[0].end == 3);
}
