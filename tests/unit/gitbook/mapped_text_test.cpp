#include "gitbook/syntax/mapped_text.hpp"

#include <doctest/doctest.h>

using namespace triptych;
using gitbook::MappedText;

TEST_CASE("places lead back into the file") {
    MappedText text(FileId{0});
    text.copy("abc\n", 10);
    text.insert("> ", 14);
    text.copy("def", 20);
    CHECK(text.origin(1) == 11);
    CHECK(text.origin(5) == 14);
    CHECK(text.origin(6) == 20);
    CHECK(text.span(1, 3) == Span{FileId{0}, 11, 13});
    CHECK(text.span(4, 6) == Span{FileId{0}, 14, 14});
    CHECK(text.span(2, 8) == Span{FileId{0}, 12, 22});
}

TEST_CASE("no place is behind the end, whatever a parser counts") {
    MappedText text(FileId{0});
    text.copy("abc", 0);
    CHECK(text.origin(7) == 3);
    CHECK(text.span(2, 9) == Span{FileId{0}, 2, 3});
    CHECK(text.span(8, 9) == Span{FileId{0}, 3, 3});
    text.insert("\n", 3);
    CHECK(text.span(0, 4) == Span{FileId{0}, 0, 3});
    CHECK(text.span(3, 4) == Span{FileId{0}, 3, 3});
}
