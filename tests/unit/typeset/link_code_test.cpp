#include <doctest/doctest.h>

#include "typeset/flow/link_code.hpp"

using namespace triptych;

namespace {

/// Number of closed bars in the drawing.
std::size_t bars(const typeset::LinkCode& code) {
    std::size_t count = 0;
    for (const pages::Segment& segment : code.drawing.segments)
        count += std::holds_alternative<pages::ClosePath>(segment);
    return count;
}

}  // namespace

TEST_CASE("a link code is at least 18 mm wide and grows with its address") {
    const auto small = typeset::link_code("https://a.fr", {});
    const auto large = typeset::link_code("https://a.fr/" + std::string(400, 'x'), {});
    REQUIRE(small);
    REQUIRE(large);
    CHECK(small->size >= Length::millimetres(18));
    CHECK(large->size > small->size);
    CHECK(bars(*large) > bars(*small));
}

TEST_CASE("nothing is drawn for no address or one that no code can hold") {
    CHECK_FALSE(typeset::link_code("", {}));
    CHECK_FALSE(typeset::link_code(std::string("a\0b", 3), {}));
    CHECK(typeset::link_code(std::string(2331, 'x'), {}));
    CHECK_FALSE(typeset::link_code(std::string(2332, 'x'), {}));
}
