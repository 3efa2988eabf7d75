#include "doc/structure.hpp"

#include <doctest/doctest.h>

#include "build.hpp"
#include "doc/walk.hpp"

using namespace triptych;
using namespace triptych::doc;

namespace {

void collect(const Blocks& blocks, std::vector<int>& levels) {
    for (const Block& block : blocks) {
        if (const auto* found = std::get_if<Heading>(&block.node)) levels.push_back(found->level);
        for_each_child(
            block, [](const Inlines&) {}, [&](const Blocks& body) { collect(body, levels); });
    }
}

struct Outcome {
    std::vector<int> levels;
    std::vector<Kind> kinds;
};

Outcome compress(Blocks body) {
    Book book = book_of(std::move(body));
    Diagnostics diagnostics;
    compress_heading_levels(book, diagnostics);
    Outcome outcome;
    collect(book.pages[0].body, outcome.levels);
    for (const Diagnostic& each : diagnostics.all()) outcome.kinds.push_back(each.kind);
    return outcome;
}

Block titled(int look) { return heading(look, {words("Titre")}); }

Blocks titles(const std::vector<int>& looks) {
    Blocks blocks;
    for (const int look : looks) blocks.push_back(titled(look));
    return blocks;
}

Block note_with(Blocks body) { return {Callout{CalloutKind::info, std::move(body)}, {}}; }

using Levels = std::vector<int>;
using Kinds = std::vector<Kind>;

ParagraphRole role_of(Blocks body) {
    Book book = book_of({{Quote{std::move(body)}, {}}});
    mark_paragraph_roles(book);
    const auto& quote = std::get<Quote>(book.pages[0].body[0].node);
    return std::get<Paragraph>(quote.body[0].node).role;
}

Block bold(std::string text) { return paragraph({styled<Strong>({words(std::move(text))})}); }

}  // namespace

TEST_CASE("heading levels go down one at a time") {
    struct Case {
        Levels looks, levels;
        std::size_t jumps;
    };
    const Case cases[] = {
        {{2, 3, 4, 2}, {2, 3, 4, 2}, 0},
        {{3, 3, 3}, {2, 2, 2}, 1},
        {{2, 4, 4, 3}, {2, 3, 3, 3}, 1},
        {{2, 5, 4, 3, 2}, {2, 3, 3, 3, 2}, 1},
        {{4, 2, 4}, {2, 2, 3}, 2},
        {{1, 2}, {2, 3}, 0},
        {{1, 2, 3, 4, 5, 6}, {2, 3, 4, 5, 6, 6}, 0},
        {{}, {}, 0},
    };
    for (const Case& one : cases) {
        const Outcome outcome = compress(titles(one.looks));
        CHECK(outcome.levels == one.levels);
        CHECK(outcome.kinds == Kinds(one.jumps, Kind::heading_jump));
    }
}

TEST_CASE("the look of a heading is kept") {
    Book book = book_of(titles({4}));
    Diagnostics diagnostics;
    compress_heading_levels(book, diagnostics);
    CHECK(std::get<Heading>(book.pages[0].body[0].node).written_level == 4);
}

TEST_CASE("every page begins anew") {
    Book book = book_of(titles({2, 3}));
    book.pages.push_back(book_of(titles({3})).pages[0]);
    Diagnostics diagnostics;
    compress_heading_levels(book, diagnostics);
    CHECK(std::get<Heading>(book.pages[1].body[0].node).level == 2);
    CHECK(diagnostics.all().size() == 1);
}

TEST_CASE("headings in boxes belong to the section around the box") {
    Blocks body = titles({2});
    body.push_back(note_with(titles({2, 3})));
    body.push_back(titled(3));
    const Outcome outcome = compress(std::move(body));
    CHECK(outcome.levels == Levels{2, 3, 4, 3});
    CHECK(outcome.kinds.empty());
}

TEST_CASE("headings in a box with a title rank below it") {
    const auto words = [](const char* title) { return Inlines{{Text{title}, {}}}; };
    Blocks body = titles({2});
    Tabs tabs;
    for (const char* title : {"Un", "Deux"})
        tabs.tabs.push_back({words(title), titles({2, 3}), {}, {}});
    body.push_back({std::move(tabs), {}});
    body.push_back({Details{words("Voir"), titles({2}), {}}, {}});
    body.push_back({Steps{{{words("Ouvrir"), titles({4}), {}, {}}}}, {}});
    const Outcome outcome = compress(std::move(body));
    CHECK(outcome.levels == Levels{2, 4, 5, 4, 5, 4, 4});
    CHECK(outcome.kinds.empty());
}

TEST_CASE("of boxes side by side only those with a title rank above their headings") {
    const auto words = [](const char* title) { return Inlines{{Text{title}, {}}}; };
    Blocks body;
    body.push_back({Steps{{{{}, titles({3}), {}, {}}, {words("Fin"), titles({3}), {}, {}}}}, {}});
    body.push_back({Tabs{{{words("Un"), titles({4, 5}), {}, {}}, {{}, titles({4}), {}, {}}}}, {}});
    CHECK(compress(std::move(body)).levels == Levels{2, 3, 3, 4, 2});
}

TEST_CASE("headings side by side count as if one under the other") {
    Blocks body = titles({2});
    body.push_back({Columns{{{0, titles({3})}, {0, titles({2})}}}, {}});
    body.push_back(titled(3));
    CHECK(compress(std::move(body)).levels == Levels{2, 3, 2, 3});
}

TEST_CASE("headings without text are reported and open no section") {
    Blocks body = titles({2});
    body.push_back(heading(3, {words(" "), styled<Strong>({words("\n")})}));
    body.push_back(titled(3));
    const Outcome outcome = compress(std::move(body));
    CHECK(outcome.levels == Levels{2, 3, 3});
    CHECK(outcome.kinds == Kinds{Kind::empty_heading});
    const Block pictured =
        heading(2, {styled<Strong>({{InlineImage{MediaId{0}, "logo", false}, {}}})});
    CHECK(compress({pictured}).kinds.empty());
    Heading numbered;
    numbered.number = "1.";
    CHECK(compress({{numbered, {}}}).kinds.empty());
}

TEST_CASE("one short bold phrase before other text is a heading in all but name") {
    const Block after = paragraph({words("suite")});
    CHECK(role_of({bold("Étape 1"), after}) == ParagraphRole::bold_heading);
    CHECK(role_of({paragraph({words(" "), styled<Strong>({words("Titre")}), {LineBreak{}, {}}}),
                   after}) == ParagraphRole::bold_heading);
    CHECK(role_of({bold("Étape 1")}) == ParagraphRole::body);
    CHECK(role_of({bold("Une phrase."), after}) == ParagraphRole::body);
    CHECK(role_of({bold(std::string(101, 'x')), after}) == ParagraphRole::body);
    CHECK(role_of({bold(" "), after}) == ParagraphRole::body);
    CHECK(role_of({paragraph({styled<Strong>({words("a")}), words(" b")}), after}) ==
          ParagraphRole::body);
    CHECK(role_of({paragraph({styled<Strong>({words("a")}), styled<Strong>({words("b")})}),
                   after}) == ParagraphRole::body);
    CHECK(role_of({paragraph({}), after}) == ParagraphRole::body);
}

TEST_CASE("a colon before a list leads in") {
    const Block list = bullets({{paragraph({words("a")})}});
    CHECK(role_of({paragraph({words("Ce que cela implique :")}), list}) == ParagraphRole::lead_in);
    CHECK(role_of({paragraph({words("Voir\u00A0"), styled<Emphasis>({words(": ")})}), list}) ==
          ParagraphRole::lead_in);
    CHECK(role_of({paragraph({words("Voir :")}), {CodeBlock{}, {}}}) == ParagraphRole::lead_in);
    CHECK(role_of({paragraph({words("Voir :")}), {Figure{}, {}}}) == ParagraphRole::lead_in);
    CHECK(role_of({paragraph({words("Voir :")}), note_with({})}) == ParagraphRole::lead_in);
    CHECK(role_of({paragraph({words("Voir.")}), list}) == ParagraphRole::body);
    CHECK(role_of({paragraph({words("Voir :")}), paragraph({words("a")})}) == ParagraphRole::body);
    CHECK(role_of({paragraph({words("Voir :")}), {ThematicBreak{}, {}}}) == ParagraphRole::body);
    CHECK(role_of({paragraph({words("Voir :")})}) == ParagraphRole::body);
}

TEST_CASE("a role given before is kept") {
    const Block lede{Paragraph{{words("Voir :")}, ParagraphRole::lede}, {}};
    CHECK(role_of({lede, bullets({})}) == ParagraphRole::lede);
}
