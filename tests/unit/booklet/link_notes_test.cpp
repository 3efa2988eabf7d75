#include <doctest/doctest.h>

#include "../../typesetting_fixture.hpp"
#include "booklet/link_notes.hpp"
#include "doc/walk.hpp"

using namespace triptych;
using namespace triptych::test;

namespace {

doc::Inline link_to(std::string address, std::string words) {
    return {doc::Link{doc::Url{std::move(address)}, text(std::move(words))}, {}};
}

doc::Page page_of(doc::Inlines body) {
    doc::Page page;
    page.body.push_back({doc::Paragraph{std::move(body), {}}, {}});
    return page;
}

doc::Note note(std::string words) { return {"", {paragraph(std::move(words))}, {}}; }

doc::Page with_link_notes(doc::Page page) {
    return booklet::with_printed_notes(std::move(page), booklet::LinkNotes::addresses);
}

std::vector<std::uint32_t> references(const doc::Page& page) {
    std::vector<std::uint32_t> found;
    for (const doc::Inline& node : std::get<doc::Paragraph>(page.body[0].node).body) {
        const auto* reference = std::get_if<doc::NoteReference>(&node.node);
        if (reference != nullptr) found.push_back(reference->note);
    }
    return found;
}

}  // namespace

TEST_CASE("a link out of the book gets a note with its short address") {
    const doc::Page page = with_link_notes(page_of({link_to("https://beta.gouv.fr/", "le site")}));
    REQUIRE(page.notes.size() == 1);
    CHECK(doc::plain_text(page.notes[0].body) == "beta.gouv.fr");
    CHECK(references(page) == std::vector<std::uint32_t>{0});
}

TEST_CASE("a link whose text is its address gets none") {
    CHECK(
        with_link_notes(page_of({link_to("https://beta.gouv.fr", "beta.gouv.fr/")})).notes.empty());
    CHECK(with_link_notes(page_of({link_to("mailto:a@b.fr", "a@b.fr")})).notes.empty());
}

TEST_CASE("an address that a paragraph gives twice has one note, in another paragraph one more") {
    doc::Page page = page_of({link_to("https://a.fr", "a"), link_to("https://b.fr", "b"),
                              link_to("https://a.fr", "encore a")});
    page.body.push_back(page_of({link_to("https://a.fr", "toujours a")}).body.front());
    page = with_link_notes(std::move(page));
    CHECK(references(page) == std::vector<std::uint32_t>{0, 1, 0});
    CHECK(page.notes.size() == 3);
}

TEST_CASE("links inside the book get none") {
    const doc::Inline inside{doc::Link{doc::PageRef{}, text("ici")}, {}};
    CHECK(with_link_notes(page_of({inside})).notes.empty());
}

TEST_CASE("notes are numbered in the order of their references") {
    doc::Page page = page_of({{doc::NoteReference{1}, {}},
                              link_to("https://a.fr", "a"),
                              {doc::NoteReference{0}, {}},
                              {doc::NoteReference{1}, {}}});
    page.notes = {note("écrite en premier"), note("écrite en second")};
    page = with_link_notes(std::move(page));
    CHECK(references(page) == std::vector<std::uint32_t>{0, 1, 2, 0});
    REQUIRE(page.notes.size() == 3);
    CHECK(doc::plain_text(page.notes[0].body) == "écrite en second");
    CHECK(doc::plain_text(page.notes[1].body) == "a.fr");
}

TEST_CASE("without link notes only the order changes") {
    doc::Page page = page_of({link_to("https://a.fr", "a"), {doc::NoteReference{1}, {}}});
    page.notes = {note("jamais citée"), note("citée")};
    page = booklet::with_printed_notes(std::move(page), booklet::LinkNotes::none);
    CHECK(references(page) == std::vector<std::uint32_t>{0});
    CHECK(doc::plain_text(page.notes.at(0).body) == "citée");
}

TEST_CASE("in headings links stay on screen only, in notes the address follows") {
    doc::Page page;
    page.body.push_back({doc::Heading{2, 2, "h", "", {link_to("https://a.fr", "a")}}, {}});
    page.body.push_back({doc::Paragraph{{{doc::NoteReference{0}, {}}}, {}}, {}});
    page.notes.push_back({"", {{doc::Paragraph{{link_to("https://b.fr", "b")}, {}}, {}}}, {}});
    page = with_link_notes(std::move(page));
    REQUIRE(page.notes.size() == 1);
    CHECK(doc::plain_text(page.notes[0].body) == "b (b.fr)");
}

TEST_CASE("a reference to a note that is not there is left alone") {
    const doc::Page page = with_link_notes(page_of({{doc::NoteReference{7}, {}}}));
    CHECK(page.notes.empty());
    CHECK(references(page) == std::vector<std::uint32_t>{7});
}

TEST_CASE("references can be numbered on from another page") {
    doc::Page page = page_of({{doc::NoteReference{0}, {}}, {doc::NoteReference{1}, {}}});
    booklet::shift_references(page, 5);
    CHECK(references(page) == std::vector<std::uint32_t>{5, 6});
}

TEST_CASE("notes of titles are numbered first, unless the title is not shown") {
    doc::Page page = page_of({{doc::NoteReference{1}, {}}});
    page.title = {{doc::Text{"Renvois"}, {}}, {doc::NoteReference{0}, {}}};
    page.notes = {note("du titre"), note("du texte")};
    doc::Page hidden = page;
    hidden.shows_title = false;
    page = booklet::with_printed_notes(std::move(page), booklet::LinkNotes::none);
    CHECK(std::get<doc::NoteReference>(page.title[1].node).note == 0);
    CHECK(references(page) == std::vector<std::uint32_t>{1});
    CHECK(doc::plain_text(page.notes[0].body) == "du titre");
    booklet::shift_references(page, 2);
    CHECK(std::get<doc::NoteReference>(page.title[1].node).note == 2);
    hidden = booklet::with_printed_notes(std::move(hidden), booklet::LinkNotes::none);
    CHECK(references(hidden) == std::vector<std::uint32_t>{0});
}

TEST_CASE("notes that a note refers to follow it, even in a circle") {
    doc::Page page = page_of({{doc::NoteReference{0}, {}}, {doc::NoteReference{3}, {}}});
    page.notes = {note("a"), note("b"), note("c"), note("d")};
    const auto refer = [&](std::size_t from, std::uint32_t to) {
        std::get<doc::Paragraph>(page.notes[from].body[0].node)
            .body.push_back({doc::NoteReference{to}, {}});
    };
    refer(0, 2);
    refer(2, 1);
    refer(1, 0);
    page = booklet::with_printed_notes(std::move(page), booklet::LinkNotes::none);
    std::string order;
    for (const doc::Note& one : page.notes) order += doc::plain_text(one.body);
    CHECK(order == "acbd");
    CHECK(references(page) == std::vector<std::uint32_t>{0, 3});
    const auto& last = std::get<doc::Paragraph>(page.notes[2].body[0].node).body;
    CHECK(std::get<doc::NoteReference>(last[1].node).note == 0);
}
