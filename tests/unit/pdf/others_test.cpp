#include <doctest/doctest.h>

#include <cstdio>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "seeding.hpp"
#include "verify/verify.hpp"

// Files as other programs write them: what the standards allow is no fault, though we never write
// it.

using namespace triptych;
using sample::finds;

namespace {

std::string stream(const std::string& entries, const std::string& data) {
    return "<<" + entries + "/Length " + std::to_string(data.size()) + ">>\nstream\n" + data +
           "\nendstream";
}

/// Objects from 1 on, of which the first is the catalogue.
std::string file_of(const std::vector<std::string>& objects, const std::string& version = "1.7") {
    std::string out = "%PDF-" + version + "\n%\xE2\xE3\xCF\xD3\n";
    std::string table = "0000000000 65535 f \n";
    for (std::size_t i = 0; i < objects.size(); ++i) {
        char entry[32];
        std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", out.size());
        table += entry;
        out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string size = std::to_string(objects.size() + 1), start = std::to_string(out.size());
    return out + "xref\n0 " + size + "\n" + table + "trailer\n<</Root 1 0 R/Size " + size +
           "/ID[<41><41>]>>\nstartxref\n" + start + "\n%%EOF\n";
}

/// With a title in French alone, behind an empty line.
std::string packet(const std::string& claims) {
    return "\n<?xpacket begin=\"\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
           "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
           " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
           " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">"
           "<dc:title><rdf:Alt><rdf:li xml:lang=\"fr\">Essai</rdf:li></rdf:Alt></dc:title>" +
           claims + "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

constexpr const char* accessible = "<pdfuaid:part>1</pdfuaid:part>";
constexpr const char* archival =
    "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>";

/// A table whose heads say in a class what they are of, a link to a place by its name, roles of
/// types that have names of keys, a reference to nothing, which stands for null, and an element
/// that only its kids count of.
std::string foreign_file(const std::string& claims = accessible) {
    return file_of(
        {"<</Type/Catalog/Pages 2 0 R/Lang(fr)/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R"
         "/ViewerPreferences<</DisplayDocTitle true>>/Metadata 5 0 R"
         "/Dests<</la[3 0 R/Fit]>>/Threads 99 0 R>>",
         "<</Type/Pages/Kids[3 0 R]/Count 1>>",
         "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<<>>/Contents 4 0 R"
         "/StructParents 0/Tabs/S/Annots[15 0 R]>>",
         stream("", "/P<</MCID 0>>BDC 0 0 10 10 re f EMC"),
         stream("/Type/Metadata/Subtype/XML", packet(claims)),
         "<</Type/StructTreeRoot/K 7 0 R/ParentTree 16 0 R/RoleMap 17 0 R"
         "/ClassMap<</oben<</O/Table/Scope/Column>>>>>>",
         "<</S/Document/P 6 0 R/K[8 0 R 9 0 R]>>",
         "<</S/TR2/P 7 0 R/Pg 3 0 R/K[0 14 0 R]>>",
         "<</S/Table/P 7 0 R/K[10 0 R 12 0 R]>>",
         "<</S/TR/P 9 0 R/K 11 0 R>>",
         "<</S/TH/P 10 0 R/C/oben>>",
         "<</S/TR/P 9 0 R/K 13 0 R>>",
         "<</S/TD/P 12 0 R/K 18 0 R>>",
         "<</S/Link/P 8 0 R/K<</Type/OBJR/Obj 15 0 R/Pg 3 0 R>>>>",
         "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/F 4/Contents(la)/Dest/la/StructParent 1>>",
         "<</Nums[0[8 0 R]1 14 0 R]>>",
         "<</TR2/P/HTP/Span/AA/Span>>",
         "<</S/L/P 13 0 R/K 19 0 R>>",
         "<</S/LI/P 18 0 R/K 20 0 R>>",
         "<</S/NonStruct/P 19 0 R/K[21 0 R]>>",
         "<</S/LBody/P 20 0 R>>"});
}

}  // namespace

TEST_CASE("what only others write is no fault") {
    for (const auto& violation : verify::verify(foreign_file()))
        FAIL_CHECK(violation.clause, ": ", violation.message);
}

TEST_CASE("the same with a fault has one") {
    const auto with = [](const char* from, const char* to) {
        const std::string file = foreign_file();
        REQUIRE(file.find(from) != std::string::npos);
        return text::replace_all(file, from, to);
    };
    CHECK_FALSE(finds(with("/Scope/Column", "/Scope/Row   "), "ISO 14289-1 7.5"));
    CHECK(finds(with("/C/oben>>", "/C/oder>>"), "ISO 14289-1 7.5"));
    CHECK(finds(with("/S/LBody", "/S/Lxxdy"), "ISO 14289-1 7.1"));
    CHECK(finds(with("/S/LBody", "/S/Quote"), "ISO 14289-1 7.2"));
    CHECK(finds(with("/Dest/la/", "/Dest/lo/"), "ISO 32000-1 12.3.2"));
    CHECK(finds(with("/TR2/P/", "/TR3/P/"), "ISO 14289-1 7.1"));
}

TEST_CASE("in PDF 2.0 no cell spans head and body of a table") {
    const auto table = [](const std::string& span) {
        return file_of(
            {"<</Type/Catalog/Pages 2 0 R/StructTreeRoot 3 0 R>>", "<</Type/Pages/Kids[]/Count 0>>",
             "<</Type/StructTreeRoot/K 4 0 R>>", "<</S/Table/P 3 0 R/K[5 0 R 6 0 R]>>",
             "<</S/THead/P 4 0 R/K 7 0 R>>", "<</S/TBody/P 4 0 R/K 8 0 R>>",
             "<</S/TR/P 5 0 R/K[9 0 R 10 0 R]>>",
             "<</S/TR/P 6 0 R/K " + std::string(span.empty() ? "[11 0 R 12 0 R]" : "12 0 R") + ">>",
             "<</S/TH/P 7 0 R/A<</O/Table/Scope/Column" + span + ">>>>",
             "<</S/TH/P 7 0 R/A<</O/Table/Scope/Column>>>>", "<</S/TD/P 8 0 R>>",
             "<</S/TD/P 8 0 R>>"},
            "2.0");
    };
    CHECK_FALSE(finds(table(""), "ISO 14289-2 8.2.5.26"));
    CHECK(finds(table("/RowSpan 2"), "ISO 14289-2 8.2.5.26"));
}

TEST_CASE("colours of a device need an output intent where PDF/A is claimed") {
    const std::string file = foreign_file(archival);
    CHECK(finds(file, "ISO 19005-2 6.2.4.3"));
    CHECK_FALSE(finds(foreign_file(), "ISO 19005-2 6.2.4.3"));
    CHECK_FALSE(finds(text::replace_all(file, "10 re f", "10 re n"), "ISO 19005-2 6.2.4.3"));
}

TEST_CASE("level A asks for tags, with its own clauses") {
    const std::string file = foreign_file(archival);
    CHECK(finds(text::replace_all(file, "/Marked true", "/Marked null"), "ISO 19005-2 6.7.2.2"));
    CHECK(finds(text::replace_all(file, "xml:lang", "xml:lanx"), "ISO 19005-2 6.6.2.3.1"));
    const std::string bare =
        text::replace_all(file, "/StructTreeRoot 6 0 R", "/StructTreeRxxx 6 0 R");
    CHECK(finds(bare, "ISO 19005-2 6.7.3.3"));
    CHECK(finds(text::replace_all(file, "/TR2/P/", "/TR3/P/"), "ISO 19005-2 6.7.3.4"));
}
