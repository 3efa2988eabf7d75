#include "doc/link_counts.hpp"

#include <doctest/doctest.h>

using namespace triptych;
using namespace triptych::doc;

namespace {

Inline link(Target target) { return {Link{std::move(target), {}}, {}}; }

}  // namespace

TEST_CASE("links are counted by where they lead, at any depth") {
    Page page;
    page.body.push_back({Callout{{},
                                 {{Paragraph{{link(PageRef{}),
                                              link(PageRef{{}, "p--a"}),
                                              {Strong{{link(Url{"mailto:a@b.c"})}}, {}}}},
                                   {}}}},
                         {}});
    page.body.push_back({LinkCard{LinkCardKind::web, Url{"https://a.org"}, {}, {}, {}}, {}});
    page.body.push_back({LinkCard{LinkCardKind::file, FileRef{}, {}, {}, {}}, {}});
    Card card;
    card.target = DeadLink{"x"};
    page.body.push_back({Cards{{card, Card{}}}, {}});
    page.notes.push_back({"n", {{Paragraph{{link(DeadLink{"y"})}}, {}}}, {}});
    Book book;
    book.pages.push_back(std::move(page));
    const LinkCounts counts = count_links(book);
    CHECK(counts == LinkCounts{1, 1, 1, 1, 1, 2});
    CHECK(to_text(counts) ==
          "1 to pages, 1 to places in pages, 1 to addresses, 1 by mail, 1 to files, 2 dead");
}

TEST_CASE("a book without links") { CHECK(count_links(Book{}) == LinkCounts{}); }
