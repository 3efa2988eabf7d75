#include "verify/verify.hpp"

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "seeding.hpp"
#include "verify/derive.hpp"

// PDF 2.0: what is written keeps PDF/UA-2 and PDF/A-4, and what breaks them is found.

using namespace triptych;
using namespace triptych::pages;
using sample::count;
using sample::fill;
using sample::finds;
using sample::holds;
using sample::Maker;
using sample::seeded;

namespace {

constexpr const char* half_as_mathml =
    "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>x</mi><mo>=</mo>"
    "<mfrac><mn>1</mn><mn>2</mn></mfrac></math>";

/// A cited note, a link to a heading, contents, a captioned picture, a formula, stressed words.
void fill_modern(Maker& maker) {
    maker.standard = PdfStandard::ua2;
    fill(maker);
    maker.page();
    const ElementId section = maker.element(Tag::section);
    const ElementId toc = maker.element(Tag::toc, section);
    const ElementId entry = maker.element(Tag::toc_item, toc);
    const ElementId listed = maker.element(Tag::link, maker.element(Tag::reference, entry));
    maker.text(listed, 30, 50, "Chapitre");
    maker.item(listed, 30, 40,
               LinkArea{{Length::points(60), Length::points(10)}, "chapitre", "", "Chapitre"});
    const ElementId outside = maker.element(Tag::toc_item, toc);
    maker.text(maker.element(Tag::reference, outside), 30, 60, "Ailleurs");
    maker.text(maker.element(Tag::heading2, section), 30, 90, "Chapitre");
    const ElementId paragraph = maker.element(Tag::paragraph, section);
    maker.text(maker.element(Tag::emphasis, paragraph), 30, 110, "Un mot ");
    const ElementId citing = maker.element(Tag::link, maker.element(Tag::reference, paragraph));
    maker.text(citing, 80, 110, "1");
    maker.item(citing, 80, 100,
               LinkArea{{Length::points(6), Length::points(10)}, "note-7", "", "Note 1"});
    const ElementId formula = maker.element(Tag::formula, maker.element(Tag::paragraph, section));
    maker.at(formula).alternative = "x égale un demi";
    maker.at(formula).source = half_as_mathml;
    maker.text(formula, 30, 130, "x=1");
    maker.item(formula, 50, 132, sample::box(6, 1, Colour{0, 0, 0}, {}));
    maker.text(formula, 50, 140, "2");
    const ElementId division = maker.element(Tag::division, section);
    const ElementId figure = maker.element(Tag::figure, division);
    maker.at(figure).alternative = "Un carré";
    maker.item(figure, 30, 150, sample::box(20, 20, Colour{0, 0, 0}, {}));
    maker.text(maker.element(Tag::caption, division), 30, 190, "Le carré");
    const ElementId note = maker.element(Tag::note, section);
    maker.at(note).id = "note-7";
    maker.text(maker.element(Tag::paragraph, note), 30, 500, "La source");
    maker.pages.destinations = {{"chapitre", 1, {Length::points(30), Length::points(75)}},
                                {"note-7", 1, {Length::points(30), Length::points(490)}}};
    maker.pages.bookmarks = {{"Chapitre", 1, "chapitre", true}};
    maker.pages.full_screen = true;
}

void check_kept(const std::string& file) {
    const auto violations = verify::verify(file);
    for (const auto& violation : violations) MESSAGE(violation.clause, ": ", violation.message);
    CHECK(violations.empty());
}

}  // namespace

TEST_CASE("PDF 2.0 keeps the rules of PDF/UA-2 and PDF/A-4") {
    Maker maker;
    fill_modern(maker);
    for (const pdf::Packing packing : {pdf::Packing::compact, pdf::Packing::readable}) {
        const std::string file = maker.write(packing);
        check_kept(file);
        CHECK(verify::verify_claims(file).claims == "PDF/UA-2, PDF/A-4f, WTPDF 1.0");
    }
    maker.attached = {{"page.md", "text/markdown", "Source", "La page", "# Titre\n"}};
    const std::string file = maker.write();
    check_kept(file);
    CHECK(holds(file, "/F (page.md)"));
    CHECK(holds(file, "# Titre"));
}

TEST_CASE("without files the claim is PDF/A-4") {
    Maker maker;
    maker.standard = PdfStandard::ua2;
    fill(maker);
    const std::string file = maker.write();
    check_kept(file);
    CHECK(verify::verify_claims(file).claims == "PDF/UA-2, PDF/A-4, WTPDF 1.0");
    CHECK_FALSE(holds(file, "/Producer ("));  // there is no information dictionary
}

TEST_CASE("elements of PDF 2.0 say what those of PDF 1.7 can't") {
    Maker maker;
    fill_modern(maker);
    const std::string file = maker.write();
    for (const char* text :
         {"/S /FENote", "/NoteType /Footnote", "/S /Em", "/S /THead", "/S /TBody", "/S /Title",
          "/S /math", "/S /mfrac", "/SD [", "/AFRelationship /Supplement", "/Namespaces"}) {
        CAPTURE(text);
        CHECK(holds(file, text));
    }
    CHECK(count(file, "/S /mn\n") == 2);
    CHECK_FALSE(holds(file, "/Alt (x "));  // words would hide the formula from readers
    maker.standard = PdfStandard::ua1;
    maker.pages.elements.resize(1);
    maker.pages.pages.clear();
    fill(maker);
    const std::string older = maker.write();
    for (const char* text : {"/NS ", "/SD [", "/S /THead", "/Namespaces", "/EmbeddedFiles"})
        CHECK_FALSE(holds(older, text));
}

TEST_CASE("every element may stand where it is written, whatever was asked for") {
    Maker maker;
    maker.standard = PdfStandard::ua2;
    maker.page();
    for (int tag = 1; tag <= static_cast<int>(Tag::math); ++tag)
        for (int child = 1; child <= static_cast<int>(Tag::math); ++child) {
            const ElementId outer = maker.element(static_cast<Tag>(tag));
            maker.text(maker.element(static_cast<Tag>(child), outer), 30, 30, "x");
        }
    check_kept(maker.write());
}

TEST_CASE("a listing is one piece of code with its lines") {
    Maker maker;
    maker.standard = PdfStandard::ua2;
    maker.page();
    const ElementId listing = maker.element(Tag::paragraph);
    maker.text(maker.element(Tag::code, listing), 30, 30, "let a = 1;");
    maker.text(maker.element(Tag::code, listing), 30, 45, "let b = 2;");
    const ElementId text = maker.element(Tag::paragraph);
    maker.text(maker.element(Tag::code, text), 30, 70, "a");
    maker.text(text, 40, 70, " and ");
    maker.text(maker.element(Tag::code, text), 70, 70, "b");
    const std::string file = maker.write();
    check_kept(file);
    CHECK(count(file, "/S /Code") == 3);
    CHECK(count(file, "/S /Sub") == 2);
    CHECK(holds(verify::derive_html(file), "let a = 1;</span>\n<span"));
}

TEST_CASE("faults of PDF 2.0 are found") {
    Maker maker;
    fill_modern(maker);
    const std::string file = maker.write();
    struct Fault {
        std::string from, to;
        const char* clause;
    };
    for (const Fault& fault : std::vector<Fault>{
             {"<pdfuaid:part>2", "<pdfuaid:part>3", "ISO 14289-2 5"},
             {"<pdfuaid:rev>2024", "<pdfuaid:rev>20x4", "ISO 14289-2 5"},
             {"<pdfaid:rev>2020", "<pdfaid:rev>20x0", "ISO 19005-4 6.7.3"},
             {"<pdfaid:conformance>F", "<pdfaid:conformance>B", "ISO 19005-4 6.7.3"},
             {"%PDF-2.0\n%", "%PDF-2.0\n ", "ISO 19005-4 6.1.2"},
             {"/Marked true", "/Marked null", "ISO 14289-2 6.2"},
             {"/Lang (fr)", "/Lang (f!)", "ISO 14289-2 8.4.4"},
             {"/S /Document", "/S /Documens", "ISO 14289-2 8.2.5.2"},
             {"/S /Title", "/S /Tytle", "ISO 14289-2 8.2.4"},
             {"/S /Aside", "/S /Assdi", "ISO 14289-2 8.2.4"},
             {"/P 1", "/P 2", "ISO 14289-2 8.2.1"},
             {"/Footnote", "/Footnate", "ISO 14289-2 8.2.5.14"},
             {"/S /THead", "/S /Title", "ISO 32005 table 5"},
             {"/S /Caption", "/S /LBody  ", "ISO 32005 table 5"},
             {"/ListNumbering /Disc", "/ListNumbering /None", "ISO 14289-2 8.2.5.25"},
             {"/ColSpan 2", "/ColSpan 3", "ISO 14289-2 8.2.5.26"},
             {"/Alt", "/Alx", "ISO 14289-2 8.2.5.28.2"},
             {"/S /Formula", "/S /Caption", "ISO 14289-2 8.2.5.29"},
             {"/SD [", "/SX [", "ISO 14289-2 8.8"},
             {"/Tabs /S", "/Tabs /R", "ISO 14289-2 8.9.3.3"},
             {"/Namespaces", "/Namespacez", "ISO 32000-2 14.7.4.2"},
             {"/Desc <", "/Desk <", "ISO 14289-2 8.14.1"},
             {"/AFRelationship", "/AFRelationshxx", "ISO 19005-4 6.9"},
             {"/UF (", "/UX (", "ISO 19005-4 6.9"},
             {"/application#2Fmathml+xml", "/application_2Fmathml_xml", "ISO 19005-4 6.9"},
             {"/EmbeddedFiles", "/EmbeddedFilez", "ISO 32000-2 14.13"},
             {"/S /H1", "/S /H4", "ISO 14289-2 8.2.5.12"},
             {"/F 4", "/F 0", "ISO 19005-4 6.3.2"},
             {"/FontFile2", "/FontFilx2", "ISO 14289-2 8.4.5.5.1"},
             {"/ToUnicode", "/TxUnicode", "ISO 14289-2 8.4.5.8"},
             {"/W [", "/V [", "ISO 14289-2 8.4.5.6"},
             {"/Artifact<<", "/Artifict<<", "ISO 14289-2 8.2.2"}}) {
        CAPTURE(fault.from);
        CAPTURE(fault.to);
        if (file.find(fault.from) == std::string::npos) {
            FAIL_CHECK("nothing to seed in");
            continue;
        }
        CHECK(finds(seeded(file, fault.from, fault.to), fault.clause));
    }
}

TEST_CASE("no text has characters whose meaning nobody else knows") {
    Maker maker;
    fill_modern(maker);
    const std::string odd = "\xEE\x80\x80 \xF3\xB0\x80\x80";  // U+E000, U+F0000
    maker.text(maker.element(Tag::paragraph), 30, 300, odd);
    const ElementId figure = maker.element(Tag::figure);
    maker.at(figure).alternative = "Un signe : " + odd;
    maker.item(figure, 30, 310, sample::box(5, 5, Colour{0, 0, 0}, {}));
    const ElementId link = maker.element(Tag::link, maker.element(Tag::paragraph));
    maker.text(link, 30, 330, "ici");
    maker.item(
        link, 30, 320,
        LinkArea{{Length::points(20), Length::points(9)}, "", "https://a.b/c", "Vers " + odd});
    maker.pages.bookmarks.push_back({"Signet " + odd, 1, "chapitre", true});
    const std::string file = maker.write();
    check_kept(file);
    CHECK(holds(file, "/Title <FEFF005300690067006E006500740020FFFD0020FFFD0020>"));
    CHECK(finds(text::replace_all(file, "FFFD", "E000"), "ISO 14289-2 8.4.3"));
    CHECK(finds(text::replace_all(file, "0020FFFD0020FFFD0020>", "0020E0000020E0000020>"),
                "ISO 14289-2 8.6"));
}

TEST_CASE("notes, contents and links without their elements are found") {
    Maker maker;
    fill_modern(maker);
    std::string file = maker.write();
    const auto without = [&](std::string_view type, std::string_view key) {
        std::string out = file;
        const std::size_t at = out.find(std::string("/S /") + std::string(type) + "\n");
        REQUIRE(at != std::string::npos);
        const std::size_t entry = out.find(key, at);
        REQUIRE(entry < out.find("endobj", at));
        return out.replace(entry, 2, "/X");
    };
    CHECK(finds(without("FENote", "/Ref ["), "ISO 14289-2 8.2.5.14"));
    CHECK(finds(without("TOCI", "/Ref ["), "ISO 14289-2 8.2.5.8"));
}

TEST_CASE("a file is held against what it claims") {
    Maker maker;
    fill(maker);
    const std::string file = maker.write();
    CHECK(verify::verify_claims(file).claims == "PDF/UA-1, PDF/A-2a");
    // Of PDF/UA alone: what only PDF/A forbids is no fault.
    std::string other =
        seeded(file, "<pdfaid:part>2</pdfaid:part>", "<pdfxxx:part>2</pdfxxx:part>");
    other = seeded(other, "pdfaid:conformance>A</pdfaid:conformance",
                   "pdfxxx:conformance>A</pdfxxx:conformance");
    CHECK(verify::verify_claims(other).claims == "PDF/UA-1");
    CHECK(verify::verify(seeded(other, "/F 4", "/F 0")).empty());
    CHECK(finds(seeded(other, "/Tabs /S", "/Tabs /R"), "ISO 14289-1 7.18.3"));
}
