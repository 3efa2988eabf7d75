#include <doctest/doctest.h>

#include "pdf/structure/attributes.hpp"
#include "pdf/structure/groups.hpp"
#include "pdf/structure/repair.hpp"
#include "sample.hpp"

using namespace triptych;
using namespace triptych::pages;
using pdf::Presence;
using pdf::repair;
using pdf::Repaired;

namespace {

/// Elements and what is drawn in them.
struct Tree {
    std::vector<Element> elements;
    Presence presence;

    std::uint32_t add(Tag tag, std::uint32_t parent, bool drawn = false) {
        Element element;
        element.tag = tag;
        element.parent = ElementId{parent};
        elements.push_back(element);
        presence.drawn.push_back(drawn ? 1 : 0);
        presence.linked.push_back(0);
        return static_cast<std::uint32_t>(elements.size() - 1);
    }
    Tree() { add(Tag::document, 0); }
    Repaired run() const { return repair(elements, presence, PdfStandard::ua1); }
};

/// A table with one cell of these spans per entry, rows split by 0.
Tree table(const std::vector<std::pair<int, int>>& cells) {
    Tree tree;
    const auto element = tree.add(Tag::table, 0);
    auto row = tree.add(Tag::table_row, element);
    for (const auto& [columns, rows] : cells) {
        if (columns == 0) {
            row = tree.add(Tag::table_row, element);
            continue;
        }
        const auto cell = tree.add(Tag::table_data, row, true);
        tree.elements[cell].column_span = static_cast<std::uint16_t>(columns);
        tree.elements[cell].row_span = static_cast<std::uint16_t>(rows);
    }
    return tree;
}

}  // namespace

TEST_CASE("cells say what heads them where a table has heads of rows and of columns") {
    Tree tree;
    const auto grid = tree.add(Tag::table, 0);
    const auto cell = [&](std::uint32_t row, Tag tag, Scope scope) {
        const auto out = tree.add(tag, row, true);
        tree.elements[out].scope = scope;
        return out;
    };
    const auto head = tree.add(Tag::table_row, grid);
    cell(head, Tag::table_header, Scope::column);
    const auto wide = cell(head, Tag::table_header, Scope::column);
    tree.elements[wide].column_span = 2;
    const auto row = tree.add(Tag::table_row, grid);
    const auto name = cell(row, Tag::table_header, Scope::row);
    const auto left = cell(row, Tag::table_data, Scope::none);
    const auto right = cell(row, Tag::table_data, Scope::none);
    const auto later_head = tree.add(Tag::table_row, grid);
    for (int i = 0; i < 2; ++i) cell(later_head, Tag::table_header, Scope::column);
    const auto later = cell(later_head, Tag::table_header, Scope::column);
    const auto last = cell(tree.add(Tag::table_row, grid), Tag::table_data, Scope::none);
    tree.elements[last].column_span = 3;

    const Repaired out = tree.run();
    using All = std::vector<std::uint32_t>;
    CHECK(out.headers.at(left) == All{wide, name});
    CHECK(out.headers.at(right) == All{wide, name});
    CHECK(out.headers.at(last).back() == later);
    CHECK(out.headers.at(last).size() == 3);
    CHECK(out.headers.count(name) == 0);

    const auto ids = pdf::unique_ids(tree.elements, out);
    CHECK(ids.at(wide) == "head-" + std::to_string(wide));
    CHECK(ids.count(left) == 0);

    for (auto& element : tree.elements) element.scope = Scope::column;
    CHECK(tree.run().headers.empty());
}

TEST_CASE("empty elements go, empty cells stay") {
    Tree tree;
    const auto empty = tree.add(Tag::paragraph, 0);
    const auto list = tree.add(Tag::list, 0);
    const auto item = tree.add(Tag::list_item, list);
    const auto grid = tree.add(Tag::table, 0);
    const auto row = tree.add(Tag::table_row, grid);
    const auto full = tree.add(Tag::table_data, row, true);
    const auto blank = tree.add(Tag::table_data, row);
    const auto bare_row = tree.add(Tag::table_row, grid);
    const Repaired out = tree.run();
    CHECK(out.kept[empty] == 0);
    CHECK(out.kept[list] == 0);
    CHECK(out.kept[item] == 0);
    CHECK(out.kept[full] == 1);
    CHECK(out.kept[blank] == 1);
    CHECK(out.kept[bare_row] == 0);
    CHECK(out.kept[0] == 1);
}

TEST_CASE("headings start at 1 and skip no level") {
    Tree tree;
    const auto first = tree.add(Tag::heading3, 0, true);
    const auto second = tree.add(Tag::heading6, 0, true);
    const auto hidden = tree.add(Tag::heading1, 0);
    const auto third = tree.add(Tag::heading4, 0, true);
    const auto again = tree.add(Tag::heading1, 0, true);
    const Repaired out = tree.run();
    CHECK(out.tags[first] == Tag::heading1);
    CHECK(out.tags[second] == Tag::heading2);
    CHECK(out.kept[hidden] == 0);
    CHECK(out.tags[third] == Tag::heading3);
    CHECK(out.tags[again] == Tag::heading1);
}

TEST_CASE("headings are counted in reading order, not in storage order") {
    Tree tree;
    const auto part1 = tree.add(Tag::section, 0);
    const auto part2 = tree.add(Tag::section, 0);
    const auto later = tree.add(Tag::heading2, part2, true);
    const auto earlier = tree.add(Tag::heading1, part1, true);
    const Repaired out = tree.run();
    CHECK(out.tags[earlier] == Tag::heading1);
    CHECK(out.tags[later] == Tag::heading2);
}

TEST_CASE("what does not fit a container makes it a division") {
    Tree tree;
    const auto list = tree.add(Tag::list, 0);
    const auto item = tree.add(Tag::list_item, list);
    const auto body = tree.add(Tag::list_body, item, true);
    const auto stray = tree.add(Tag::paragraph, list, true);
    const auto lone_cell = tree.add(Tag::table_data, 0, true);
    const auto lone_row = tree.add(Tag::table_row, 0, true);
    const auto good = tree.add(Tag::list, 0);
    const auto good_item = tree.add(Tag::list_item, good, true);
    const Repaired out = tree.run();
    CHECK(out.tags[list] == Tag::division);
    CHECK(out.tags[item] == Tag::division);
    CHECK(out.tags[body] == Tag::division);
    CHECK(out.tags[stray] == Tag::paragraph);
    CHECK(out.tags[lone_cell] == Tag::division);
    CHECK(out.tags[lone_row] == Tag::division);
    CHECK(out.tags[good] == Tag::list);
    CHECK(out.tags[good_item] == Tag::list_item);
}

TEST_CASE("captions stand first in lists, first or last in tables, and once") {
    for (const auto& [tag, place, good] :
         std::vector<std::tuple<Tag, int, bool>>{{Tag::table, 0, true},
                                                 {Tag::table, 1, false},
                                                 {Tag::table, 2, true},
                                                 {Tag::list, 0, true},
                                                 {Tag::list, 2, false}}) {
        Tree tree;
        const auto container = tree.add(tag, 0);
        for (int i = 0; i < 3; ++i) {
            const Tag row = tag == Tag::table ? Tag::table_row : Tag::list_item;
            tree.add(i == place ? Tag::caption : row, container, true);
        }
        const int caption_at = place;
        CAPTURE(caption_at);
        CHECK((tree.run().tags[container] == tag) == good);
    }
}

TEST_CASE("tables become regular") {
    SUBCASE("short rows are filled") {
        const Repaired out = table({{1, 1}, {1, 1}, {1, 1}, {0, 0}, {1, 1}}).run();
        CHECK(out.missing_cells[2] == 0);
        CHECK(out.missing_cells[6] == 2);
    }
    SUBCASE("spans over the last row are cut") {
        const Repaired out = table({{1, 9}, {1, 1}, {0, 0}, {1, 1}}).run();
        CHECK(out.row_spans[3] == 2);
        CHECK(out.missing_cells[5] == 0);
    }
    SUBCASE("spans never overlap") {
        const Repaired out = table({{1, 1}, {1, 2}, {0, 0}, {2, 1}}).run();
        CHECK(out.column_spans[6] == 1);
    }
    SUBCASE("absurd spans are cut") {
        const Repaired out = table({{65535, 1}, {0, 0}, {1, 1}}).run();
        CHECK(out.column_spans[3] == 100);
        CHECK(out.missing_cells[4] == 99);
    }
}

TEST_CASE("a link without annotation is a span") {
    Tree tree;
    const auto bare = tree.add(Tag::link, 0, true);
    const auto live = tree.add(Tag::link, 0, true);
    tree.presence.linked[live] = 1;
    const Repaired out = tree.run();
    CHECK(out.tags[bare] == Tag::span);
    CHECK(out.tags[live] == Tag::link);
}

TEST_CASE("ids of notes are there and unique") {
    Tree tree;
    const auto a = tree.add(Tag::note, 0, true), b = tree.add(Tag::note, 0, true);
    const auto c = tree.add(Tag::note, 0, true);
    tree.elements[a].id = tree.elements[b].id = "n";
    const auto ids = pdf::unique_ids(tree.elements, tree.run());
    CHECK(ids.at(a) == "n");
    CHECK(ids.at(b) != "n");
    CHECK_FALSE(ids.at(c).empty());
    CHECK(ids.at(c) != ids.at(b));
}

TEST_CASE("neighbouring items of an element are one group; what draws nothing is none") {
    Page page;
    const auto add = [&](ElementId element, bool ink) {
        GlyphRun run;
        if (ink) run.glyphs.push_back({});
        page.items.push_back({{}, element, run});
    };
    add(ElementId{1}, true);
    add(ElementId{2}, false);
    add(ElementId{1}, true);
    add(ElementId::layout_artifact, true);
    add(ElementId{1}, true);
    const auto out = pdf::groups(page, 3);
    REQUIRE(out.size() == 3);
    CHECK(out[0].begin == 0);
    CHECK(out[0].end == 3);
    CHECK(out[1].element == ElementId::layout_artifact);
    CHECK(out[2].begin == 4);
}

TEST_CASE("an element over two pages stays one, with content of both") {
    sample::Maker maker;
    maker.page();
    const ElementId element = maker.element(Tag::paragraph);
    maker.text(element, 30, 100, "Le début ");
    maker.page();
    maker.text(element, 30, 100, "et la fin");
    const std::string file = maker.write();
    const std::size_t at = file.find("/S /P\n");
    REQUIRE(at != std::string::npos);
    const std::string object = file.substr(at, file.find("endobj", at) - at);
    CHECK(object.find("/K [0 <<") != std::string::npos);
    CHECK(object.find("/Type /MCR") != std::string::npos);
    CHECK(file.find("/S /P\n", at + 1) == std::string::npos);
}

TEST_CASE("figures have an alternative and a place") {
    sample::Maker maker;
    maker.page();
    const ElementId figure = maker.element(Tag::figure);
    maker.item(figure, 10, 20, sample::box(30, 40, Colour{}, {}));
    const std::string file = maker.write();
    CHECK(file.find("/Alt (Image)") != std::string::npos);
    CHECK(file.find("/BBox [10 535 40 575]") != std::string::npos);
    CHECK(file.find("/Placement /Block") != std::string::npos);
}
