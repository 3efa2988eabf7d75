#include <algorithm>
#include <vector>

#include <doctest/doctest.h>

#include "deck/book/coarsen.hpp"

namespace triptych {
namespace {

using deck::PageForm;
using deck::PageRun;
using deck::PageSize;

std::size_t slides_in(const std::vector<PageRun>& runs, const std::vector<PageSize>& pages) {
    std::size_t slides = 0;
    for (const PageRun& run : runs) {
        const auto form = static_cast<std::size_t>(run.form);
        slides += form < deck::page_forms ? pages[run.begin].slides[form] : 1;
    }
    return slides;
}

/// Two parts of chapters with three pages below each.
std::vector<PageSize> book(std::size_t chapters) {
    std::vector<PageSize> pages;
    for (std::size_t i = 0; i < chapters * 4; ++i)
        pages.push_back({{6, 2, 2, 1}, 300 + i % 7 * 40, i < chapters * 2 ? 0U : 1U, i % 4 == 0});
    return pages;
}

TEST_CASE("a deck has no more slides than there is room for, and every page is in it") {
    const auto pages = book(10);
    for (const std::size_t room : {2, 4, 9, 10, 11, 25, 39, 40, 41, 60, 80, 100, 239, 240, 500}) {
        const auto runs = deck::coarsened(pages, room);
        CHECK(slides_in(runs, pages) <= std::max<std::size_t>(room, 4));
        std::size_t next = 0;
        for (const PageRun& run : runs) {
            CHECK(run.begin == next);
            next = run.end;
        }
        CHECK(next == pages.size());
    }
}

TEST_CASE("with room for all nothing is joined, and what room there is gets used") {
    const auto pages = book(5);
    const auto whole = deck::coarsened(pages, 120);
    CHECK(std::all_of(whole.begin(), whole.end(),
                      [](const PageRun& run) { return run.form == PageForm::sections; }));
    // A slide a page would be 20; the fullest pages show more.
    const auto runs = deck::coarsened(pages, 24);
    CHECK(slides_in(runs, pages) > 20);
    CHECK(slides_in(runs, pages) <= 24);
}

TEST_CASE("neighbours of a part share slides, six chapters at most, never across parts") {
    const auto pages = book(20);
    for (const PageRun& run : deck::coarsened(pages, 1)) {
        CHECK(pages[run.begin].part == pages[run.end - 1].part);
        CHECK(run.end - run.begin <= 24);
    }
    CHECK(deck::coarsened({}, 5).empty());
}

}  // namespace
}  // namespace triptych
