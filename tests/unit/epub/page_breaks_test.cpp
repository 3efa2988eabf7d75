#include "epub/page_breaks.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace triptych::epub;

namespace {

/// The paragraph with its marks as their labels in brackets.
std::string text_of(const std::vector<PageStart>& starts) {
    pugi::xml_document document;
    document.load_string("<p>un deux <b>trois</b> quatre cinq</p>");
    append_marks(document.child("p"), {}, starts);
    std::string out;
    struct Walker final : pugi::xml_tree_walker {
        std::string* out = nullptr;
        bool for_each(pugi::xml_node& node) override {
            if (const auto label = node.attribute("aria-label"))
                *out += std::string("[") + label.value() + "]";
            *out += node.value();
            return true;
        }
    } walker;
    walker.out = &out;
    document.traverse(walker);
    return out;
}

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

TEST_CASE("marks stand in front of the words that their pages begin with") {
    CHECK(text_of({{"2", 2}}) == "un [2]deux trois quatre cinq");
    CHECK(text_of({{"2", 4}}) == "un [2]deux trois quatre cinq");
    CHECK(text_of({{"2", 2}, {"3", 6}, {"4", 11}, {"5", 18}}) ==
          "un [2]deux [3]trois [4]quatre [5]cinq");
    CHECK(text_of({{"2", 17}, {"3", 17}, {"4", 20}}) == "un deux trois quatre [2][3][4]cinq");
}
