#include "doc/equations.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace triptych::doc;

namespace {

Book book_of(std::vector<std::string> displayed, std::string in_text) {
    Book book;
    Page& page = book.pages.emplace_back();
    for (auto& tex : displayed) page.body.push_back({MathBlock{std::move(tex)}, {}});
    page.body.push_back({Paragraph{{{Math{std::move(in_text)}, {}}}}, {}});
    number_equations(book);
    return book;
}

const std::string& displayed(const Book& book, std::size_t at) {
    return std::get<MathBlock>(book.pages[0].body[at].node).tex;
}

const std::string& in_text(const Book& book) {
    return std::get<Math>(std::get<Paragraph>(book.pages[0].body.back().node).body[0].node).tex;
}

}  // namespace

TEST_CASE("equations are counted through the book") {
    const auto book = book_of({"\\begin{align} a &= b \\\\ c &= d \\notag \\\\ e &= f \\end{align}",
                               "x = y", "x = y \\label{xy}"},
                              "\\eqref{xy}, \\ref{xy}, \\ref{no}");
    CHECK(displayed(book, 0) ==
          "\\begin{align} a &= b \\tag{1}\\\\ c &= d \\notag \\\\ e &= f \\tag{2}\\end{align}");
    CHECK(displayed(book, 1) == "x = y");
    CHECK(displayed(book, 2) == "x = y \\label{xy}\\tag{3}");
    CHECK(in_text(book) == "\\text{(3)}, \\text{3}, \\ref{no}");
}

TEST_CASE("equations are numbered in the digits of the book's language") {
    Book book;
    book.metadata.language = "fa";
    book.pages.emplace_back().body.push_back({MathBlock{"x = y \\label{xy}"}, {}});
    number_equations(book);
    CHECK(displayed(book, 0) == "x = y \\label{xy}\\tag{۱}");
}

TEST_CASE("the author's own tags are referred to as they are") {
    const auto book = book_of({"a = b \\tag{A} \\label{a}", "c = d \\tag*{B} \\label{b}"},
                              "\\ref{a} \\eqref{a} \\ref{b} \\eqref{b}");
    CHECK(displayed(book, 0) == "a = b \\tag{A} \\label{a}");
    CHECK(in_text(book) == "\\text{A} \\text{(A)} \\text{B} \\text{(B)}");
}
