#include <doctest/doctest.h>

#include <fmt/format.h>

#include <set>
#include <string>

#include "written.hpp"

using namespace triptych;
using namespace triptych::test;

namespace {

doc::Block placed(doc::Block block, std::uint32_t begin) {
    block.span = {FileId{0}, begin, begin + 10};
    return block;
}

/// Sections of text too long for one file.
doc::Blocks long_body(int sections) {
    doc::Blocks body;
    for (int i = 1; i <= sections; ++i) {
        body.push_back(heading("Section", "page--s" + std::to_string(i)));
        body.push_back(paragraph(std::string(60'000, 'a')));
    }
    return body;
}

doc::Inline link_to(std::string element) {
    return {doc::Link{doc::PageRef{PageId{0}, std::move(element)}, text("lien")}, {}};
}

}  // namespace

TEST_CASE("marks of printed pages stand in the text where the page turns") {
    doc::CodeBlock code;
    code.text = "aaa bbb\nccc ddd\neee fff";
    doc::Block listing{std::move(code), {FileId{0}, 10, 20}};
    doc::Block list{doc::List{}, {FileId{0}, 30, 60}};
    for (std::uint32_t i = 0; i < 3; ++i) {
        doc::Block item = paragraph("Un deux trois");
        item.span = {FileId{0}, 31 + i, 32 + i};
        std::get<doc::List>(list.node).items.push_back({{std::move(item)}, {}, {}});
    }
    const auto written = write_epub(book_of({std::move(listing), std::move(list)}),
                                    {.date = {},
                                     .cover = {},
                                     .pagination = {"carnet.pdf",
                                                    {{"1", {FileId{0}, 0, 1000}, 0},
                                                     {"2", {FileId{0}, 10, 20}, 6},
                                                     {"3", {FileId{0}, 10, 20}, 12},
                                                     {"4", {FileId{0}, 32, 33}, 0},
                                                     {"5", {FileId{0}, 33, 34}, 4}}}});
    std::string text = written.text("page");
    const auto mark = [](int page) {
        return fmt::format(
            "<span epub:type=\"pagebreak\" role=\"doc-pagebreak\" "
            "id=\"page_{0}\" aria-label=\"{0}\"/>",
            page);
    };
    CHECK(holds(text, mark(1) + "<h1"));
    CHECK(holds(text, "aaa bbb\n" + mark(2) + "ccc ddd\n" + mark(3) + "eee fff"));
    CHECK(holds(text, "<li>" + mark(4) + "Un deux trois</li>"));
    CHECK(holds(text, "<li>Un " + mark(5) + "deux trois</li>"));
    CHECK(verify_epub(written.bytes).empty());
}

TEST_CASE("the same book gives the same bytes, whatever the number of threads") {
    const auto body = [] { return doc::Blocks{heading("Titre", "page--titre"), paragraph("Un.")}; };
    const auto once = write_epub(book_of(body()));
    CHECK(once.bytes == write_epub(book_of(body()), {}, 2).bytes);
    CHECK(verify_epub(once.bytes).empty());
}

TEST_CASE("a long page is split at headings and its links follow") {
    auto body = long_body(6);
    body.front().node = doc::Heading{2, 2, "page--s1", {}, {link_to("page--s6")}};
    const auto written = write_epub(book_of(std::move(body)));
    CHECK(written.files.count("EPUB/text/page_2.xhtml") == 1);
    CHECK(holds(written.text("page"), R"(href="page_2.xhtml#page--s6")"));
    CHECK(holds(written.navigation(), "text/page_2.xhtml#page--s6"));
    CHECK(holds(written.text("page_2"), R"(id="page--s6")"));
    CHECK(written.text("page").size() < 260'000);
    CHECK(verify_epub(written.bytes).empty());
}

TEST_CASE("a long page without headings stays whole") {
    doc::Blocks body;
    for (int i = 0; i < 6; ++i) body.push_back(paragraph(std::string(60'000, 'a')));
    CHECK(write_epub(book_of(std::move(body))).files.count("EPUB/text/page_2.xhtml") == 0);
}

TEST_CASE("notes stand in the file of their first reference") {
    auto body = long_body(6);
    const auto refer = [&](std::size_t at, std::uint32_t note) {
        std::get<doc::Paragraph>(body[at].node).body.push_back({doc::NoteReference{note}, {}});
    };
    refer(1, 0);
    refer(11, 1);
    refer(11, 0);
    auto book = book_of(std::move(body));
    book.pages[0].notes = {{"n1", {paragraph("Une.")}, {}}, {"n2", {paragraph("Deux.")}, {}}};
    const auto written = write_epub(std::move(book));
    CHECK(holds(written.text("page"), R"(id="page_note-1")"));
    CHECK(holds(written.text("page_2"), R"(id="page_note-2")"));
    CHECK(holds(written.text("page_2"), R"(href="page.xhtml#page_note-1")"));
    CHECK(verify_epub(written.bytes).empty());
}

TEST_CASE("printed pages are marked in front of the blocks they begin with") {
    const epub::Pagination pagination{"carnet.pdf",
                                      {{"1", {FileId{0}, 0, 1000}},
                                       {"2", {}},
                                       {"3", {FileId{0}, 20, 30}},
                                       {"4", {FileId{0}, 40, 50}}}};
    doc::List list;
    list.items.push_back({{placed(paragraph("Un."), 40)}, {}, {}});
    const auto written =
        write_epub(book_of({placed(paragraph("A."), 10), placed(paragraph("B."), 20), {list, {}}}),
                   {.date = {}, .cover = {}, .pagination = pagination});
    const auto& page = written.text("page");
    CHECK(page.find("page_1") < page.find("<h1"));
    CHECK(page.find("A.") < page.find("page_2"));
    CHECK(page.find("page_2") < page.find("page_3"));
    CHECK(page.find("page_3") < page.find("B."));
    CHECK(holds(page, R"(<li><span epub:type="pagebreak" role="doc-pagebreak" id="page_4")"));
    CHECK(holds(written.navigation(), R"(<a href="text/page.xhtml#page_4">4</a>)"));
    CHECK(holds(written.package(), R"(<dc:source id="printed">carnet.pdf</dc:source>)"));
    CHECK(verify_epub(written.bytes).empty());
}

TEST_CASE("without a printed edition there is no page list") {
    const auto written = write_epub(book_of({paragraph("A.")}));
    CHECK_FALSE(holds(written.navigation(), "page-list"));
    CHECK_FALSE(holds(written.package(), "dc:source"));
}

TEST_CASE("formulas are MathML, and their file says so") {
    const auto written = write_epub(book_of({{doc::MathBlock{"\\frac{a}{b}"}, {}}}));
    CHECK(holds(written.text("page"), "<mfrac><mi>a</mi><mi>b</mi></mfrac>"));
    CHECK(holds(written.package(), R"(properties="mathml")"));
    CHECK(written.diagnostics.all().empty());
    const auto unknown = write_epub(book_of({{doc::MathBlock{"\\frac{1}{"}, {}}}));
    CHECK(holds(unknown.text("page"), R"(<code class="math">\frac{1}{</code>)"));
    REQUIRE(unknown.diagnostics.all().size() == 1);
    CHECK(unknown.diagnostics.all().front().kind == Kind::unsupported_math);
}

TEST_CASE("a file is named, not linked; an address is a URI") {
    auto book =
        book_of({{doc::Paragraph{{{doc::Link{doc::FileRef{MediaId{0}}, text("Plan")}, {}},
                                  {doc::Link{doc::Url{"https://e.org/#a#b"}, text("x")}, {}}},
                                 {}},
                  {}}});
    book.media.push_back({"plans/plan.pdf", doc::MediaKind::file});
    const auto written = write_epub(std::move(book));
    CHECK(holds(written.text("page"), "Plan (plan.pdf)"));
    CHECK(holds(written.text("page"), R"(href="https://e.org/#a%23b")"));
    CHECK(verify_epub(written.bytes).empty());
}

TEST_CASE("conformance is claimed only where somebody stands for it and our check holds") {
    auto book = book_of({paragraph("A.")});
    CHECK_FALSE(holds(write_epub(book).package(), "conformsTo"));
    book.metadata.publisher = "Atelier";
    CHECK(holds(write_epub(book).package(), "a11y:certifiedBy\">Atelier"));
    book.pages[0].body.push_back({doc::MathBlock{"\\foo"}, {}});
    CHECK_FALSE(holds(write_epub(book).package(), "conformsTo"));
}

TEST_CASE("a table without headers is no ground for a claim") {
    doc::Table table;
    table.columns.resize(1);
    table.rows.push_back({{doc::Cell{{paragraph("a")}, false, {}}}});
    auto book = book_of({{table, {}}});
    book.metadata.publisher = "Atelier";
    CHECK_FALSE(holds(write_epub(book).package(), "conformsTo"));
    std::get<doc::Table>(book.pages[0].body[0].node).rows[0].cells[0].heads_row = true;
    CHECK(holds(write_epub(book).package(), "conformsTo"));
}

TEST_CASE("a wide table without a head scrolls, and is reached and named without a mouse") {
    const auto table_of = [](std::size_t columns) {
        doc::Table table;
        table.columns.resize(columns);
        table.columns[0].width = 0.25;
        table.rows.push_back(
            {std::vector<doc::Cell>(columns, {{paragraph("établissement")}, false, {}})});
        return write_epub(book_of({{table, {}}})).text("page");
    };
    CHECK_FALSE(holds(table_of(2), "tabindex"));
    CHECK(holds(table_of(2), R"(<col style="width: 25%"/><col/>)"));
    CHECK(holds(table_of(6), R"(tabindex="0" role="group" aria-label="Tableau")"));
}

TEST_CASE("callouts have rules and labels of their kinds on a dark ground, too, but no ground") {
    const auto written = write_epub(book_of({paragraph("a")}));
    const auto& css = written.files.at("EPUB/style.css");
    const std::string dark = css.substr(css.rfind("@media (prefers-color-scheme: dark)"));
    std::set<std::string> rules;
    for (const std::string kind : {"info", "success", "warning", "danger"}) {
        const auto at = dark.find(".callout." + kind + " { border-color: #");
        REQUIRE(at != std::string::npos);
        rules.insert(dark.substr(dark.find('#', at), 7));
        CHECK(dark.find(".callout." + kind + " .label { color: #") != std::string::npos);
    }
    CHECK(rules.size() == 4);
    CHECK(dark.find("background") == std::string::npos);
}

TEST_CASE("a rule parts two texts, and stands neither before a heading nor at the end") {
    const doc::Block rule{doc::ThematicBreak{}, {}};
    const auto rules = [&](doc::Blocks body) {
        const std::string written = write_epub(book_of(std::move(body))).text("page");
        std::size_t count = 0;
        for (std::size_t at = 0; (at = written.find("<hr/>", at)) != std::string::npos; ++at)
            ++count;
        return count;
    };
    CHECK(rules({paragraph("Un."), rule, paragraph("Deux.")}) == 1);
    CHECK(rules({paragraph("Un."), rule, heading("Deux", "page--d"), paragraph("Trois."), rule}) ==
          0);
}

TEST_CASE("lines are no longer than can be read on a wide screen") {
    const auto written = write_epub(book_of({paragraph("a")}));
    const auto& css = written.files.at("EPUB/style.css");
    CHECK(css.find("@media (min-width: 60em) { body > section, body > nav { max-width: 44em;") !=
          std::string::npos);
}

TEST_CASE("marked text has its colours where the ground is light, and a line where it is not") {
    const auto written = write_epub(book_of({paragraph("a")}));
    const auto& css = written.files.at("EPUB/style.css");
    const auto light = css.find("@media not (prefers-color-scheme: dark)");
    CHECK(css.find(".ground-yellow { background: #fff3b8; }") > light);
    CHECK(css.find(".text-red { color: #b41e1e; }") > light);
    CHECK(css.find("mark { color: inherit; background: none; text-decoration: underline; }") <
          light);
}
