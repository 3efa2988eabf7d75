#include "epub/page_breaks.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace triptych::epub;

namespace {

std::vector<std::string> marks_of(const std::vector<PageStart>& starts) {
    pugi::xml_document document;
    document.load_string("<p>un deux <b>trois</b> quatre</p>");
    append_marks(document.child("p"), {}, starts);
    return page_breaks_in(document);
}

}  // namespace

TEST_CASE("marks stand in the order of pages, wherever the layout says that they begin") {
    const std::vector<std::string> all = {"2", "3", "4"};
    CHECK(marks_of({{"2", 3}, {"3", 8}, {"4", 14}}) == all);
    CHECK(marks_of({{"2", 14}, {"3", 1}, {"4", 0}}) == all);
    CHECK(marks_of({{"2", 900}, {"3", 3}, {"4", 900}}) == all);
    CHECK(marks_of({{"2", 0}, {"3", 0}, {"4", 5}}) == all);
}
