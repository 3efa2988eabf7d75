#include <string>

#include <doctest/doctest.h>

#include "deck/gist/line_drawings.hpp"

namespace triptych {
namespace {

bool is_drawing(const char* words) {
    doc::CodeBlock code;
    code.text = words;
    return deck::is_line_drawing(code);
}

TEST_CASE("boxes and arrows of characters are a drawing") {
    CHECK(
        is_drawing("Puits\n  │\n  └─▶ Bassin\n       │\n 12 ◀──┴─▶ Jardin\n 3 ◀─┴─▶ Serre\n a ─┘"));
    CHECK(is_drawing("┌───────┐   ┌──────┐\n│ Puits │──▶│ Four │\n└───────┘   └──────┘"));
    CHECK(is_drawing("+-------+\n| Puits |\n+-------+\n    |\n+------+\n| Four |\n+------+"));
}

TEST_CASE("trees of folders, tables and rules in comments are none") {
    CHECK_FALSE(is_drawing("jardin\n├── allée\n│   ├── banc\n│   └── puits\n└── serre"));
    CHECK_FALSE(is_drawing("+-- allée\n|   +-- banc\n|   `-- puits\n`-- serre\n+-- four"));
    CHECK_FALSE(is_drawing("+----+-----+\n| a  | b   |\n+----+-----+\n| 1  | 2   |\n+----+-----+"));
    CHECK_FALSE(is_drawing("┌───┬───┐\n│ a │ b │\n├───┼───┤\n│ 1 │ 2 │\n└───┴───┘"));
    CHECK_FALSE(
        is_drawing("// ── Puits ──\nouvrir()\nfermer()\n// ── Four ──\nouvrir()\nfermer()\n"
                   "// ── Serre ──\nouvrir()\nfermer()\nsemer()\narroser()\ncueillir()"));
    CHECK_FALSE(is_drawing(""));
}

TEST_CASE("a drawing is shown where a slide has lines and letters enough") {
    doc::CodeBlock code;
    for (int i = 0; i < 13; ++i) code.text += "│\n";
    CHECK(deck::fits_whole(code, 0, false));
    CHECK(deck::fits_whole(code, 40, false));
    CHECK_FALSE(deck::fits_whole(code, 100, false));
    CHECK_FALSE(deck::fits_whole(code, 0, true));
    code.text += "│\n";
    CHECK_FALSE(deck::fits_whole(code, 0, false));
    code.text = std::string(87, 'a');
    CHECK(deck::fits_whole(code, 0, false));
    code.text += 'a';
    CHECK_FALSE(deck::fits_whole(code, 0, false));
}

}  // namespace
}  // namespace triptych
