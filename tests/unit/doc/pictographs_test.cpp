#include "doc/pictographs.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "build.hpp"
#include "doc/walk.hpp"

using namespace triptych;

namespace {

std::string without_emoji(doc::Inlines body) {
    doc::drop_pictographs(body);
    return doc::plain_text(body);
}

doc::Inline strong(std::string words) {
    return doc::styled<doc::Strong>({doc::words(std::move(words))});
}

}  // namespace

TEST_CASE("emoji go out of lines that have words") {
    CHECK(without_emoji({doc::words("🚀 Lancer le 🎉 produit")}) == "Lancer le produit");
    CHECK(without_emoji({doc::words("🚀 "), strong("Lancer")}) == "Lancer");
    CHECK(without_emoji({strong("Lancer"), doc::words(" 🚀 "), strong("tout")}) == "Lancer tout");
    CHECK(without_emoji({strong("✅ Oui"), doc::words(" 🎉")}) == "Oui ");
    CHECK(without_emoji({doc::words("Sans")}) == "Sans");
}

TEST_CASE("emoji stay where they are all there is") {
    CHECK(without_emoji({doc::words("✅")}) == "✅");
    CHECK(without_emoji({strong("✅"), doc::words(" 🎉")}) == "✅ 🎉");
    CHECK(without_emoji({}).empty());
}
