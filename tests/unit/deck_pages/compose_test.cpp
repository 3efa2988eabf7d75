#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "../../deck_samples.hpp"
#include "deck/deck.hpp"
#include "deck_pages/deck_pages.hpp"

using namespace triptych;

namespace {

pages::Pages compose(unsigned jobs, SpeakerNotes notes = SpeakerNotes::leave_out) {
    const test::Press press(test::book_of({test::pillars()}));
    Diagnostics diagnostics;
    Threads threads(jobs);
    const auto resources = press.resources(threads);
    auto deck = deck::split(press.book, {.detail = Detail::full});
    deck = deck::fit(std::move(deck), press.book, resources, diagnostics);
    return deck_pages::compose(deck, press.book, resources, {.notes = notes}, diagnostics);
}

std::string text_of(const pages::Page& page) {
    std::string text;
    for (const auto& item : page.items)
        if (const auto* run = std::get_if<pages::GlyphRun>(&item.content)) text += run->text;
    return text;
}

/// The sections that what is drawn on a page belongs to.
std::set<pages::ElementId> sections_on(const pages::Pages& pages, std::size_t page) {
    const auto at = [&](pages::ElementId id) {
        return pages.elements[static_cast<std::size_t>(id)];
    };
    std::set<pages::ElementId> sections;
    for (const auto& item : pages.pages[page].items) {
        if (pages::is_artifact(item.element)) continue;
        auto element = item.element;
        while (at(element).tag != pages::Tag::section) element = at(element).parent;
        sections.insert(element);
    }
    return sections;
}

}  // namespace

TEST_CASE("each slide is a section with one heading, the deck's title the first") {
    const auto pages = compose(1);
    REQUIRE(pages.pages.size() == 3);
    CHECK(pages.full_screen);
    std::vector<pages::Tag> headings;
    for (const auto& element : pages.elements)
        if (element.tag == pages::Tag::heading1 || element.tag == pages::Tag::heading2)
            headings.push_back(element.tag);
    CHECK(headings == std::vector<pages::Tag>{pages::Tag::heading1, pages::Tag::heading2,
                                              pages::Tag::heading2});
}

TEST_CASE("the number stands in front of the title, in one heading") {
    const auto pages = compose(1);
    CHECK(text_of(pages.pages[1]).rfind("1. Arroser le soir", 0) == 0);
}

TEST_CASE("every text lies on its page, foot and number are artifacts") {
    const auto pages = compose(1);
    for (const auto& page : pages.pages)
        for (const auto& item : page.items) {
            CHECK(item.at.x.units >= 0);
            CHECK(item.at.x <= page.size.width);
            CHECK(item.at.y <= page.size.height);
        }
    const auto& items = pages.pages[1].items;
    CHECK(std::any_of(items.begin(), items.end(), [](const pages::Item& item) {
        return item.element == pages::ElementId::pagination_artifact;
    }));
}

TEST_CASE("links, bookmarks and destinations agree") {
    const auto pages = compose(1);
    std::set<std::string> names;
    for (const auto& destination : pages.destinations) CHECK(names.insert(destination.name).second);
    for (const auto& bookmark : pages.bookmarks) CHECK(names.count(bookmark.destination) == 1);
    for (const auto& page : pages.pages)
        for (const auto& item : page.items)
            if (const auto* link = std::get_if<pages::LinkArea>(&item.content))
                CHECK((!link->url.empty() || names.count(std::string(link->destination)) == 1));
}

TEST_CASE("notes are pages behind their slides, under the slide's section") {
    const auto pages = compose(1, SpeakerNotes::behind_slides);
    std::vector<std::string> labels;
    for (const auto& page : pages.pages) labels.push_back(page.label());
    CHECK(labels == std::vector<std::string>{"1", "1 – Notes", "2", "2 – Notes", "3", "3 – Notes"});
    CHECK(text_of(pages.pages[3]).find("Ce que cela implique") != std::string::npos);
    for (const auto& destination : pages.destinations) CHECK(destination.page % 2 == 0);
    CHECK(sections_on(pages, 3) == sections_on(pages, 2));
    CHECK(sections_on(pages, 3).size() == 1);
}

TEST_CASE("threads change nothing") { CHECK(pages::dump(compose(1)) == pages::dump(compose(4))); }
