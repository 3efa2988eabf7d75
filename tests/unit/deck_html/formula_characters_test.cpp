#include "deck_html/formula_characters.hpp"

#include <doctest/doctest.h>

namespace triptych {
namespace {

using doc::tex::Place;

TEST_CASE("a formula's characters are those of where it stands") {
    const std::string choice = R"(\mathchoice{\sum a}{\prod b}{c}{d})";
    const auto own = deck_html::formula_characters(choice, Place::own_line);
    const auto in_line = deck_html::formula_characters(choice, Place::in_line);
    constexpr char32_t sum = 0x2211, product = 0x220F;
    CHECK(own.count(sum) == 1);
    CHECK(own.count(product) == 0);
    CHECK(in_line.count(product) == 1);
    CHECK(in_line.count(sum) == 0);
}

TEST_CASE("a formula brings the signs that are drawn and not written") {
    const auto characters =
        deck_html::formula_characters(R"(\left( \sqrt{x} \right) \to \hat{y})", Place::own_line);
    for (const char32_t sign : {U'(', U')', char32_t{0x221A}, char32_t{0x2192}, U'x'})
        CHECK(characters.count(sign) == 1);
    CHECK(deck_html::formula_characters("", Place::own_line).empty());
}

}  // namespace
}  // namespace triptych
