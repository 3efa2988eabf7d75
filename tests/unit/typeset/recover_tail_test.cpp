#include "typeset/pages/recover_tail.hpp"

#include <doctest/doctest.h>

using namespace triptych;
using namespace triptych::literals;
using typeset::break_without_tail;
using typeset::Galley;
using typeset::PageRoom;
using typeset::Row;

namespace {

/// Lines of ten points; in front of every tenth is a space of `space`.
Galley lines(std::size_t count, Length space = {}) {
    Galley galley;
    galley.grid = 5_pt;
    galley.rows.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        galley.rows[i].height = 10_pt;
        if (i > 0 && i % 10 == 0) galley.rows[i].space_before = space;
    }
    return galley;
}

constexpr PageRoom twenty_lines{200_pt, 200_pt, 10_pt, 10_pt};

}  // namespace

TEST_CASE("a tail that narrower spaces bring home is brought home by them") {
    Galley galley = lines(38, 10_pt);
    const auto settled = break_without_tail(galley, twenty_lines, {});
    CHECK(settled.pages.size() == 2);
    CHECK(settled.room.others == 200_pt);
    CHECK(galley.rows[10].space_before == 5_pt);
    CHECK(galley.rows[10].narrowed);
    CHECK_FALSE(galley.rows[11].narrowed);
}

TEST_CASE("pages become a line longer where spaces do not do") {
    Galley galley = lines(41);
    const auto settled = break_without_tail(galley, twenty_lines, {});
    CHECK(settled.pages.size() == 2);
    CHECK(settled.room.others == 210_pt);
}

TEST_CASE("a block that nearly fits on the page before is brought home, too") {
    Galley galley = lines(20);
    galley.rows[5].space_before = galley.rows[10].space_before = 10_pt;
    for (std::size_t i = 11; i < 20; ++i) galley.rows[i].break_penalty = Row::never;
    CHECK(break_without_tail(galley, twenty_lines, {}).pages.size() == 1);
}

TEST_CASE("what can't be brought home changes nothing") {
    Galley galley = lines(46, 10_pt);
    const auto settled = break_without_tail(galley, twenty_lines, {});
    CHECK(settled.pages.size() == 3);
    CHECK(settled.room.others == 200_pt);
    CHECK(galley.rows[10].space_before == 10_pt);
    CHECK_FALSE(galley.rows[10].narrowed);
    CHECK(break_without_tail(galley = lines(3), twenty_lines, {}).pages.size() == 1);
}
