#include "typeset/flow/table_numbers.hpp"

#include <doctest/doctest.h>

#include "../../typesetting_fixture.hpp"

using namespace triptych;
using namespace triptych::test;
using typeset::is_number;

TEST_CASE("numbers have digits, signs and short units") {
    for (const char* number :
         {"12", "1\u202F250,50\u00A0€", "−3\u00A0%", "12/03", "48 h", "~2", "8 Go"})
        CHECK_MESSAGE(is_number(number), number);
    for (const char* words : {"", "—", "douze", "2 développeurs", "S3 Standard", "%"})
        CHECK_FALSE_MESSAGE(is_number(words), words);
}

TEST_CASE("a column of numbers stands at the right where its author has not said") {
    doc::Table table;
    table.columns.resize(3);
    table.columns[2].align = doc::Align::left;
    const auto cell = [](std::string words) {
        return doc::Cell{{paragraph(std::move(words))}, false, {}};
    };
    table.rows = {{{cell("Un"), cell("12"), cell("1")}},
                  {{cell("2"), cell("8 %"), cell("2")}},
                  {{cell("Trois"), cell("aucun"), cell("3")}}};
    const std::vector<doc::Align> aligns = typeset::alignments(table);
    CHECK(aligns == std::vector{doc::Align::automatic, doc::Align::right, doc::Align::left});
}

TEST_CASE("a column that ends at the right has a gutter before one that begins at the left") {
    using enum doc::Align;
    const std::vector<doc::Align> aligns = {right, right, automatic, right, centre, right};
    std::vector<std::size_t> wide;
    for (std::size_t i = 0; i < aligns.size(); ++i)
        if (typeset::gutter_behind(i, aligns, Length::points(9)).units > 0) wide.push_back(i);
    CHECK(wide == std::vector<std::size_t>{1});
}
