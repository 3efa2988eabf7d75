#include "doc/number_columns.hpp"

#include <doctest/doctest.h>

#include "build.hpp"

using namespace triptych;
using namespace triptych::doc;

namespace {

Cell cell(Inlines body) { return {{{Paragraph{std::move(body)}, {}}}, false, {}, {}}; }
Cell cell(const char* text) { return cell(Inlines{words(text)}); }

Align align_of(std::vector<Cell> cells, Align own = Align::automatic) {
    Table table;
    table.columns = {{own, 0}};
    for (Cell& one : cells) table.rows.push_back({{std::move(one)}});
    Blocks inner;
    inner.push_back({std::move(table), {}});
    Blocks body;
    Callout around;
    around.body = std::move(inner);
    body.push_back({std::move(around), {}});
    Book book = book_of(std::move(body));
    align_number_columns(book);
    const auto& callout = std::get<Callout>(book.pages[0].body[0].node);
    return std::get<Table>(callout.body[0].node).columns[0].align;
}

}  // namespace

TEST_CASE("numbers have digits, signs and short units") {
    for (const char* number : {"12", "1\u202F250,50\u00A0€", "−3\u00A0%", "12/03", "48 h", "~2",
                               "8 Go", "$5", "€ 12", "≥ 3", "+4", "(2)", "10–12", "2h30", "1er"})
        CHECK_MESSAGE(is_number(number), number);
    for (const char* label : {"", "—", "douze", "2 développeurs", "S3 Standard", "%", "F1", "A4",
                              "n° 5", "n°\u00A05", "№ 5", "#3", "T1 2025", "Д7", "°5"})
        CHECK_FALSE_MESSAGE(is_number(label), label);
}

TEST_CASE("a column of numbers stands at the right where its author has not said") {
    CHECK(align_of({cell("12"), cell("8 %"), cell("aucun")}) == Align::right);
    CHECK(align_of({cell("1"), cell("2")}, Align::left) == Align::left);
    CHECK(align_of({cell("Un"), cell("2"), cell("Trois")}) == Align::automatic);
    CHECK(align_of({cell("1")}) == Align::automatic);
    CHECK(align_of({cell("1"), cell("2"), cell("12 h 30 ou plus tard")}) == Align::automatic);
    CHECK(align_of({cell("F1"), cell("F2")}) == Align::automatic);
}

TEST_CASE("keys to press are labels") {
    const auto key = [](const char* sign) { return cell(Inlines{{Keyboard{sign}, {}}}); };
    CHECK(align_of({key("1"), key("2")}) == Align::automatic);
}
