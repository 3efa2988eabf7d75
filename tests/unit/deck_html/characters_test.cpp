#include "deck_html/characters.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "../../deck_samples.hpp"

#include "deck/deck.hpp"

using namespace triptych;

namespace {

/// All that faces are brought for, whichever draw them, of a deck in `language`.
std::set<char32_t> brought(std::string language) {
    doc::Book book = test::book_of({test::pillars()});
    book.metadata.language = std::move(language);
    const test::Press press(std::move(book));
    const auto resources = press.resources();
    const deck::Deck deck = deck::split(press.book, {.detail = Detail::full});
    std::set<char32_t> all;
    for (const auto& [face, characters] :
         deck_html::characters_of(deck, {press.book, resources, deck.language}))
        all.insert(characters.begin(), characters.end());
    return all;
}

}  // namespace

TEST_CASE("slides bring the digits that they are numbered with, named in style sheets or not") {
    struct Digits {
        const char* language;
        char32_t zero;
    };
    for (const Digits& digits : {Digits{"fr", U'0'},
                                 {"fa", U'\u06F0'},
                                 {"sat", U'\u1C50'},
                                 {"ccp", U'\U00011136'},
                                 {"ff-Adlm", U'\U0001E950'}}) {
        CAPTURE(digits.language);
        const std::set<char32_t> all = brought(digits.language);
        for (char32_t digit = digits.zero; digit < digits.zero + 10; ++digit)
            CHECK(all.contains(digit));
    }
}
