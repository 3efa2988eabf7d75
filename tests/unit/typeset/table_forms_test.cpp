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

/// Cells of one sign under long heads.
doc::Table table_of_ticks() {
    doc::Table table;
    table.columns.resize(9);
    const auto row_of = [](const std::string& first, const std::string& others) {
        doc::Row row;
        for (int i = 0; i < 9; ++i) {
            const std::string words = i == 0 ? first : others + std::to_string(i);
            row.cells.push_back({{paragraph(words)}, false, {}});
        }
        return row;
    };
    table.head = {row_of("Nom", "Caractéristique")};
    table.rows = {row_of("Un", "a"), row_of("Deux", "b")};
    return table;
}

/// The rows of `table`, their items where they stand on paper.
std::vector<typeset::Row> rows_on_paper(const doc::Table& table, const std::string& language) {
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
    const doc::Blocks blocks{{table, {}}};
    auto galley = typeset::set_blocks(blocks, page_width, structure.root(), context);
    for (typeset::Row& row : galley.rows)
        if (typeset::is_mirrored(context)) pages::mirror(row.items, page_width);
    return std::move(galley.rows);
}

/// By its text.
const pages::Item* find(const std::vector<pages::Item>& items, const std::string& text) {
    for (const pages::Item& item : items)
        if (const auto* run = std::get_if<pages::GlyphRun>(&item.content); run && run->text == text)
            return &item;
    return nullptr;
}

/// Where the words of a turned page stand on it, as a reader sees them who has turned it: from its
/// left edge and from its top.
std::map<std::string, Point> words_as_read(const std::string& language) {
    const std::vector<typeset::Row> rows = rows_on_paper(table_to_turn(), language);
    REQUIRE(rows.size() == 1);
    std::map<std::string, Point> words;
    for (const pages::Item& item : rows.front().items) {
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

TEST_CASE("heads turn where they alone are too wide, and stand on the rule below") {
    for (const char* language : {"fr", "ar"}) {
        CAPTURE(language);
        const std::vector<typeset::Row> rows = rows_on_paper(table_of_ticks(), language);
        REQUIRE(rows.size() == 3);
        const pages::Item* upright = find(rows[0].items, "Nom");
        REQUIRE(upright);
        CHECK(upright->orientation == pages::Orientation::upright);
        for (int i = 1; i < 9; ++i) {
            const pages::Item* head = find(rows[0].items, "Caractéristique" + std::to_string(i));
            const pages::Item* cell = find(rows[1].items, "a" + std::to_string(i));
            REQUIRE(head);
            REQUIRE(cell);
            CHECK(head->orientation == pages::Orientation::turned);
            CHECK(head->at.y > upright->at.y - Length::points(2));
            CHECK(head->at.y < rows[0].height);
            // Its base line is at the right of its letters, over those of the cell.
            CHECK(head->at.x > cell->at.x - Length::points(4));
            CHECK(head->at.x < cell->at.x + Length::points(16));
        }
    }
}

TEST_CASE("heads of cells that are read, and merged heads, stay upright") {
    doc::Table words = table_of_ticks();
    words.rows.front().cells[3].body = {paragraph("Une phrase qui se lit et qui prend sa place")};
    doc::Table merged = table_of_ticks();
    merged.head.front().cells[4].covered = doc::Covered::from_left;
    for (const doc::Table& table : {words, merged})
        for (const typeset::Row& row : rows_on_paper(table, "fr"))
            for (const pages::Item& item : row.items)
                CHECK(item.orientation == pages::Orientation::upright);
}

TEST_CASE("a table that is a little too wide reaches into the outer margin") {
    const Length margin = Press().sheet.booklet.page.outer - Length::points(10 * 72 / 25.4);
    std::size_t reaching = 0;
    for (std::size_t letters = 6; letters < 20; ++letters) {
        doc::Table table;
        table.columns.resize(7);
        doc::Row row;
        for (int i = 0; i < 7; ++i)
            row.cells.push_back({{paragraph(std::string(letters, 'n'))}, false, {}});
        table.head = table.rows = {row};
        const std::vector<typeset::Row> rows = rows_on_paper(table, "fr");
        if (rows.front().outward.units == 0) continue;
        ++reaching;
        CHECK(rows.size() == 2);
        typeset::Galley galley;
        galley.rows = rows;
        std::vector<pages::Item> right, left;
        typeset::place(galley, 0, rows.size(), {}, right);
        typeset::place(galley, 0, rows.size(), {}, left, typeset::Outward::left);
        REQUIRE(right.size() == left.size());
        for (std::size_t i = 0; i < right.size(); ++i) {
            CHECK(right[i].at.x >= Length{});
            CHECK(right[i].at.x < page_width + margin);
            CHECK(left[i].at.x == right[i].at.x - rows.front().outward);
        }
    }
    CHECK(reaching > 0);
    CHECK(reaching < 5);
}
