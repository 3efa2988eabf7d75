#include <doctest/doctest.h>

#include <map>

#include "../../typesetting_fixture.hpp"
#include "typeset/galley.hpp"
#include "typeset/inline/paragraph.hpp"

using namespace triptych;
using namespace triptych::test;

namespace {

constexpr Length page_width = Length::points(300), long_side = Length::points(459);

/// More columns than stand upright, more records than are printed one below the other.
doc::Table table_to_turn() {
    doc::Table table;
    table.columns.resize(9);
    const auto row_of = [](const std::string& name) {
        doc::Row row;
        for (int i = 0; i < 9; ++i)
            row.cells.push_back({{paragraph(name + "colonne" + std::to_string(i))}, false, {}});
        return row;
    };
    table.head = {row_of("T")};
    for (int i = 0; i < 12; ++i) table.rows.push_back(row_of("R" + std::to_string(i)));
    return table;
}

/// Where the words of a turned page stand on it, as a reader sees them who has turned it: from its
/// left edge and from its top.
std::map<std::string, Point> words_as_read(const std::string& language) {
    doc::Book book;
    book.metadata.language = language;
    const Press press(std::move(book));
    typeset::Structure structure(pages::Tag::section);
    const typeset::Resources resources = press.resources();
    Diagnostics diagnostics;
    typeset::Context context{{.resources = resources,
                              .book = press.book,
                              .structure = structure,
                              .diagnostics = diagnostics,
                              .language = "fr",
                              .page_height = long_side},
                             press.sheet.booklet.medium};
    const doc::Blocks blocks{{table_to_turn(), {}}};
    auto galley = typeset::set_blocks(blocks, page_width, structure.root(), context);
    REQUIRE(galley.rows.size() == 1);
    std::vector<pages::Item>& items = galley.rows.front().items;
    if (typeset::is_mirrored(context)) pages::mirror(items, page_width);
    std::map<std::string, Point> words;
    for (const pages::Item& item : items) {
        REQUIRE(item.orientation == pages::Orientation::turned);
        if (const auto* run = std::get_if<pages::GlyphRun>(&item.content))
            words[run->text] = {long_side - item.at.y, item.at.x};
    }
    return words;
}

}  // namespace

TEST_CASE("a turned table reads from its head down, in the direction of the book") {
    auto to_right = words_as_read("fr"), to_left = words_as_read("ar");
    for (auto* words : {&to_right, &to_left}) {
        REQUIRE(words->contains("Tcolonne0"));
        REQUIRE(words->contains("R11colonne8"));
        CHECK((*words)["Tcolonne0"].y < (*words)["R0colonne0"].y);
        CHECK((*words)["R0colonne0"].y < (*words)["R11colonne0"].y);
        CHECK((*words)["Tcolonne0"].y > Length{});
        CHECK((*words)["R11colonne8"].y < page_width);
    }
    CHECK(to_right["Tcolonne0"].x < to_right["Tcolonne8"].x);
    CHECK(to_left["Tcolonne0"].x > to_left["Tcolonne8"].x);
    CHECK(to_left["Tcolonne8"].x >= Length{});
    CHECK(to_left["Tcolonne0"].x < long_side);
    CHECK(to_left["Tcolonne0"].y == to_right["Tcolonne0"].y);
}
