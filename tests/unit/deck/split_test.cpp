#include <doctest/doctest.h>

#include "../../deck_samples.hpp"
#include "deck/deck.hpp"
#include "doc/traits.hpp"
#include "doc/walk.hpp"

using namespace triptych;
using deck::SlideKind;

namespace {

deck::Deck split(doc::Book book) {
    Diagnostics diagnostics;
    return deck::split(book, {.detail = Detail::full});
}

std::vector<std::string> titles(const deck::Deck& deck) {
    std::vector<std::string> all;
    for (const auto& slide : deck.slides) all.push_back(deck::full_title(slide));
    return all;
}

using Titles = std::vector<std::string>;

}  // namespace

TEST_CASE("a page is a title slide and a slide for each numbered section") {
    const auto deck = split(test::book_of({test::pillars()}));
    CHECK(titles(deck) ==
          Titles{"Le jardin en deux règles", "1. Arroser le soir", "2. Semer en ligne"});
    const auto& title = deck.slides[0];
    CHECK(title.kind == SlideKind::title);
    REQUIRE(title.claim.size() == 1);
    CHECK(doc::plain_text(title.claim[0]).rfind("Deux règles simples", 0) == 0);

    const auto& first = deck.slides[1];
    CHECK(first.number == "1.");
    CHECK(doc::plain_text(first.kicker) == "Le jardin en deux règles");
    REQUIRE(first.claim.size() == 1);
    CHECK(doc::plain_text(first.claim[0]) == "L’eau du soir reste dans la terre.");
    REQUIRE(first.links.size() == 1);
    CHECK(doc::plain_text(first.links[0]) == "→ Pour aller plus loin : le cycle de l’eau");
    CHECK(first.body.size() == 2);
    CHECK(first.notes.size() == 4);
}

TEST_CASE("second and third level headings open slides alike; deeper ones stay inside") {
    const auto deck = split(test::book_of({test::page(
        "p", "Page",
        {test::heading("Trois", "p--3", 3), test::paragraph("a"), test::heading("Deux", "p--2", 2),
         test::paragraph("b"), test::heading("Quatre", "p--4", 4), test::paragraph("c")})}));
    CHECK(titles(deck) == Titles{"Page", "Trois", "Deux"});
    CHECK(deck.slides[2].body.size() == 2);
    CHECK(deck.slides[2].anchors == std::vector<std::string>{"p--2", "p--4"});
}

TEST_CASE("a page with only fourth level headings is cut there") {
    const auto deck = split(test::book_of({test::page(
        "p", "Page",
        {test::heading("A", "p--a", 4), test::paragraph("a"), test::heading("B", "p--b", 4),
         test::paragraph("b"), test::heading("C", "p--c", 5)})}));
    CHECK(titles(deck) == Titles{"Page", "A", "B"});
}

TEST_CASE("an empty heading is a divider over two subsections, a kicker over one") {
    const auto two = split(test::book_of(
        {test::page("p", "Page",
                    {test::heading("Haut", "p--h", 2), test::heading("A", "p--a", 3),
                     test::paragraph("a"), test::heading("B", "p--b", 3), test::paragraph("b")})}));
    CHECK(titles(two) == Titles{"Page", "Haut", "A", "B"});
    CHECK(two.slides[1].kind == SlideKind::divider);

    const auto one = split(test::book_of({test::page(
        "p", "Page",
        {test::heading("Haut", "p--h", 2), test::heading("A", "p--a", 3), test::paragraph("a")})}));
    CHECK(titles(one) == Titles{"Page", "A"});
    CHECK(doc::plain_text(one.slides[1].kicker) == "Haut");
    CHECK(one.slides[1].anchors == std::vector<std::string>{"p--h", "p--a"});
}

TEST_CASE("no two slides share a title or an id") {
    const auto deck = split(test::book_of(
        {test::page("p", "Semer",
                    {test::paragraph(test::sentences(8)), test::heading("Outils", "p--o"),
                     test::paragraph("a")}),
         test::page("q", "Planter", {test::heading("Outils", "q--o"), test::paragraph("b")})}));
    CHECK(titles(deck) ==
          Titles{"Le jardin", "Semer", "Semer (suite)", "Outils", "Planter", "Outils (Planter)"});
    CHECK(deck.slides[1].id == "p");
    CHECK(deck.slides[2].id == "p-introduction");
}

TEST_CASE("tabs, long steps and long folded text get slides of their own") {
    doc::Tabs tabs;
    tabs.tabs = {{test::text("Terre"), {test::paragraph("a")}, "p--terre", {}},
                 {test::text("Pot"), {test::paragraph("b")}, "p--pot", {}}};
    const std::string text = test::sentences(6);
    doc::Steps steps;
    steps.steps = {{test::text("Creuser"), {test::paragraph(text)}, "p--creuser", {}},
                   {test::text("Planter"), {test::paragraph(text)}, "p--planter", {}}};
    const auto deck = split(test::book_of({test::page(
        "p", "Page",
        {test::heading("Lieux", "p--l"),
         {tabs, {}},
         test::heading("Gestes", "p--g"),
         {steps, {}},
         {doc::Details{test::text("Plus"), {test::paragraph(test::sentences(12))}, "p--d"},
          {}}})}));
    CHECK(titles(deck) == Titles{"Page", "Terre", "Pot", "1 Creuser", "2 Planter", "Plus"});
    CHECK(doc::plain_text(deck.slides[1].kicker) == "Lieux (1/2)");
    CHECK(doc::plain_text(deck.slides[4].kicker) == "Gestes (2/2)");
}

TEST_CASE("short steps share a slide") {
    doc::Steps steps;
    steps.steps = {{test::text("Creuser"), {test::paragraph("vite")}, "a", {}},
                   {test::text("Planter"), {test::paragraph("droit")}, "b", {}}};
    const auto deck =
        split(test::book_of({test::page("p", "Page", {test::heading("G", "p--g"), {steps, {}}})}));
    CHECK(titles(deck) == Titles{"Page", "G"});
}

TEST_CASE("a lone picture with little text makes a picture slide, each further one a slide") {
    doc::Figure figure;
    figure.pictures = {{MediaId{0}, "Une bêche", false, 0, {}}};
    auto book = test::book_of({test::page("p", "Page",
                                          {test::heading("Une", "p--1"),
                                           test::paragraph("a"),
                                           {figure, {}},
                                           test::heading("Deux", "p--2"),
                                           test::paragraph("b"),
                                           {figure, {}},
                                           test::paragraph("c"),
                                           {figure, {}}})});
    book.media = {{"beche.png", doc::MediaKind::picture}};
    const auto deck = split(std::move(book));
    CHECK(titles(deck) == Titles{"Page", "Une", "Deux (1/2)", "Deux (2/2)"});
    for (std::size_t i = 1; i < 4; ++i) CHECK(deck.slides[i].kind == SlideKind::picture);
    CHECK(doc::plain_text(deck.slides[3].claim.at(0)) == "c");
}

TEST_CASE("front matter can skip a page, change its level, title and notes") {
    auto skipped = test::page("s", "Ailleurs", {test::paragraph("a")});
    skipped.slides.skip = true;
    auto page = test::page("p", "Page",
                           {test::heading("A", "p--a", 2), test::paragraph("a"),
                            test::heading("B", "p--b", 3), test::paragraph("b")});
    page.slides.level = 2;
    page.slides.title = "Autre titre";
    page.slides.notes = "À dire";
    const auto deck = split(test::book_of({skipped, page}));
    CHECK(titles(deck) == Titles{"Autre titre", "A"});
    CHECK(doc::plain_text(deck.slides[0].notes) == "À dire");
    CHECK(deck.slides[1].body.size() == 2);
}

TEST_CASE("links to pages without slides become plain text") {
    auto skipped = test::page("s", "Ailleurs", {});
    skipped.slides.skip = true;
    doc::Inlines body = {{doc::Link{doc::PageRef{PageId{0}, {}}, test::text("là")}, {}},
                         {doc::Link{doc::PageRef{PageId{1}, "p--a"}, test::text("ici")}, {}}};
    const auto deck = split(test::book_of(
        {skipped,
         test::page("p", "Page", {test::heading("A", "p--a"), {doc::Paragraph{body, {}}, {}}})}));
    const auto& claim = deck.slides.at(1).claim.at(0);
    CHECK(std::holds_alternative<doc::DeadLink>(std::get<doc::Link>(claim[0].node).target));
    CHECK(std::holds_alternative<doc::PageRef>(std::get<doc::Link>(claim[1].node).target));
}

TEST_CASE("pictures that lead to pages without slides lead nowhere") {
    auto skipped = test::page("s", "Ailleurs", {});
    skipped.slides.skip = true;
    doc::Picture picture;
    picture.target = doc::PageRef{PageId{0}, {}};
    auto book =
        test::book_of({skipped, test::page("p", "Page", {{doc::Figure{{picture}, {}}, {}}})});
    book.media.push_back({"a.png", doc::MediaKind::picture});
    bool found = false;
    for (const auto& slide : split(book).slides)
        for (const auto& block : slide.body)
            doc::for_each_target(block, [&](const doc::Target& target, Span) {
                found = true;
                CHECK(std::holds_alternative<doc::DeadLink>(target));
            });
    CHECK(found);
}

TEST_CASE("short notes stand at the foot, long ones go to the speaker's notes") {
    auto page = test::page("p", "Page",
                           {test::heading("A", "p--a"),
                            {doc::Paragraph{{{doc::Text{"Une bêche"}, {}},
                                             {doc::NoteReference{0}, {}},
                                             {doc::NoteReference{1}, {}}},
                                            {}},
                             {}}});
    page.notes = {{"p--n1", {test::paragraph("Outil.")}, {}},
                  {"p--n2", {test::paragraph(test::sentences(10))}, {}}};
    const auto deck = split(test::book_of({page}));
    const auto& slide = deck.slides.at(1);
    CHECK(doc::plain_text(slide.claim.at(0)) == "Une bêche12");
    REQUIRE(slide.links.size() == 1);
    CHECK(doc::plain_text(slide.links[0]) == "1 Outil.");
    CHECK(doc::count_words(slide.notes) > 80);
}

TEST_CASE("an empty book still has a title slide") {
    doc::Book book;
    book.metadata.title = "Vide";
    CHECK(titles(split(book)) == Titles{"Vide"});
}

TEST_CASE("dump shows every part of a slide") {
    const std::string text = deck::dump(split(test::book_of({test::pillars()})));
    CHECK(text.find("slide 2 content #jardin--soir\n") != std::string::npos);
    CHECK(text.find("  title: 1. Arroser le soir\n") != std::string::npos);
    CHECK(text.find("  link: → Pour aller plus loin : le cycle de l’eau\n") != std::string::npos);
}
