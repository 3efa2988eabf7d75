#include "verify/verify.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/text.hpp"
#include "seeding.hpp"

using namespace triptych;
using namespace triptych::pages;
using sample::file_with;
using sample::fill;
using sample::finds;
using sample::Maker;
using sample::seeded;

TEST_CASE("what the exporter writes keeps the rules") {
    Maker maker;
    fill(maker);
    for (const pdf::Packing packing : {pdf::Packing::compact, pdf::Packing::readable}) {
        const auto violations = verify::verify(maker.write(packing));
        for (const auto& violation : violations) MESSAGE(violation.clause, ": ", violation.message);
        CHECK(violations.empty());
    }
}

TEST_CASE("broken trees are repaired on the way") {
    Maker maker;
    maker.page();
    for (int tag = 0; tag <= static_cast<int>(Tag::division); ++tag)
        for (int child = 0; child <= static_cast<int>(Tag::division); ++child) {
            const ElementId outer = maker.element(static_cast<Tag>(tag));
            maker.text(maker.element(static_cast<Tag>(child), outer), 30, 30, "x");
        }
    const auto violations = verify::verify(maker.write());
    for (const auto& violation : violations) MESSAGE(violation.clause, ": ", violation.message);
    CHECK(violations.empty());
}

TEST_CASE("seeded faults are found") {
    Maker maker;
    fill(maker);
    const std::string file = maker.write();
    struct Fault {
        std::string from, to;
        const char* clause;
    };
    for (const Fault& fault :
         std::vector<Fault>{{"/Marked true", "/Marked null", "ISO 14289-1 6.2"},
                            {"/DisplayDocTitle", "/DisplayDocTotle", "ISO 14289-1 7.1"},
                            {"/Lang (fr)", "/Lang (f!)", "ISO 14289-1 7.2"},
                            {"<pdfuaid:part>1", "<pdfuaid:part>2", "ISO 14289-1 5"},
                            {"<pdfaid:conformance>A", "<pdfaid:conformance>X", "ISO 19005-2 6.6.4"},
                            {"<dc:title>", "<dc:tytle>", "ISO 14289-1 7.1"},
                            {"/GTS_PDFA1", "/GTS_PDFX1", "ISO 19005-2 6.2.4.3"},
                            {"/ID [", "/Ix [", "ISO 19005-2 6.1.3"},
                            {"/Tabs /S", "/Tabs /R", "ISO 14289-1 7.18.3"},
                            {"/F 4", "/F 0", "ISO 19005-2 6.3.2"},
                            {"/Contents (Le lien)", "/Contxxts (Le lien)", "ISO 14289-1 7.18.5"},
                            {"/S /Link", "/S /Span", "ISO 14289-1 7.18.5"},
                            {"/StructParent 1", "/StructParent 9", "ISO 32000-1 14.7.4.4"},
                            {"/S /URI", "/S /URL", "ISO 19005-2 6.5.1"},
                            {"/Alt", "/Alx", "ISO 14289-1 7.3"},
                            {"/ID (note", "/Ix (note", "ISO 14289-1 7.9"},
                            {"/ID (head", "/Ix (head", "ISO 14289-1 7.5"},
                            {"/ColSpan 2", "/ColSpan 3", "ISO 14289-1 7.2"},
                            {"/ColSpan 2", "/RowSpan 2", "ISO 14289-1 7.2"},
                            {"%PDF-1.7\n%", "%PDF-1.7\n ", "ISO 19005-2 6.1.2"},
                            {"%%EOF\n", "%%EOF ", "ISO 19005-2 6.1.3"},
                            {" rg\n", "  k\n", "ISO 19005-2 6.2.4.3"},
                            {" Td\n", " Tq\n", "ISO 19005-2 6.2.2"},
                            {"/F0 12 Tf", "/F9 12 Tf", "ISO 19005-2 6.2.2"},
                            {"/W [", "/V [", "ISO 14289-1 7.21.5"},
                            {"<0054>", "<E054>", "ISO 19005-2 6.2.11.7.3"},
                            {"/FontName", "/FontNume", "ISO 19005-2 6.2.11.2"},
                            {"/Identity-H", "/Identity-X", "ISO 14289-1 7.21.3.3"},
                            {"/Ascent", "/CIDSet", "ISO 14289-1 7.21.4.2"},
                            {"category>internal", "category>ordinary", "ISO 19005-2 6.6.2.3.3"},
                            {"prefix>pdfuaid", "prefix>pdfuaix", "ISO 19005-2 6.6.2.3.1"},
                            {"</dc:title>", "</dc:tytle>", "ISO 19005-2 6.6.2.1"},
                            {"begin=", "bytes=", "ISO 19005-2 6.6.2.1"},
                            {"/Title (Un titre)", "/Title (Un tigre)", "ISO 32000-1 14.3"},
                            {"/Subtype /Link", "/Subtype /3D  ", "ISO 19005-2 6.3.1"},
                            {"/Border", "/AA    ", "ISO 19005-2 6.5.2"},
                            {"/QuadPoints", "/PresSteps ", "ISO 19005-2 6.10"},
                            {"/Length1", "/FFilter", "ISO 19005-2 6.1.7.1"},
                            {"/S /H1", "/S /H4", "ISO 14289-1 7.4.2"},
                            {"/S /LI\n", "/S /TR\n", "ISO 14289-1 7.2"},
                            {"/Aside /Sect", "/Asides /Sec", "ISO 14289-1 7.1"},
                            {"/H1<</MCID 0>>", "/H1<</MXID 0>>", "ISO 14289-1 7.1"},
                            {"/H2<</MCID 1>>", "/H2<</MCID 0>>", "ISO 32000-1 14.7.4"},
                            {"/H2<</MCID 1>>", "/H2<</MCIX 1>>", "ISO 32000-1 14.7.4"},
                            {"/Artifact<<", "/Artifict<<", "ISO 14289-1 7.1"},
                            {"/FontFile2", "/FontFilx2", "ISO 14289-1 7.21.4.1"},
                            {"/ToUnicode", "/TxUnicode", "ISO 14289-1 7.21.7"},
                            {"/CIDToGIDMap", "/CIDTxGIDMap", "ISO 14289-1 7.21.3.2"},
                            {"\nEMC", "\nEMX", "ISO 32000-1 14.6"},
                            {"/P 1", "/P 2", "ISO 14289-1 7.1"}}) {
        CAPTURE(fault.from);
        CAPTURE(fault.to);
        if (file.find(fault.from) == std::string::npos) {
            FAIL_CHECK("nothing to seed in");
            continue;
        }
        CHECK(finds(seeded(file, fault.from, fault.to), fault.clause));
    }
}

TEST_CASE("cells that neither names nor scopes lead to a header are found") {
    Maker maker;
    fill(maker);
    const std::string file = maker.write(),
                      unnamed = text::replace_all(file, "/Headers", "/Headxxs");
    CHECK_FALSE(finds(text::replace_all(file, "/Scope", "/Scape"), "ISO 14289-1 7.5"));
    CHECK(finds(text::replace_all(unnamed, "/Scope", "/Scape"), "ISO 14289-1 7.5"));
}

TEST_CASE("a code of .notdef and a code without text are found") {
    Maker maker;
    fill(maker);
    std::string file = maker.write();
    const std::size_t text = file.find("Tj\n");
    REQUIRE(text != std::string::npos);
    const std::size_t code = file.rfind('<', text) + 1;
    file.replace(code, 4, "0000");
    CHECK(finds(file, "ISO 14289-1 7.21.8"));
    file.replace(code, 4, "FFF0");
    CHECK(finds(file, "ISO 14289-1 7.21.7"));
}

TEST_CASE("a program without the glyph is found") {
    Maker maker;
    fill(maker);
    std::string file = maker.write();
    const std::size_t loca = file.find("loca");
    REQUIRE(loca != std::string::npos);
    CHECK(finds(file.replace(loca, 4, "locx"), "ISO 14289-1 7.21.4.1"));
}

TEST_CASE("objects that PDF/A-2 does not allow are found") {
    const auto stream = [](std::string entries) {
        return "<<" + entries + "/Length 0>>stream\n\nendstream";
    };
    struct Fault {
        std::string object;
        const char* clause;
    };
    for (const Fault& fault : std::vector<Fault>{
             {stream("/Subtype/Image/Interpolate true"), "ISO 19005-2 6.2.8"},
             {stream("/Subtype/Image/BitsPerComponent 3"), "ISO 19005-2 6.2.8"},
             {stream("/Subtype/Image/ImageMask true/BitsPerComponent 8"), "ISO 19005-2 6.2.8"},
             {stream("/Subtype/Form/StructParents 0"), "ISO 14289-1 7.20"},
             {"<</BaseFont/A#FFB>>", "ISO 19005-2 6.1.8"},
             {stream("/Subtype/Image/Intent/Vivid"), "ISO 19005-2 6.2.6"},
             {stream("/Subtype/Image/Alternates[]"), "ISO 19005-2 6.2.8"},
             {stream("/Subtype/PS"), "ISO 19005-2 6.2.9"},
             {stream("/Subtype/Form/PS<<>>"), "ISO 19005-2 6.2.9"},
             {stream("/Subtype/Form/Ref<<>>"), "ISO 14289-1 7.20"},
             {stream("/F(picture.bin)"), "ISO 19005-2 6.1.7.1"},
             {stream("/Filter[/LZWDecode]"), "ISO 19005-2 6.1.7.2"},
             {"<</BM/Dissolve>>", "ISO 19005-2 6.2.10"},
             {"<</Type/ExtGState/TR/Identity>>", "ISO 19005-2 6.2.5"},
             {"<</S/JavaScript/JS(1)>>", "ISO 19005-2 6.5.1"},
             {"<</A<</S/Launch>>>>", "ISO 19005-2 6.5.1"},
             {"<</XFA[]>>", "ISO 19005-2 6.4.2"},
             {"<</EF<<>>>>", "ISO 19005-2 6.8"},
             {"<</CS/DeviceCMYK>>", "ISO 19005-2 6.2.4.3"},
             {"[/ICCBased 4 0 R]", "ISO 19005-2 6.2.4.2"},
             {"<</TrimBox[0 0 2 300]>>", "ISO 19005-2 6.1.13"},
             {"[3000000000]", "ISO 19005-2 6.1.13"},
             {"(" + std::string(32768, 'x') + ")", "ISO 19005-2 6.1.13"},
             {"/" + std::string(128, 'x'), "ISO 19005-2 6.1.13"}}) {
        CAPTURE(fault.object.substr(0, 40));
        CHECK(finds(file_with(fault.object), fault.clause));
    }
}

TEST_CASE("captions that are out of place are found") {
    Maker maker;
    maker.page();
    const ElementId list = maker.element(Tag::list);
    maker.text(maker.element(Tag::caption, list), 30, 30, "Une liste");
    const ElementId item = maker.element(Tag::list_item, list);
    maker.text(maker.element(Tag::list_body, item), 30, 50, "Corps");
    std::string file = maker.write();
    CHECK(verify::verify(file).empty());
    const std::size_t kids = file.find("/K [", file.find("/S /L\n")) + 4;
    const std::size_t middle = file.find(" R ", kids) + 2, end = file.find(']', kids);
    const std::string first = file.substr(kids, middle - kids);
    file.replace(kids, end - kids, file.substr(middle + 1, end - middle - 1) + " " + first);
    CHECK(finds(file, "ISO 14289-1 7.2"));
}

TEST_CASE("contents beyond the limits are found") {
    for (const std::string& content :
         {"(" + std::string(32768, 'x') + ")Tj", std::string("[3000000000]0 d"),
          std::string("/Span<</MCID -3000000000>>BDC EMC")}) {
        const std::string stream =
            "<</Length " + std::to_string(content.size()) + ">>stream\n" + content + "\nendstream";
        CHECK(finds(file_with(stream, "/Contents 4 0 R"), "ISO 19005-2 6.1.13"));
    }
}

TEST_CASE("a file for a press is held against PDF/X-4") {
    Maker maker;
    fill(maker);
    maker.prepare_for_press();
    for (const pdf::Packing packing : {pdf::Packing::compact, pdf::Packing::readable}) {
        const auto violations = verify::verify(maker.write(packing));
        for (const auto& violation : violations) MESSAGE(violation.clause, ": ", violation.message);
        CHECK(violations.empty());
    }
    const std::string file = maker.write();
    for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
             {"%PDF-1.6", "%PDF-1.7"},
             {"/S /GTS_PDFX", "/S /GTS_PDFA"},
             {"/OutputConditionIdentifier", "/OutputConditionIdentifxxx"},
             {"prtrCMYK", "mntrCMYK"},
             {"/Trapped /False", "/Trapped /Maybe"},
             {"/CreationDate", "/CreationDatx"},
             {"<pdf:Trapped>", "<pdf:Tripped>"},
             {"PDF/X-4<", "PDF/X-3<"},
             {"<xmpMM:DocumentID>", "<xmpMM:DocumentIX>"},
             {"/TrimBox", "/TrimBux"},
             {"/BleedBox [20", "/BleedBox [40"},
             {"/PageLabels", "/OpenAction"},
             {"/DefaultRGB", "/DefaultRGX"}}) {
        const std::string changed = from;
        CAPTURE(changed);
        CHECK(finds(seeded(file, changed, to), "ISO 15930-7"));
    }
    CHECK(finds(seeded(file, "/N 3", "/N 4"), "ISO 32000-1 8.6.5.5"));
}

TEST_CASE("sheets for paper are held against PDF/A-2b") {
    Maker maker;
    fill(maker);
    maker.prepare_for_press();
    maker.press.reset();
    const std::string file = maker.write();
    CHECK(verify::verify(file).empty());
    CHECK(finds(seeded(file, "<pdfaid:part>2", "<pdfaid:part>7"), "ISO 19005-2 6.6.4"));
}

TEST_CASE("what is no PDF is a finding, not a crash") {
    const std::vector<verify::Violation> none = {{"ISO 32000-1 7.5.2", "not a PDF"}};
    CHECK(verify::verify("") == none);
    CHECK(verify::verify("<!DOCTYPE html>\n<title>A page</title>") == none);
    CHECK(finds("%PDF-1.7\nnothing", "ISO 32000-1 7"));
    Maker maker;
    fill(maker);
    const std::string file = maker.write(pdf::Packing::compact);
    CHECK(finds(file.substr(0, file.size() / 2), "ISO 32000-1 7"));
    for (std::size_t at = 0; at < file.size(); at += 97) {
        std::string damaged = file;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x40);
        CHECK(verify::verify(damaged).size() <= verify::most_violations);
    }
}
