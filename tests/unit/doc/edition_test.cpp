#include "doc/edition.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "doc/walk.hpp"

namespace triptych {
namespace {

doc::Inline link_to(std::uint32_t page, std::string label) {
    return {doc::Link{doc::PageRef{PageId{page}, {}}, {{doc::Text{std::move(label)}, {}}}}, {}};
}

/// Chapters "A" and "B" of one part, "B" with the pages "C" and, under it, "D"; "A" links to all.
doc::Book book() {
    doc::Book book;
    book.metadata.language = "fr";
    for (const auto& [title, depth] :
         {std::pair("A", 0), std::pair("B", 0), std::pair("C", 1), std::pair("D", 2)}) {
        doc::Page page;
        page.id = page.path = title;
        page.title = {{doc::Text{title}, {}}};
        page.depth = static_cast<std::uint8_t>(depth);
        book.pages.push_back(std::move(page));
    }
    doc::Paragraph paragraph;
    paragraph.body = {link_to(1, "b"), link_to(2, "ici"), link_to(3, "D")};
    book.pages.front().body.push_back({std::move(paragraph), {}});
    book.parts = {{{}, "part", {PageId{0}, PageId{1}, PageId{2}, PageId{3}}}};
    return book;
}

doc::EditionScope scope(std::vector<bool> chosen, doc::LeftOutWords words) {
    return {
        "une", std::move(chosen), words, [](const doc::PageRef& place) {
            const bool is_printed = place.page == PageId{1};
            const bool is_online = place.page == PageId{2};
            return doc::Elsewhere{is_online ? "https://exemple.fr/c" : "", is_printed ? "12" : ""};
        }};
}

std::string text_of_links(doc::LeftOutWords words) {
    Diagnostics diagnostics;
    doc::Book whole = book();
    whole.pages[2].title = {{doc::Text{"👋 C"}, {}}};
    const auto edition =
        doc::edition_of(whole, scope({true, false, false, false}, words), diagnostics);
    CHECK(diagnostics.all().size() == 3);
    return doc::plain_text(edition.pages.front().body);
}

TEST_CASE("links out of an edition say in print where their page is") {
    CHECK(text_of_links(doc::LeftOutWords::none) == "biciD");
    CHECK(text_of_links(doc::LeftOutWords::in_brackets) ==
          "b (dans le guide complet, p.\u00A012)ici (voir «\u00A0C\u00A0» en ligne)"
          "D (dans le guide complet)");
}

TEST_CASE("pages of an edition stand under those that are chosen") {
    Diagnostics diagnostics;
    const auto depths = [&](std::vector<bool> chosen) {
        std::string found;
        const auto edition = doc::edition_of(book(), scope(std::move(chosen), {}), diagnostics);
        for (const doc::Page& page : edition.pages) found += std::to_string(page.depth);
        CHECK(edition.parts.front().pages.size() == edition.pages.size());
        return found;
    };
    CHECK(depths({true, true, true, true}) == "0012");
    CHECK(depths({true, false, true, true}) == "001");
    CHECK(depths({false, true, false, true}) == "01");
    CHECK(depths({true, false, false, true}) == "00");
}

TEST_CASE("an edition keeps its own links, and parts that have pages") {
    Diagnostics diagnostics;
    doc::Book whole = book();
    whole.parts.push_back({{}, "empty", {}});
    const auto edition = doc::edition_of(whole, scope({true, false, false, true}, {}), diagnostics);
    const auto& body = std::get<doc::Paragraph>(edition.pages.front().body.front().node).body;
    const auto target = [&](std::size_t i) { return std::get<doc::Link>(body[i].node).target; };
    CHECK(std::get<doc::DeadLink>(target(0)).written == "B");
    CHECK(std::get<doc::Url>(target(1)).address == "https://exemple.fr/c");
    CHECK(std::get<doc::PageRef>(target(2)).page == PageId{1});
    CHECK(edition.parts.size() == 1);
}

}  // namespace
}  // namespace triptych
