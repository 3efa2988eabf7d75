#include <doctest/doctest.h>

#include <set>

#include "booklet/impose.hpp"
#include "booklet/press.hpp"
#include "booklet/slip.hpp"

#include "../../typesetting_fixture.hpp"

using namespace triptych;
using booklet::SheetSide;

namespace {

using Place = std::optional<std::size_t>;

/// Folds printed sheets as hands do and leafs through them: on the way in, the right half of each
/// front and the left half of its back; on the way out, the right half of the back and the left
/// half of the front.
std::vector<Place> leafed_through(const std::vector<SheetSide>& sides) {
    std::vector<Place> pages;
    std::size_t begin = 0;
    while (begin < sides.size()) {
        std::size_t end = begin + 2;
        while (end < sides.size() && sides[end].depth > 0) end += 2;
        for (std::size_t i = begin; i < end; i += 2) {
            pages.push_back(sides[i].right);
            pages.push_back(sides[i + 1].left);
        }
        for (std::size_t i = end; i > begin; i -= 2) {
            pages.push_back(sides[i - 1].right);
            pages.push_back(sides[i - 2].left);
        }
        begin = end;
    }
    return pages;
}

/// Pages of one line each, numbered, with a link and a ground to the edges.
pages::Pages numbered_pages(std::size_t count) {
    pages::Pages result;
    result.elements.emplace_back();
    for (std::size_t i = 0; i < count; ++i) {
        pages::Page& page = result.pages.emplace_back();
        page.size = {Length::points(419.53), Length::points(595.28)};
        pages::Path ground;
        const Length right = page.size.width, bottom = page.size.height;
        ground.segments = {pages::MoveTo{}, pages::LineTo{{right, {}}},
                           pages::LineTo{{right, bottom}}, pages::LineTo{{{}, bottom}},
                           pages::ClosePath{}};
        ground.fill = Colour{};
        page.items.push_back({{}, pages::ElementId::layout_artifact, std::move(ground)});
        pages::GlyphRun run;
        run.text = std::to_string(i);
        page.items.push_back({{}, pages::ElementId{0}, std::move(run)});
        page.items.push_back({{}, pages::ElementId{0}, pages::LinkArea{{}, "a", "", "a"}});
    }
    result.bookmarks.push_back({"a", 1, "a", true});
    result.destinations.push_back({"a", 0, {}});
    return result;
}

/// Left edges of the pages on a side, by what is printed on them.
std::map<std::string, Length> places(const pages::Page& side) {
    std::map<std::string, Length> result;
    for (const pages::Item& item : side.items) {
        if (const auto* run = std::get_if<pages::GlyphRun>(&item.content))
            result[run->text] = item.at.x;
    }
    return result;
}

}  // namespace

TEST_CASE("folded sheets read in order, whatever the number of pages and sheets a gathering") {
    for (std::size_t count = 0; count <= 40; ++count) {
        for (unsigned sheets = 0; sheets <= 10; ++sheets) {
            CAPTURE(count);
            CAPTURE(sheets);
            Imposition imposition;
            imposition.binding = sheets == 0 ? Binding::saddle : Binding::signatures;
            imposition.signature_sheets = sheets;
            const auto pages = leafed_through(booklet::sheet_sides(count, imposition));
            REQUIRE(pages.size() == (count + 3) / 4 * 4);
            for (std::size_t i = 0; i < pages.size(); ++i) {
                CHECK(pages[i] == (i < count ? Place(i) : std::nullopt));
            }
        }
    }
}

TEST_CASE("gatherings are no thicker than asked for and differ by one sheet at most") {
    for (std::size_t count = 1; count <= 200; ++count) {
        const Imposition imposition{.binding = Binding::signatures, .signature_sheets = 5};
        std::vector<std::size_t> sizes;
        for (const SheetSide& side : booklet::sheet_sides(count, imposition)) {
            if (side.depth == 0) sizes.push_back(0);
            sizes.back() += 1;
        }
        std::set<std::size_t> sides;
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            // The outermost sheet has two sides of depth 0: the first stands alone.
            if (i % 2 == 1) sides.insert(sizes[i] + 1);
        }
        CHECK(*sides.rbegin() <= 10);
        CHECK(*sides.rbegin() - *sides.begin() <= 2);
    }
}

TEST_CASE("two-up keeps the order of the pages") {
    const auto sides = booklet::sheet_sides(5, {.binding = Binding::two_up});
    REQUIRE(sides.size() == 3);
    CHECK(sides[1].left == Place(2));
    CHECK(sides[1].right == Place(3));
    CHECK(sides[2].left == Place(4));
    CHECK_FALSE(sides[2].right);
}

TEST_CASE("a back cover stays on the outside of the last sheet") {
    pages::Pages book = numbered_pages(6);
    book.has_back_cover = true;
    const pages::Pages sheets = booklet::impose(std::move(book), {});
    REQUIRE(sheets.pages.size() == 4);
    CHECK(places(sheets.pages[0]).count("5") == 1);
    CHECK(places(sheets.pages[0]).count("0") == 1);
}

TEST_CASE("A5 pages fall on A4 sheets in two equal halves") {
    const pages::Pages sheets = booklet::impose(numbered_pages(8), {});
    REQUIRE(sheets.pages.size() == 4);
    CHECK(sheets.pages[0].size == Size{Length::millimetres(297), Length::millimetres(210)});
    const auto cover = places(sheets.pages[0]);
    CHECK(cover.at("0") - cover.at("7") == Length::points(419.53));
    const Length left_over = sheets.pages[0].size.width - Length::points(419.53) * 2;
    CHECK(cover.at("7") == left_over / 2);
}

TEST_CASE("a booklet that reads from right to left is bound at its right") {
    pages::Pages booklet = numbered_pages(8);
    booklet.information.language = "ar";
    const pages::Pages sheets = booklet::impose(std::move(booklet), {});
    const auto pair = [&](std::size_t side) {
        const auto both = places(sheets.pages[side]);
        REQUIRE(both.size() == 2);
        const bool first_is_left = both.begin()->second < both.rbegin()->second;
        const std::string a = both.begin()->first, b = both.rbegin()->first;
        return first_is_left ? a + "|" + b : b + "|" + a;
    };
    CHECK(pair(0) == "0|7");
    CHECK(pair(1) == "6|1");
    CHECK(pair(2) == "2|5");
    CHECK(pair(3) == "4|3");
}

TEST_CASE("inner sheets move to the fold by the paper around them") {
    const Imposition imposition{.paper_thickness = 0.2};
    const pages::Pages sheets = booklet::impose(numbered_pages(12), imposition);
    const auto outer = places(sheets.pages[0]), inner = places(sheets.pages[4]);
    const Length shift = Length::millimetres(0.2) * 2;
    CHECK(inner.at("7") - outer.at("11") == shift);
    CHECK(outer.at("0") - inner.at("4") == shift);
}

TEST_CASE("sheets carry no links, bookmarks or tags and say that they are for paper") {
    const pages::Pages sheets = booklet::impose(numbered_pages(4), {});
    CHECK(sheets.for_paper);
    CHECK(sheets.bookmarks.empty());
    CHECK(sheets.destinations.empty());
    CHECK(sheets.elements.empty());
    for (const pages::Item& item : sheets.pages[0].items) {
        CHECK(pages::is_artifact(item.element));
        CHECK_FALSE(std::holds_alternative<pages::LinkArea>(item.content));
    }
}

TEST_CASE("backs are turned only for printers that flip on the long edge") {
    const pages::Pages plain = booklet::impose(numbered_pages(4), {});
    CHECK(plain.pages[1].turn == pages::Turn::none);
    const pages::Pages turned = booklet::impose(numbered_pages(4), {.duplex = Duplex::long_edge});
    CHECK(turned.pages[0].turn == pages::Turn::none);
    CHECK(turned.pages[1].turn == pages::Turn::half);
}

TEST_CASE("with marks, grounds run into the bleed on the outside and stop at the fold") {
    const pages::Pages sheets = booklet::impose(numbered_pages(4), {.marks = true});
    const pages::Page& side = sheets.pages[0];
    const Length bleed = Length::millimetres(3);
    CHECK(side.bleed == bleed);
    CHECK(side.slug > Length{});
    CHECK(side.size.width == Length::points(419.53) * 2 + (side.bleed + side.slug) * 2);
    const auto& left = std::get<pages::Path>(side.items[0].content);
    const Length trim = side.bleed + side.slug;
    const Point corner = side.items[0].at + std::get<pages::MoveTo>(left.segments[0]).to;
    CHECK(corner == Point{trim - bleed, trim - bleed});
    const Point fold = side.items[0].at + std::get<pages::LineTo>(left.segments[1]).to;
    CHECK(fold.x == trim + Length::points(419.53));
}

TEST_CASE("a picture to the edges of a page runs into the bleed, others keep their size") {
    pages::Pages booklet = numbered_pages(1);
    const Size page = booklet.pages[0].size;
    const Size half{page.width, page.height / 2}, small{Length::points(50), Length::points(50)};
    const auto artifact = pages::ElementId::layout_artifact;
    const Point inside{Length::points(9), Length::points(9)};
    booklet.pages[0].items = {{{}, artifact, pages::Picture{MediaId{0}, half, {}}},
                              {inside, artifact, pages::Picture{MediaId{0}, small, {}}}};
    const pages::Pages sheets = booklet::impose(std::move(booklet), {.marks = true});
    const Length bleed = Length::millimetres(3);
    const auto& bled = std::get<pages::Picture>(sheets.pages[0].items[0].content);
    CHECK(bled.size == Size{half.width + bleed, half.height + bleed});
    CHECK(std::get<pages::Picture>(sheets.pages[0].items[1].content).size == small);
}

TEST_CASE("for a print shop, pages stand alone with bleed on all sides and crop marks") {
    const pages::Pages before = numbered_pages(3), after = booklet::with_bleed(numbered_pages(3));
    REQUIRE(after.pages.size() == 3);
    CHECK(after.for_paper);
    CHECK(after.elements.empty());
    CHECK(after.bookmarks.empty());
    CHECK(after.destinations.empty());
    const pages::Page& page = after.pages[2];
    const Length bleed = Length::millimetres(3), around = page.bleed + page.slug;
    CHECK(page.bleed == bleed);
    CHECK(page.size.width == before.pages[2].size.width + around * 2);
    CHECK(places(page).at("2") == around);
    const auto& ground = std::get<pages::Path>(page.items[0].content);
    const auto corner = [&](const Point& by) { return page.items[0].at + by; };
    CHECK(corner(std::get<pages::MoveTo>(ground.segments[0]).to) ==
          Point{around - bleed, around - bleed});
    CHECK(corner(std::get<pages::LineTo>(ground.segments[2]).to) ==
          Point{page.size.width - around + bleed, page.size.height - around + bleed});
    std::size_t marks = 0;
    for (const pages::Item& item : page.items) {
        CHECK_FALSE(std::holds_alternative<pages::LinkArea>(item.content));
        CHECK(pages::is_artifact(item.element));
        const auto* path = std::get_if<pages::Path>(&item.content);
        if (path != nullptr && path->stroke) ++marks;
    }
    CHECK(marks == 8);
}

TEST_CASE("the slip is a sheet of its own in the language of the book") {
    doc::Book book;
    book.metadata.title = "Un livret";
    book.metadata.language = "fr";
    const test::Press press(book);
    pages::Pages sheets = booklet::impose(numbered_pages(24), {});
    Diagnostics diagnostics;
    booklet::add_slip(press.book, press.resources(), {}, sheets, diagnostics);
    REQUIRE(sheets.pages.size() == 14);
    CHECK(sheets.pages[1].items.empty());
    std::string words;
    for (const pages::Item& item : sheets.pages[0].items) {
        if (const auto* run = std::get_if<pages::GlyphRun>(&item.content)) words += run->text;
    }
    CHECK(words.find("Un livret") != std::string::npos);
    CHECK(words.find("6 feuilles") != std::string::npos);
    CHECK(words.find("bords courts") != std::string::npos);
    CHECK(words.find("Agrafez") != std::string::npos);
}
