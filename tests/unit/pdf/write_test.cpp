#include "pdf/write.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "pdf/object/format.hpp"
#include "sample.hpp"
#include "verify/verify.hpp"

using namespace triptych;
using namespace triptych::pages;
using sample::count;
using sample::holds;
using sample::Maker;

namespace {

/// The first readable object that holds `text`.
std::string object_with(const std::string& file, std::string_view text) {
    const std::size_t at = file.find(text);
    if (at == std::string::npos) return {};
    const std::size_t from = file.rfind(" 0 obj", at);
    return file.substr(from, file.find("endobj", at) - from);
}

ElementId paragraph(Maker& maker, std::string_view text) {
    const ElementId element = maker.element(Tag::paragraph);
    maker.text(element, 30, 100, text);
    return element;
}

std::string hex_of(std::string_view utf8) {
    std::string out;
    pdf::object::append_hex(out, pdf::object::utf16(utf8));
    return out;
}

}  // namespace

TEST_CASE("the catalogue says what PDF/UA and PDF/A ask for") {
    Maker maker;
    maker.page();
    paragraph(maker, "Texte");
    const std::string file = maker.write();
    const std::string catalogue = object_with(file, "/Type /Catalog");
    for (const char* entry : {"/Lang (fr)", "/Marked true", "/StructTreeRoot", "/Metadata",
                              "/OutputIntents", "/DisplayDocTitle true"}) {
        CAPTURE(entry);
        CHECK(holds(catalogue, entry));
    }
    CHECK(holds(file, "<pdfuaid:part>1</pdfuaid:part>"));
    CHECK(holds(file, "<pdfaid:part>2</pdfaid:part>"));
    CHECK(holds(file, "<pdfaid:conformance>A</pdfaid:conformance>"));
    CHECK(holds(file, "/S /GTS_PDFA1"));
    CHECK(holds(file, "/Tabs /S"));
    CHECK_FALSE(holds(file, "CreationDate"));
    CHECK_FALSE(holds(file, "xmp:CreateDate"));
}

TEST_CASE("a date is written in both places") {
    Maker maker;
    maker.page();
    maker.pages.information.date = 1'767'225'599;
    const std::string file = maker.write();
    CHECK(holds(file, "/CreationDate (D:20251231235959Z)"));
    CHECK(holds(file, "<xmp:CreateDate>2025-12-31T23:59:59Z</xmp:CreateDate>"));
    maker.pages.information.date = INT64_MIN;
    CHECK(holds(maker.write(), "D:19700101000000Z"));
    maker.pages.information.date = INT64_MAX;
    CHECK(holds(maker.write(), "D:99991231235959Z"));
}

TEST_CASE("a document without title, language, elements or pages is still whole") {
    Maker maker;
    maker.pages.information = {};
    maker.pages.information.language = "not a tag";
    maker.pages.elements.clear();
    maker.pages.destinations.push_back({"nowhere", 0, {}});
    const std::string file = maker.write();
    CHECK(holds(file, "/Lang (und)"));
    CHECK(holds(file, "<rdf:li xml:lang=\"x-default\">Document</rdf:li>"));
    CHECK(holds(file, "/S /Document"));
    CHECK(holds(file, "/Count 1"));
}

TEST_CASE("metadata say the same in both places, whatever the book says") {
    Maker maker;
    maker.page();
    paragraph(maker, "Texte");
    Information& said = maker.pages.information;
    said.title = " A\x01\r\n\tB\x7F<&>\"'\xEF\xBF\xBE\xEF\xBB\xBF\xC2\x85 ]]> \xFF\xED\xA0\x80 ";
    said.author = "\xF0\x9F\x98\x80 \xF3\xBF\xBF\xBF";
    said.subject = std::string(70'000, 'x') + "\xC3\xA9";
    said.keywords = "\xE2\x80\xA8";
    said.rights = said.publisher = "&amp;";
    said.language = "fr-";
    for (const std::optional<std::int64_t> date :
         {std::optional<std::int64_t>{}, {-1}, {1 << 30}}) {
        said.date = date;
        for (const auto& violation : verify::verify(maker.write()))
            FAIL_CHECK(violation.clause, ": ", violation.message);
    }
    said.title = "\x01 \xEF\xBB\xBF";
    CHECK(holds(maker.write(), "/Title (Document)"));
}

TEST_CASE("strings keep to the limit of PDF/A, however long a line or a name is") {
    Maker maker;
    maker.page();
    paragraph(maker, std::string(40'000, 'n'));
    std::string marks = "e";
    for (int i = 0; i < 9'000; ++i) marks += "\xCC\x81";
    paragraph(maker, marks);
    maker.pages.destinations = {{std::string(40'000, 'n'), 0, {}}, {"b", 0, {}}};
    maker.pages.bookmarks = {{std::string(40'000, 'n'), 1, std::string(40'000, 'n'), true}};
    const ElementId link = maker.element(Tag::link, paragraph(maker, "Voir "));
    maker.text(link, 60, 100, "ici");
    maker.item(link, 60, 92, LinkArea{{}, std::string(40'000, 'n'), {}, "Loin"});
    maker.at(link).alternative = std::string(40'000, 'n');
    for (const pdf::Packing packing : {pdf::Packing::compact, pdf::Packing::readable})
        for (const auto& violation : verify::verify(maker.write(packing)))
            FAIL_CHECK(violation.clause, ": ", violation.message);
}

TEST_CASE("for a press, black and grey are black ink, and black text overprints") {
    Maker maker;
    maker.page();
    paragraph(maker, "Texte");
    const auto painted = [&](Colour colour) {
        maker.item(ElementId::layout_artifact, 10, 10, sample::box(5, 6, colour, {}));
        return maker.pages.pages[0].items.size();
    };
    painted({27, 29, 34});
    painted({86, 92, 104});
    painted({20, 48, 77});
    painted({237, 245, 238});
    painted({255, 255, 255});
    maker.prepare_for_press();
    const std::string file = maker.write();
    CHECK(holds(file, "0 0 0 1 k\n/Over gs\n"));
    CHECK(holds(file, "/Knock gs\n10 579 5 6 re"));
    CHECK(holds(file, "0 0 0 .639 k\n"));
    CHECK(holds(file, ".078 .188 .302 rg\n"));
    CHECK(holds(file, ".929 .961 .933 rg\n"));
    CHECK(holds(file, "0 0 0 0 k\n"));
    CHECK(count(file, " gs\n") == 2);
    CHECK(holds(file, "/DefaultRGB [/ICCBased"));
    CHECK(holds(file, "PDF/X-4<"));
    CHECK_FALSE(holds(file, "pdfaid:part>"));
}

TEST_CASE("a press without a date or a profile gets no claim that the file can't hold") {
    Maker maker;
    maker.page();
    paragraph(maker, "Texte");
    maker.prepare_for_press();
    maker.pages.information.date.reset();
    std::string file = maker.write();
    CHECK_FALSE(holds(file, "GTS_PDFXVersion>"));
    CHECK(holds(file, "/S /GTS_PDFX"));
    maker.pages.information.date = 0;
    maker.press->profile.resize(1000);
    file = maker.write();
    CHECK_FALSE(holds(file, "GTS_PDFXVersion>"));
    CHECK_FALSE(holds(file, "/OutputIntents"));
}

TEST_CASE("the same bytes whatever the jobs, other bytes for other content") {
    Maker maker;
    for (int i = 0; i < 150; ++i) {
        maker.page();
        paragraph(maker, "Page " + std::to_string(i) + ", à l’identique. ");
    }
    const std::string one = maker.write(pdf::Packing::compact, 1);
    CHECK(one == maker.write(pdf::Packing::compact, 2));
    CHECK(one.starts_with("%PDF-1.7\n"));
    CHECK(maker.write(pdf::Packing::readable, 1) == maker.write(pdf::Packing::readable, 2));
    maker.text(ElementId{1}, 30, 200, "Un mot de plus");
    CHECK(one != maker.write(pdf::Packing::compact, 1));
}

TEST_CASE("ToUnicode tells ligatures, characters beyond the BMP and second meanings") {
    Maker maker;
    maker.page();
    paragraph(maker, "efficace \xF0\x9F\x98\x80 a\xC2\xA0\x62");
    const std::string file = maker.write();
    CHECK(holds(file, hex_of("\xF0\x9F\x98\x80")));
    CHECK(holds(file, hex_of("\xC2\xA0")));
    CHECK((holds(file, hex_of("ffi")) || holds(file, hex_of("ff")) || holds(file, hex_of("f"))));
    CHECK_FALSE(holds(file, "/CIDToGIDMap /Identity"));
    CHECK(maker.diagnostics.all().empty());
}

TEST_CASE("letters with marks of their own glyphs carry their text") {
    Maker maker;
    maker.page();
    paragraph(maker, "x\xCC\xB1");
    std::string span = "/Span<</ActualText";
    pdf::object::append_hex(span, "\xFE\xFF" + pdf::object::utf16("x\xCC\xB1"));
    CHECK(holds(maker.write(), span + ">>BDC"));
}

TEST_CASE("private characters carry ActualText (ISO 19005-2 6.2.11.7.3)") {
    Maker maker;
    maker.page();
    const ElementId element = paragraph(maker, "A");
    auto& run = std::get<GlyphRun>(maker.pages.pages[0].items.back().content);
    run.text = "\xEE\x80\x80";
    CHECK(holds(maker.write(), "/ActualText<FEFFE000>"));
    CHECK(element == ElementId{1});
}

TEST_CASE("a glyph without a face is a box with its text, never .notdef") {
    Maker maker;
    maker.page();
    paragraph(maker, "A\xE4\xB8\xAD");
    const std::string file = maker.write();
    CHECK(holds(file, "/ActualText<FEFF4E2D>"));
    CHECK(holds(file, " re\nS\nEMC\n"));
    maker.text(ElementId{1}, 30, 130, "a \xE4\xB8\xAD b");
    CHECK(holds(maker.write(), "/ActualText<FEFF4E2D>>>BDC\n<"));
    CHECK_FALSE(holds(file, "<0000>Tj"));
}

TEST_CASE("a page of text that no face has is boxes, and names no font") {
    Maker maker;
    maker.page();
    paragraph(maker, "\xE4\xB8\xAD");
    // Vowel signs and their letter are one cluster of several glyphs, and all are missing.
    maker.text(ElementId{1}, 30, 130, "\xE0\xA4\xB9\xE0\xA4\xBF");
    auto& run = std::get<GlyphRun>(maker.pages.pages[0].items.back().content);
    REQUIRE(run.glyphs.size() == 2);
    run.glyphs[1].text = run.glyphs[0].text;
    const std::string file = maker.write();
    CHECK(holds(file, "/ActualText<FEFF0939093F>"));
    CHECK(count(file, " re\nS\n") == 3);
    CHECK(count(file, "EMC\n") == 3);
    CHECK_FALSE(holds(file, " Tf\n"));
    CHECK(verify::verify(file).empty());
}

TEST_CASE("a missing glyph among others of its cluster is a box") {
    Maker maker;
    maker.page();
    paragraph(maker, "abc");
    auto& run = std::get<GlyphRun>(maker.pages.pages[0].items.back().content);
    run.glyphs[1].id = 0;
    run.glyphs[1].text = run.glyphs[0].text;
    const std::string file = maker.write();
    CHECK(holds(file, "/ActualText<FEFF00610062>"));
    CHECK(count(file, " re\nS\n") == 1);
    CHECK(verify::verify(file).empty());
}

TEST_CASE("text ends where layout put it") {
    Maker maker;
    maker.page();
    paragraph(maker, "nnnnnnnn");
    auto& run = std::get<GlyphRun>(maker.pages.pages[0].items.back().content);
    run.glyphs[3].advance += 5 * 65536;  // 5 pt of 12 pt: 417 thousandths
    CHECK(holds(maker.write(), ">-417<"));
    run.stretch = 66519;  // 101.5 %
    CHECK(holds(maker.write(), "101.5 Tz"));
}

TEST_CASE("links have an annotation, a description and a place in the structure") {
    Maker maker;
    maker.page();
    const ElementId element = paragraph(maker, "Voir ");
    const ElementId link = maker.element(Tag::link, element);
    const ElementId lost = maker.element(Tag::link, element);
    maker.text(link, 60, 100, "ici");
    maker.text(lost, 90, 100, "perdu");
    const Size size{Length::points(20), Length::points(10)};
    maker.item(link, 60, 92, LinkArea{size, "", "https://example.org/\xC3\xA9 (1)", "Le site"});
    maker.item(lost, 90, 92, LinkArea{size, "nowhere", "", "Rien"});
    maker.item(element, 90, 92, LinkArea{size, "", "https://example.org", "Not in a link"});
    maker.item(ElementId::layout_artifact, 0, 0, LinkArea{size, "", "https://a.b", "Artifact"});
    const std::string file = maker.write();
    CHECK(count(file, "/Subtype /Link") == 1);
    const std::string annotation = object_with(file, "/Subtype /Link");
    CHECK(holds(annotation, "/Contents (Le site)"));
    CHECK(holds(annotation, "/F 4"));
    CHECK(holds(annotation, "/StructParent 1"));
    CHECK(holds(annotation, "/Rect [60 493 80 503]"));
    CHECK(holds(annotation, "(https://example.org/%C3%A9%20\\(1\\))"));
    CHECK(holds(object_with(file, "/S /Link"), "/Type /OBJR"));
}

TEST_CASE("bookmarks, destinations and labels") {
    Maker maker;
    for (int i = 0; i < 5; ++i) {
        maker.page();
        maker.pages.pages.back().numbering = i < 2 ? Numbering::roman : Numbering::decimal;
        maker.pages.pages.back().number = static_cast<std::uint32_t>(i < 2 ? i + 1 : i - 1);
    }
    maker.pages.destinations = {{"b", 3, {}}, {"a", 2, {Length::points(10), Length::points(20)}}};
    maker.pages.bookmarks = {{"One", 1, "a", true},
                             {"Deep", 4, "b", true},
                             {"Two", 1, "b", false},
                             {"Inner", 2, "missing", true}};
    const std::string file = maker.write();
    CHECK(holds(file, "/Names [(a) ["));
    CHECK(holds(file, "/XYZ 10 575 null"));
    CHECK(holds(object_with(file, "/Type /Outlines"), "/Count 3"));
    CHECK(holds(object_with(file, "/Title (One)"), "/Count 1"));
    CHECK(holds(object_with(file, "/Title (Two)"), "/Count -1"));
    CHECK_FALSE(holds(object_with(file, "/Title (Inner)"), "/Dest"));
    const std::string labels = object_with(file, "/Nums [0 <<");
    CHECK(holds(labels, "/S /r"));
    CHECK(holds(labels, "2 <<"));
    CHECK(count(labels, "<<") == 3);  // the object itself and two ranges
}

TEST_CASE("boxes keep to the limits of PDF/A") {
    Maker maker;
    maker.page().size = {Length::points(1), Length::points(20'000)};
    CHECK(holds(maker.write(), "/MediaBox [0 0 3 14400]"));
    maker.pages.pages[0].size = {Length::points(100), Length::points(200)};
    maker.pages.pages[0].bleed = Length::points(8.5);
    CHECK(holds(maker.write(), "/TrimBox [8.5 8.5 91.5 191.5]"));
}

TEST_CASE("paths: rectangles are one operator, colours are set once") {
    Maker maker;
    maker.page();
    for (int i = 0; i < 2; ++i)
        maker.item(ElementId::layout_artifact, 10, 10, sample::box(5, 6, Colour{255, 0, 51}, {}));
    Path open;
    open.segments = {LineTo{{Length::points(1), {}}}, CurveTo{}};
    open.stroke = Colour{};
    maker.item(ElementId::layout_artifact, 10, 10, open);
    const std::string file = maker.write();
    CHECK(count(file, "10 579 5 6 re\nf\n") == 2);
    CHECK(count(file, "1 0 .2 rg") == 1);
    CHECK(holds(file, "10 585 m\n11 585 l\n"));
    CHECK(count(file, "/Artifact<</Type/Layout>>BDC") == 1);
}

TEST_CASE("turned items are drawn on the page held by its right edge, links with them") {
    Maker maker;
    maker.page().size = {Length::points(200), Length::points(300)};
    const ElementId link = maker.element(Tag::link);
    maker.text(link, 40, 250, "Large");
    maker.item(link, 30, 250,
               LinkArea{{Length::points(60), Length::points(10)}, {}, "https://a.fr", "A"});
    for (Item& item : maker.pages.pages.back().items) item.orientation = Orientation::turned;
    maker.text(maker.element(Tag::paragraph), 40, 280, "Droit");
    const std::string file = maker.write();
    CHECK(holds(file, "q\n0 1 -1 0 200 0 cm\nBT"));
    CHECK(holds(file, "50 160 Td"));
    CHECK(holds(file, "Q\nEMC"));
    CHECK(holds(file, "40 20 Td"));
    CHECK(holds(file, "/Rect [30 50 40 110]"));
}
