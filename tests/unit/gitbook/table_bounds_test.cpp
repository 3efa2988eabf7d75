#include <doctest/doctest.h>

#include "gitbook/syntax/html_tokens.hpp"
#include "gitbook/syntax/table_bounds.hpp"
#include "parsed_body.hpp"

using namespace triptych;
using namespace triptych::gitbook;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

std::size_t tables_in(const Body& body) {
    std::size_t count = 0;
    for (const doc::Block& block : body.blocks)
        count += std::holds_alternative<doc::Table>(block.node) ? 1 : 0;
    return count;
}

}  // namespace

TEST_CASE("cells are counted as GitHub counts them") {
    CHECK(cells_of_row("| a | b |") == 2);
    CHECK(cells_of_row("a | b") == 2);
    CHECK(cells_of_row("  | a | b  ") == 2);
    CHECK(cells_of_row("||") == 1);
    CHECK(cells_of_row("|") == 0);
    CHECK(cells_of_row("a \\| b") == 1);
    CHECK(cells_of_row("a \\\\| b") == 1);  // whatever stands before the backslash
}

TEST_CASE("many tables stand under headings without a blank line") {
    const auto read = parsed(repeated("## A\n| a | b |\n|---|---|\n| 1 | 2 |\n", 30));
    CHECK(tables_in(read.body) == 30);
}

TEST_CASE("rows of dashes in a table show their dashes") {
    const auto read = parsed("| a | b |\n|---|---|\n" + repeated("| 1 | 2 |\n|---|:--|\n", 20));
    CHECK(tables_in(read.body) == 1);
    const auto& table = first<doc::Table>(read.body.blocks);
    REQUIRE(table.rows.size() == 40);
    for (const auto& row : table.rows) CHECK(row.cells.size() == 2);
}

// Each delimiter row would have the parser read all lines before it again, and keep them.
TEST_CASE("a paragraph of delimiter rows costs its length") {
    const auto read = parsed(repeated("a | b | c\n--|--\n", 20'000));
    CHECK(tables_in(read.body) == 0);
}

// The parser walks through all cells before for each.
TEST_CASE("a row of very many cells costs its length") {
    const auto row = parsed("| a | b |\n|--|--|\n" + repeated("| x ", 100'000) + "|\n");
    REQUIRE(tables_in(row.body) == 1);
    CHECK(first<doc::Table>(row.body.blocks).rows.back().cells.size() == 2);
    CHECK(row.count(Kind::content_dropped) == 1);
    const auto head = parsed(repeated("| x ", 100'000) + "|\n|--|--|\n| 1 | 2 |\n");
    CHECK(tables_in(head.body) == 0);
}

TEST_CASE("elements that never end are looked for once") {
    const std::string text = repeated("<script>", 100'000);
    HtmlTokens tokens(text);
    std::size_t count = 0;
    while (tokens.next()) {
        ++count;
        CHECK_FALSE(tokens.skip_to_end_of("script"));
    }
    CHECK(count == 100'000);
}
