#include <doctest/doctest.h>

#include "typeset/math/spacing.hpp"

namespace triptych::typeset::math {
namespace {

using doc::tex::StyleLevel;

std::vector<Class> resolved(std::vector<Class> classes) {
    resolve_binaries(classes);
    return classes;
}

TEST_CASE("signs have the classes of TeX") {
    CHECK(class_of("+") == Class::binary);
    CHECK(class_of("−") == Class::binary);
    CHECK(class_of("×") == Class::binary);
    CHECK(class_of("=") == Class::relation);
    CHECK(class_of("≤") == Class::relation);
    CHECK(class_of("→") == Class::relation);
    CHECK(class_of("⟹") == Class::relation);
    CHECK(class_of("(") == Class::opening);
    CHECK(class_of("⌋") == Class::closing);
    CHECK(class_of(",") == Class::punctuation);
    CHECK(class_of("…") == Class::inner);
    CHECK(class_of("x") == Class::ordinary);
    CHECK(class_of("∞") == Class::ordinary);
    CHECK(class_of("∇") == Class::ordinary);
    CHECK(class_of("⋮") == Class::ordinary);
    CHECK(class_of("⊛") == Class::binary);
    CHECK(class_of("⌣") == Class::relation);
    CHECK(class_of("⟮") == Class::opening);
    CHECK(class_of("") == Class::ordinary);
}

TEST_CASE("a binary sign needs something on both sides") {
    using C = Class;
    CHECK(resolved({C::binary, C::ordinary}) == std::vector{C::ordinary, C::ordinary});
    CHECK(resolved({C::ordinary, C::binary, C::ordinary})[1] == C::binary);
    CHECK(resolved({C::ordinary, C::relation, C::binary, C::ordinary})[2] == C::ordinary);
    CHECK(resolved({C::ordinary, C::binary, C::binary, C::ordinary}) ==
          std::vector{C::ordinary, C::binary, C::ordinary, C::ordinary});
    CHECK(resolved({C::ordinary, C::binary, C::relation})[1] == C::ordinary);
    CHECK(resolved({C::ordinary, C::binary})[1] == C::ordinary);
    CHECK(resolved({C::ordinary, C::none, C::binary, C::none, C::ordinary})[2] == C::binary);
}

TEST_CASE("spaces follow the table of The TeXbook, page 170") {
    const auto text = StyleLevel::text, script = StyleLevel::script;
    CHECK(space_between(Class::ordinary, Class::relation, text) == 5);
    CHECK(space_between(Class::ordinary, Class::relation, script) == 0);
    CHECK(space_between(Class::ordinary, Class::binary, text) == 4);
    CHECK(space_between(Class::ordinary, Class::large, script) == 3);
    CHECK(space_between(Class::punctuation, Class::ordinary, text) == 3);
    CHECK(space_between(Class::opening, Class::ordinary, text) == 0);
    CHECK(space_between(Class::relation, Class::relation, text) == 0);
    CHECK(space_between(Class::none, Class::relation, text) == 0);
}

}  // namespace
}  // namespace triptych::typeset::math
