#include "doc/names.hpp"

#include <doctest/doctest.h>

using namespace triptych;

namespace {

doc::Inlines text(std::string words) { return {{doc::Text{std::move(words)}, {}}}; }

doc::Page page(std::string title, std::uint8_t depth = 0) {
    doc::Page result;
    result.title = text(title);
    result.short_title = std::move(title);
    result.depth = depth;
    return result;
}

/// Two parts of two pages each; the second page is under the first.
doc::Book book_of(const char* first, const char* second) {
    doc::Book book;
    book.pages = {page("🌀 Cycle"), page("Le rôle d’une API", 1), page("Tests"), page("Suite")};
    book.parts = {{text(first), "", {PageId{0}, PageId{1}}},
                  {text(second), "", {PageId{2}, PageId{3}}}};
    return book;
}

doc::Names names_of(const doc::Book& book) {
    return doc::names_of(book, std::vector<bool>(book.pages.size(), true));
}

}  // namespace

TEST_CASE("parts and chapters are numbered, pages under chapters are not") {
    const doc::Names names = names_of(book_of("Cadrer", "Concevoir"));
    CHECK(names.parts[0].number == "1");
    CHECK(names.parts[1].number == "2");
    CHECK(names.pages[0].number == "1.1");
    CHECK(names.pages[1].number.empty());
    CHECK(names.pages[3].number == "2.2");
    CHECK(names.pages[0].title == "Cycle");
}

TEST_CASE("where the author numbers, the program does not") {
    CHECK(names_of(book_of("Partie 1", "Partie 2")).parts[0].number.empty());
    CHECK(names_of(book_of("1. Cadrer", "Concevoir")).parts[1].number.empty());
    doc::Book book = book_of("Cadrer", "Stockage S3 et plus");
    CHECK(names_of(book).parts[1].number == "2");
    book.pages[2] = page("3. Tests");
    CHECK(names_of(book).parts[1].number == "2");
    CHECK(names_of(book).pages[2].number.empty());
}
