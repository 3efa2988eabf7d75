#include <doctest/doctest.h>

#include <utility>

#include "typeset/pages/fit_pages.hpp"
#include "typeset/pages/full_pages.hpp"
#include "typeset/pages/pair_breaks.hpp"

using namespace triptych;
using namespace triptych::literals;
using typeset::break_pages;
using typeset::FirstPage;
using typeset::Galley;
using typeset::PageRange;
using typeset::PageRoom;
using typeset::Row;

namespace {

Galley lines(std::size_t count) {
    Galley galley;
    galley.grid = 10_pt;
    galley.rows.resize(count);
    for (Row& row : galley.rows) {
        row.height = 10_pt;
        row.snap = typeset::Snap::grid;
    }
    return galley;
}

constexpr PageRoom ten_lines{100_pt, 100_pt, 10_pt, 10_pt};

std::vector<std::size_t> sizes(const std::vector<PageRange>& pages) {
    std::vector<std::size_t> result;
    std::size_t next = 0;
    for (const PageRange& page : pages) {
        CHECK(page.begin == next);
        next = page.end;
        result.push_back(page.end - page.begin);
    }
    return result;
}

const std::vector<Galley> no_notes;

using Sizes = std::vector<std::size_t>;

}  // namespace

TEST_CASE("an empty galley has no pages") { CHECK(break_pages({}, ten_lines, {}).empty()); }

TEST_CASE("pages are filled, the last one ends where it likes") {
    CHECK(sizes(break_pages(lines(25), ten_lines, {})) == Sizes{10, 10, 5});
    CHECK(sizes(break_pages(lines(10), ten_lines, {})) == Sizes{10});
}

TEST_CASE("a forbidden break moves to the line before") {
    Galley galley = lines(25);
    galley.rows[10].break_penalty = Row::never;
    CHECK(sizes(break_pages(galley, ten_lines, {})) == Sizes{9, 10, 6});
}

TEST_CASE("the whole chapter is looked at, not page after page") {
    // Full first page would force the second break into a forbidden stretch.
    Galley galley = lines(30);
    for (std::size_t i = 18; i <= 20; ++i) galley.rows[i].break_penalty = Row::never;
    const auto pages = break_pages(galley, ten_lines, {});
    for (const PageRange& page : pages) {
        if (page.begin > 0) CHECK(galley.rows[page.begin].break_penalty < Row::never);
    }
}

TEST_CASE("rows that may never be parted are parted when no page holds them") {
    Galley galley = lines(25);
    for (Row& row : galley.rows) row.break_penalty = Row::never;
    CHECK(sizes(break_pages(galley, ten_lines, {})).size() == 3);
}

TEST_CASE("a row higher than the page stands alone") {
    Galley galley = lines(3);
    galley.rows[1].height = 300_pt;
    CHECK(sizes(break_pages(galley, ten_lines, {})) == Sizes{1, 1, 1});
}

TEST_CASE("notes take their room on the page of their reference") {
    Galley galley = lines(22);
    galley.rows[9].notes = {0};
    Galley note = lines(2);
    note.rows[1].break_penalty = Row::never;
    const auto pages = break_pages(galley, ten_lines, {note});
    for (const PageRange& page : pages) {
        const bool has_note = page.begin <= 9 && 9 < page.end;
        if (has_note) CHECK(page.end - page.begin <= 7);
        CHECK(page.notes.size() == (has_note ? 1 : 0));
    }
    CHECK(sizes(pages) == Sizes{9, 7, 6});
}

TEST_CASE("a note goes on at the foot of the next page, and on pages of its own behind the text") {
    Galley galley = lines(12);
    galley.rows[0].notes = {0};
    const auto pages = break_pages(galley, ten_lines, {lines(40)});
    std::size_t next = 0;
    for (const PageRange& page : pages) {
        REQUIRE(page.notes.size() == 1);
        CHECK(page.notes[0].begin == next);
        next = page.notes[0].end;
        CHECK(page.end - page.begin + (page.notes[0].end - page.notes[0].begin) <= 9);
    }
    CHECK(next == 40);
    CHECK(pages.back().begin == pages.back().end);
}

TEST_CASE("a note that may not be parted is parted when no page holds it") {
    Galley galley = lines(1);
    galley.rows[0].notes = {0};
    Galley note = lines(25);
    for (Row& row : note.rows) row.break_penalty = Row::never;
    std::size_t printed = 0;
    for (const PageRange& page : break_pages(galley, ten_lines, {note})) {
        for (const typeset::NoteSlice& slice : page.notes) printed += slice.end - slice.begin;
    }
    CHECK(printed == 25);
}

TEST_CASE("a row that fills a page comes behind the page on which it is mentioned") {
    Galley galley = lines(16);
    galley.rows[4].height = 100_pt;
    galley.rows[4].fills_page = true;
    galley.rows[4].notes = {0};
    galley.rows[4].anchors = {"wide"};
    const auto broken = typeset::break_around_full_pages(galley, ten_lines, {lines(1)});
    CHECK(sizes(broken.pages) == Sizes{8, 1, 7});
    CHECK(galley.rows[8].anchors == std::vector<std::string>{"wide"});
    CHECK(broken.moved[3] == 3);
    CHECK(broken.moved[4] == 8);
    CHECK(broken.moved[5] == 4);
    CHECK(broken.moved[15] == 15);
    CHECK(broken.moved[16] == 16);
    CHECK(broken.pages[0].notes.size() == 1);
}

TEST_CASE("a note that is not there takes no room") {
    Galley galley = lines(10);
    galley.rows[0].notes = {7};
    CHECK(sizes(break_pages(galley, ten_lines, {})) == Sizes{10});
}

TEST_CASE("a repeated head takes its room on later pages") {
    Galley galley = lines(24);
    auto head = std::make_shared<std::vector<Row>>(1);
    head->front().height = 20_pt;
    for (std::size_t i = 2; i < 24; ++i) galley.rows[i].repeated = head;
    CHECK(sizes(break_pages(galley, ten_lines, {})) == Sizes{10, 8, 6});
}

TEST_CASE("padding of a frame counts at both ends of every page") {
    Galley galley = lines(20);
    style::BoxStyle box;
    box.padding = 10_pt;
    galley.frames.push_back({box, {}, 100_pt, -1});
    for (Row& row : galley.rows) {
        row.frame = 0;
        row.snap = typeset::Snap::anywhere;
    }
    CHECK(sizes(break_pages(galley, ten_lines, {})) == Sizes{8, 8, 4});
    CHECK(galley.height() == 220_pt);
}

TEST_CASE("a last page of a line or two is avoided where another break costs less") {
    Galley galley = lines(21);
    const auto pages = sizes(break_pages(galley, ten_lines, {}));
    CHECK(pages.size() == 3);
    CHECK(pages.back() > 1);
}

TEST_CASE("a picture on the last page has company, or the page before is cut short") {
    Galley galley = lines(11);
    galley.rows[10].height = 60_pt;
    galley.rows[10].snap = typeset::Snap::anywhere;
    const auto pages = break_pages(galley, ten_lines, {});
    REQUIRE(pages.size() == 2);
    CHECK(pages[1].begin == 7);
}

TEST_CASE("a picture gives a little height rather than leave a hole") {
    Galley galley = lines(20);
    galley.rows[6].height = 50_pt;
    galley.rows[6].items.push_back(
        {{5_pt, 0_pt}, pages::ElementId::layout_artifact, pages::Picture{{}, {100_pt, 50_pt}, {}}});
    CHECK(break_pages(galley, ten_lines, {})[0].end == 6);
    galley.rows[6].give = 20_pt;
    auto broken = break_pages(galley, ten_lines, {});
    REQUIRE(broken[0].end == 7);
    fit_pages(ten_lines, {broken, no_notes}, FirstPage::right, galley);
    CHECK(galley.height(0, 7) == 100_pt);
    CHECK(galley.rows[6].height == 40_pt);
    const auto& picture = std::get<pages::Picture>(galley.rows[6].items[0].content);
    CHECK(picture.size.width == 80_pt);
    CHECK(galley.rows[6].items[0].at.x == 5_pt);
}

TEST_CASE("wide spaces give a step each rather than leave a hole, narrow ones none") {
    Galley galley = lines(20);
    galley.grid = 5_pt;
    for (const std::size_t i : {3U, 6U}) galley.rows[i].space_before = 15_pt;
    galley.rows[7].break_penalty = 5000;
    galley.rows[8].break_penalty = Row::never;
    constexpr PageRoom room{110_pt, 110_pt, 10_pt, 10_pt};
    auto broken = break_pages(galley, room, no_notes);
    REQUIRE(broken[0].end == 9);
    Galley fitted = galley;
    fit_pages(room, {broken, no_notes}, FirstPage::right, fitted);
    CHECK(fitted.height(0, 9) == 110_pt);
    for (const std::size_t i : {3U, 6U}) CHECK(fitted.rows[i].space_before == 10_pt);
    CHECK(break_pages(galley, {105_pt, 105_pt, 10_pt, 10_pt}, no_notes)[0].end < 9);
    for (const std::size_t i : {3U, 6U}) galley.rows[i].space_before = 10_pt;
    CHECK(break_pages(galley, ten_lines, no_notes)[0].end < 9);
}

TEST_CASE("facing pages end level, at the foot or as low as both can") {
    constexpr PageRoom room{200_pt, 200_pt, 10_pt, 10_pt};
    const std::vector<PageRange> pages = {{0, 17}, {17, 36}, {36, 54}, {54, 60}};
    Galley galley = lines(60);
    galley.grid = 5_pt;
    for (const std::size_t i : {5U, 9U}) galley.rows[i].space_before = 15_pt;
    galley.rows[30].space_before = galley.rows[40].space_before = 10_pt;
    const auto feet = [&](FirstPage first) {
        Galley fitted = galley;
        std::vector<PageRange> fitted_pages = pages;
        fit_pages(room, {fitted_pages, no_notes}, first, fitted);
        std::vector<Length> found;
        found.reserve(fitted_pages.size());
        for (const PageRange& page : fitted_pages)
            found.push_back(fitted.height(page.begin, page.end));
        return found;
    };
    CHECK(galley.height(17, 36) == 200_pt);
    CHECK(galley.height(36, 54) == 190_pt);
    // The third page can make up for one step of two.
    CHECK(feet(FirstPage::right) == std::vector{200_pt, 200_pt, 195_pt, 60_pt});
    CHECK(feet(FirstPage::left) == std::vector{200_pt, 200_pt, 190_pt, 60_pt});
    galley.rows[9].space_before = galley.rows[5].space_before = 5_pt;
    galley.rows[16].anchors = galley.rows[17].anchors = {"stays"};
    CHECK(galley.height(0, 17) == 180_pt);
    CHECK(feet(FirstPage::left).front() == 190_pt);
    CHECK(feet(FirstPage::right).front() == 180_pt);
}

TEST_CASE("spaces stay as they are where a picture gives what its page lacks") {
    Galley galley = lines(20);
    galley.rows[3].space_before = 20_pt;
    galley.rows[4].height = 50_pt;
    galley.rows[4].give = 20_pt;
    std::vector<PageRange> pages = {{0, 5}, {5, 20}};
    fit_pages(ten_lines, {pages, no_notes}, FirstPage::right, galley);
    CHECK(galley.height(0, 5) == 100_pt);
    CHECK(galley.rows[3].space_before == 20_pt);
}

TEST_CASE("notes are no company for the last lines of a chapter") {
    Galley galley = lines(22);
    galley.rows[20].notes = {0};
    const std::vector<Galley> notes = {lines(4)};
    const auto pages = break_pages(galley, ten_lines, notes);
    REQUIRE(pages.size() == 3);
    CHECK(pages[2].end - pages[2].begin == 5);
}

TEST_CASE("wide spaces make a short page level, in steps of the grid, up to a few lines") {
    Galley galley = lines(20);
    galley.grid = 5_pt;
    for (const std::size_t i : {3U, 5U}) galley.rows[i].space_before = 15_pt;
    galley.rows[6].space_before = 5_pt;
    std::vector<PageRange> pages = {{0, 8}, {8, 20}};
    constexpr PageRoom room{130_pt, 130_pt, 10_pt, 10_pt};
    CHECK(galley.height(0, 8) == 115_pt);
    fit_pages(room, {pages, no_notes}, FirstPage::right, galley);
    CHECK(galley.height(0, 8) == 130_pt);
    CHECK(galley.rows[3].space_before == 25_pt);
    CHECK(galley.rows[5].space_before == 20_pt);
    CHECK(galley.rows[6].space_before == 5_pt);
    Galley short_page = lines(20);
    short_page.rows[2].space_before = 15_pt;
    pages = {{0, 5}, {5, 20}};
    fit_pages(room, {pages, no_notes}, FirstPage::right, short_page);
    CHECK(short_page.height(0, 5) < 80_pt);
}

TEST_CASE("a space that was narrowed for the chapter grows a step more than others") {
    const auto space = [](bool narrowed) {
        Galley galley = lines(20);
        galley.grid = 5_pt;
        galley.rows[3].space_before = 10_pt;
        galley.rows[3].narrowed = narrowed;
        std::vector<PageRange> pages = {{0, 8}, {8, 20}};
        constexpr PageRoom room{100_pt, 130_pt, 10_pt, 10_pt};
        fit_pages(room, {pages, no_notes}, FirstPage::right, galley);
        return galley.rows[3].space_before;
    };
    CHECK(space(true) == 20_pt);
    CHECK(space(false) == 10_pt);
}

TEST_CASE("a wide space that was narrowed is a wide one still") {
    Galley galley = lines(20);
    galley.grid = 5_pt;
    galley.rows[3].space_before = 10_pt;
    galley.rows[3].narrowed = true;
    std::vector<PageRange> pages = {{0, 8}, {8, 20}};
    fit_pages({110_pt, 130_pt, 10_pt, 10_pt}, {pages, no_notes}, FirstPage::right, galley);
    CHECK(galley.rows[3].space_before == 30_pt);
}

TEST_CASE("wide spaces grow by their last step when all others are used up") {
    const auto spaces = [](Length room) {
        Galley galley = lines(20);
        galley.grid = 5_pt;
        galley.rows[3].space_before = 15_pt;
        for (const std::size_t i : {1U, 2U, 4U, 5U, 6U}) galley.rows[i].space_before = 5_pt;
        std::vector<PageRange> pages = {{0, 8}, {8, 20}};
        fit_pages({room, room, 10_pt, 10_pt}, {pages, no_notes}, FirstPage::right, galley);
        CHECK(galley.height(0, 8) == room);
        return std::pair(galley.rows[3].space_before, galley.rows[6].space_before);
    };
    CHECK(spaces(150_pt) == std::pair(25_pt, 5_pt));
    CHECK(spaces(155_pt) == std::pair(25_pt, 10_pt));
    CHECK(spaces(160_pt) == std::pair(30_pt, 10_pt));
}

TEST_CASE("what the grid moves text down by goes above its heading") {
    Galley galley = lines(20);
    galley.grid = 5_pt;
    galley.rows[0].height = 12_pt;
    galley.rows[1].snap = typeset::Snap::anywhere;
    galley.rows[1].space_before = 5_pt;
    galley.rows[2].break_penalty = Row::never;
    const Length before = galley.height(0, 8);
    std::vector<PageRange> pages = {{0, 8}, {8, 20}};
    fit_pages({before, before, 10_pt, 10_pt}, {pages, no_notes}, FirstPage::right, galley);
    CHECK(galley.rows[1].space_before == 8_pt);
    CHECK(galley.height(0, 8) == before);
}

TEST_CASE("pages far from their feet still end level with each other") {
    Galley galley = lines(30);
    galley.grid = 5_pt;
    galley.rows[2].space_before = 15_pt;
    constexpr PageRoom room{200_pt, 200_pt, 10_pt, 10_pt};
    std::vector<PageRange> pages = {{0, 12}, {12, 26}, {26, 30}};
    CHECK(galley.height(0, 12) == 135_pt);
    CHECK(galley.height(12, 26) == 140_pt);
    fit_pages(room, {pages, no_notes}, FirstPage::left, galley);
    CHECK(galley.height(0, 12) == 140_pt);
    CHECK(galley.height(12, 26) == 140_pt);
}

TEST_CASE("spaces of what belongs together, and small ones in closed boxes, stay as they are") {
    const auto foot = [](const Galley& galley) {
        Galley fitted = galley;
        std::vector<PageRange> pages = {{0, 8}, {8, 20}};
        fit_pages({90_pt, 120_pt, 10_pt, 10_pt}, {pages, no_notes}, FirstPage::right, fitted);
        return fitted.height(0, 8);
    };
    Galley galley = lines(20);
    galley.grid = 5_pt;
    galley.rows[3].space_before = 5_pt;
    CHECK(foot(galley) == 90_pt);
    galley.rows[3].attached = true;
    CHECK(foot(galley) == 85_pt);
    galley.rows[3].attached = false;
    galley.frames.push_back({style::BoxStyle{}, {}, 100_pt, -1});
    for (std::size_t i = 0; i < 8; ++i) galley.rows[i].frame = 0;
    CHECK(foot(galley) == 90_pt);
    galley.frames[0].style.ground = Colour{};
    CHECK(foot(galley) == 85_pt);
}

TEST_CASE("the text of a page with notes comes as near to them as wider spaces bring it") {
    Galley galley = lines(20);
    galley.grid = 5_pt;
    for (const std::size_t i : {2U, 4U}) galley.rows[i].space_before = 10_pt;
    const std::vector<Galley> notes = {lines(2)};
    const PageRange with_notes{0, 6, {{0, 0, 2}}};
    // 80 of text, 10 to part it from 20 of notes.
    for (const auto& [height, foot] : {std::pair{115_pt, 85_pt}, std::pair{140_pt, 90_pt}}) {
        Galley fitted = galley;
        std::vector<PageRange> pages = {with_notes, {6, 13}, {13, 20}};
        const PageRoom room{height, height, 10_pt, 10_pt};
        fit_pages(room, {pages, notes}, FirstPage::left, fitted);
        CHECK(fitted.height(0, 6) == foot);
    }
}

TEST_CASE("lines go over the turn between pages that no space makes level") {
    Galley galley = lines(30);
    const auto turn = [&](std::size_t at, std::size_t end) {
        Galley text = galley;
        for (std::size_t i = 11; i < text.rows.size(); ++i)
            if (i != end) text.rows[i].break_penalty = Row::never;
        text.rows.resize(end + 6);
        std::vector<PageRange> pages = {{0, at}, {at, end}, {end, end + 6}};
        break_level(ten_lines, {pages, no_notes}, FirstPage::left, text);
        CHECK(sizes(pages).size() == 3);
        CHECK(pages[2].begin == end);
        return pages[0].end;
    };
    CHECK(turn(10, 16) == 8);
    CHECK(turn(6, 16) == 8);
    CHECK(turn(10, 20) == 10);
    galley.rows[7].break_penalty = Row::never;
    galley.rows[8].break_penalty = 400;
    CHECK(turn(10, 16) == 9);
}

TEST_CASE("lines go over the turns before and behind facing pages, as many pages as there were") {
    Galley galley = lines(46);
    const std::vector<PageRange> before = {{0, 10}, {10, 20}, {20, 27}, {27, 37}, {37, 46}};
    // A block that the third page has no room for.
    for (std::size_t i = 28; i < 31; ++i) galley.rows[i].break_penalty = Row::never;
    const auto broken = [&](FirstPage first) {
        std::vector<PageRange> pages = before;
        break_level(ten_lines, {pages, no_notes}, first, galley);
        return sizes(pages);
    };
    const Sizes right = broken(FirstPage::right);
    CHECK(right.size() == 5);
    CHECK(right[1] == right[2]);
    CHECK(right[3] == 10);
    CHECK(broken(FirstPage::left)[2] == broken(FirstPage::left)[3]);
}

TEST_CASE("notes go with their references over a turn that moves") {
    Galley galley = lines(30);
    galley.rows[7].notes = {0};
    for (std::size_t i = 9; i < 30; ++i)
        if (i != 14 && i != 24) galley.rows[i].break_penalty = Row::never;
    std::vector<PageRange> pages = {{0, 8, {{0, 0, 1}}}, {8, 14}, {14, 24}, {24, 30}};
    const std::vector<Galley> notes = {lines(1)};
    break_level(ten_lines, {pages, notes}, FirstPage::left, galley);
    CHECK(sizes(pages) == Sizes{7, 7, 10, 6});
    CHECK(pages[0].notes.empty());
    CHECK(pages[1].notes.size() == 1);
}

TEST_CASE("space before a row is dropped at the top of a page") {
    Galley galley = lines(20);
    galley.rows[10].space_before = 30_pt;
    CHECK(sizes(break_pages(galley, ten_lines, {})) == Sizes{10, 10});
}
