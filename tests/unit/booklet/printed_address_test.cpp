#include "booklet/printed_address.hpp"

#include <doctest/doctest.h>

using triptych::booklet::is_shortened_in_print;
using triptych::booklet::printed_address;

TEST_CASE("addresses are shown without scheme, with the letters their escapes stand for") {
    CHECK(printed_address("https://fr.wikipedia.org/wiki/%C3%89t%C3%A9") ==
          "fr.wikipedia.org/wiki/Été");
    CHECK(printed_address("https://exemple.fr/a%20b") == "exemple.fr/a%20b");
    CHECK(printed_address("https://exemple.fr/%FF") == "exemple.fr/%FF");
    CHECK(printed_address("https://exemple.fr/") == "exemple.fr");
}

TEST_CASE("an address that can be typed is whole") {
    const std::string address =
        "docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-"
        "requests/manually-creating-a-single-issue-template-for-your-repository";
    CHECK(printed_address("https://" + address) == address);
    CHECK_FALSE(is_shortened_in_print("https://" + address));
}

TEST_CASE("a very long address loses the middle of its path, never of its host") {
    const std::string shown = printed_address(
        "https://github.com/LINCnil/Guide-RGPD-du-developpeur/blob/main/" + std::string(150, 'x') +
        "/01-Identifier-les-donnees-personnelles-et-d-autres.md");
    CHECK(shown.starts_with("github.com/LINCnil/…"));
    CHECK(shown.ends_with("d-autres.md"));
    CHECK(shown.size() < 75);
    const std::string host(220, 'h');
    CHECK(printed_address("https://" + host + ".fr").starts_with(host + ".fr"));
    CHECK(is_shortened_in_print("https://exemple.fr/a/" + std::string(190, 'b')));
    CHECK_FALSE(is_shortened_in_print("https://exemple.fr/a/" + std::string(180, 'b')));
    CHECK_FALSE(is_shortened_in_print("https://" + host + ".fr"));
}
