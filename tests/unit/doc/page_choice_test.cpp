#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "doc/page_choice.hpp"

namespace triptych {
namespace {

doc::Book book() {
    doc::Book book;
    for (const char* path : {"README.md", "guide/README.md", "guide/eau.md", "annexe/sol.md"}) {
        book.pages.emplace_back();
        book.pages.back().path = path;
    }
    book.parts = {{{{doc::Text{"Le Potager"}, {}}}, "potager", {PageId{1}, PageId{2}}}};
    return book;
}

std::string chosen(std::vector<std::string> patterns) {
    std::vector<doc::PagePattern> written;
    written.reserve(patterns.size());
    for (auto& pattern : patterns) written.push_back({std::move(pattern), {}});
    Diagnostics diagnostics;
    std::string found;
    for (const bool page : doc::chosen_pages(book(), written, diagnostics))
        found += page ? '1' : '0';
    return found + (diagnostics.all().empty() ? "" : "!");
}

TEST_CASE("pages are chosen by path, folder, wildcard or part") {
    CHECK(chosen({}) == "1111");
    CHECK(chosen({"guide"}) == "0110");
    CHECK(chosen({"guide/"}) == "0110");
    CHECK(chosen({"guide/eau"}) == "0010");
    CHECK(chosen({"guide/eau.md", "annexe/*"}) == "0011");
    CHECK(chosen({"*/[es]*"}) == "0011");
    CHECK(chosen({"le potager"}) == "0110");
    // What names nothing is reported, and names nothing.
    CHECK(chosen({"verger"}) == "0000!");
}

}  // namespace
}  // namespace triptych
