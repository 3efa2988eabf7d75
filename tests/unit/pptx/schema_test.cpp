#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "pptx/schema/check.hpp"
#include "pptx/schema/names.hpp"
#include "pptx/schema/prune.hpp"

using namespace triptych::pptx;

namespace {

constexpr const char* names =
    " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
    " xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\""
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

pugi::xml_document parse(const std::string& text) {
    pugi::xml_document document;
    REQUIRE(document.load_string(text.c_str()));
    return document;
}

std::string to_string(const pugi::xml_node& node) {
    std::ostringstream out;
    node.print(out, "", pugi::format_raw);
    return out.str();
}

/// What a slide holds when it holds `shapes`.
std::string slide(const std::string& shapes) {
    return std::string("<p:sld") + names +
           "><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/>"
           "</p:nvGrpSpPr><p:grpSpPr/>" +
           shapes + "</p:spTree></p:cSld></p:sld>";
}

/// A text box with these properties of its shape and this paragraph.
std::string box(const std::string& properties, const std::string& paragraph = "<a:p/>") {
    return "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" "
           "name=\"B\"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>" +
           properties + "</p:spPr><p:txBody><a:bodyPr/>" + paragraph + "</p:txBody></p:sp>";
}

std::string findings(const std::string& part) {
    auto document = parse(part);
    std::string all;
    schema::check(document, [&](const triptych::Message& what) { all += what.english() + "\n"; });
    return all;
}

/// The shapes of a slide that are left when it is pruned.
std::string pruned(const std::string& shapes) {
    auto document = parse(slide(shapes));
    REQUIRE_FALSE(schema::settle_names(document));
    if (!schema::prune(document.document_element(), *schema::type_of_root("p:sld"))) return "none";
    std::string left;
    for (const auto shape : document.child("p:sld").child("p:cSld").child("p:spTree").children())
        if (std::string_view(shape.name()) != "p:nvGrpSpPr" &&
            std::string_view(shape.name()) != "p:grpSpPr")
            left += to_string(shape);
    return left;
}

}  // namespace

TEST_CASE("a part that keeps the schema has no findings") {
    CHECK(findings(
              slide(box("<a:xfrm><a:off x=\"-5\" y=\"1\"/><a:ext cx=\"1\" cy=\"0\"/></a:xfrm>"
                        "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/>",
                        "<a:p><a:pPr lvl=\"8\"><a:buChar char=\"•\"/></a:pPr><a:r><a:rPr b=\"1\" "
                        "sz=\"1800\"/><a:t>Mot</a:t></a:r><a:br/><a:endParaRPr/></a:p>"))) == "");
    CHECK(findings("<other/>") == "");
}

TEST_CASE("elements, attributes and values that the schema has not are said") {
    CHECK(findings(
              slide(box("<a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"-1\" cy=\"1\"/></a:xfrm>"))) ==
          "<a:ext> has cx=\"-1\"\n");
    CHECK(findings(slide(box("<a:xfrm rotate=\"1\"/>"))) == "<a:xfrm> has rotate=\"1\"\n");
    CHECK(findings(slide(box("<a:noFill/><a:solidFill/>"))) ==
          "<a:solidFill> stands at a wrong place in <p:spPr>\n");
    CHECK(findings(slide(box("", "<a:p><a:r><a:rPr/></a:r></a:p>"))) == "<a:r> has no <a:t>\n");
    CHECK(findings(slide(box("", "<a:p>Mot</a:p>"))) == "<a:p> holds text\n");
    CHECK(findings(slide(box("", "<a:p><a:pPr lvl=\"9\"/></a:p>"))) == "<a:pPr> has lvl=\"9\"\n");
    CHECK(findings(slide(box("<a:solidFill><a:srgbClr val=\"12345\"/></a:solidFill>"))) ==
          "<a:srgbClr> has val=\"12345\"\n");
    CHECK(findings(slide(box("<a:prstGeom/>"))) == "<a:prstGeom> has no prst\n");
    CHECK(findings(slide("<p:sp/>")) == "<p:sp> has no <p:nvSpPr>\n");
    CHECK(findings(slide("<x:y/>")).find("not declared") != std::string::npos);
}

TEST_CASE("properties of the package are held against their schemas") {
    const std::string types =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">";
    CHECK(findings(types + "<Default Extension=\"xml\" ContentType=\"a/b\"/></Types>") == "");
    CHECK(findings(types + "<Default Extension=\"xml\"/></Types>") ==
          "<ct:Default> has no ContentType\n");
    CHECK(findings(types + "<Default Extension=\"xml\" ContentType=\"a\"/></Types>") ==
          "<ct:Default> has ContentType=\"a\"\n");
    const std::string all =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    CHECK(findings(all + "<Relationship Id=\"1\" Type=\"t\" Target=\"a\"/></Relationships>") ==
          "<rel:Relationship> has Id=\"1\"\n");
    CHECK(findings(all + "<Relationship Id=\"r\" Type=\"t\" Target=\"a\" "
                         "TargetMode=\"Out\"/></Relationships>") ==
          "<rel:Relationship> has TargetMode=\"Out\"\n");
}

TEST_CASE("tables in frames are held against their schema") {
    const auto frame = [](const std::string& table) {
        return findings(
            slide("<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"2\" name=\"T\"/>"
                  "<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm/><a:graphic>"
                  "<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\">" +
                  table + "</a:graphicData></a:graphic></p:graphicFrame>"));
    };
    const auto row = [](const std::string& cell) {
        return "<a:tbl><a:tblGrid><a:gridCol w=\"5\"/></a:tblGrid><a:tr h=\"5\">" + cell +
               "</a:tr></a:tbl>";
    };
    const std::string text = "<a:txBody><a:bodyPr/><a:p/></a:txBody>";
    CHECK(frame(row("<a:tc>" + text + "<a:tcPr marL=\"5\"/></a:tc>")) == "");
    CHECK(frame(row("<a:tc><a:tcPr/>" + text + "</a:tc>")) ==
          "<a:txBody> stands at a wrong place in <a:tc>\n");
    CHECK(frame(row("<a:tc><a:tcPr marL=\"99999999999\"/></a:tc>")) ==
          "<a:tcPr> has marL=\"99999999999\"\n");
    CHECK(frame(row("<a:tc><a:tcPr marL=\"5mm\"/></a:tc>")) == "<a:tcPr> has marL=\"5mm\"\n");
    CHECK(frame("<a:tbl><a:tr h=\"5\"/></a:tbl>") ==
          "<a:tr> stands in <a:tbl> where <a:tblGrid> must be\n");
    CHECK(frame("<a:tbl><a:tblGrid><a:gridCol/></a:tblGrid></a:tbl>") == "<a:gridCol> has no w\n");
    CHECK(frame("<a:tab/>") == "<a:tab> stands at a wrong place in <a:graphicData>\n");
}

TEST_CASE("extensions may hold what is not known, and are held to what is") {
    const auto extended = [](const std::string& extension) {
        return findings(slide("<p:extLst>" + extension + "</p:extLst>"));
    };
    CHECK(extended("<p:ext uri=\"{1}\"><o:o xmlns:o=\"urn:o\"/></p:ext>") == "");
    CHECK(extended("<p:ext><o:o xmlns:o=\"urn:o\"/></p:ext>") == "<p:ext> has no uri\n");
    CHECK(extended("<p:ext uri=\"{1}\">Mot</p:ext>") == "<p:ext> holds text\n");
    CHECK(extended("<p:sp/>") == "<p:sp> stands at a wrong place in <p:extLst>\n");
    CHECK(extended("<p:ext uri=\"{1}\"><p14:sectionLst "
                   "xmlns:p14=\"http://schemas.microsoft.com/office/powerpoint/2010/main\">"
                   "<p14:section name=\"A\"/></p14:sectionLst></p:ext>") ==
          "<p14:section> has no id\n<p14:section> has no <p14:sldIdLst>\n");
}

TEST_CASE("formulas are held against their schema wherever programs may choose them") {
    const auto formula = [](const std::string& math) {
        return findings(slide(box(
            "",
            "<a:p><mc:AlternateContent "
            "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice "
            "xmlns:n=\"http://schemas.microsoft.com/office/drawing/2010/main\" Requires=\"n\">"
            "<n:m><m:oMath "
            "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\">" +
                math + "</m:oMath></n:m></mc:Choice></mc:AlternateContent></a:p>")));
    };
    const std::string part = "<m:e><m:r><m:t>x</m:t></m:r></m:e>";
    CHECK(formula("<m:d><m:dPr><m:begChr m:val=\"(\"/><m:endChr m:val=\"\"/></m:dPr>" + part +
                  "</m:d>") == "");
    CHECK(formula("<m:d><m:dPr><m:begChr m:val=\"((\"/></m:dPr>" + part + "</m:d>") ==
          "<m:begChr> has m:val=\"((\"\n");
    CHECK(formula("<m:f><m:num/></m:f>") == "<m:f> has no <m:den>\n");
    CHECK(formula("<m:r><m:t/><m:rPr/></m:r>") == "<m:rPr> stands at a wrong place in <m:r>\n");
    CHECK(formula("<m:r><m:rPr><m:sty m:val=\"x\"/></m:rPr></m:r>") == "<m:sty> has m:val=\"x\"\n");
}

TEST_CASE("alternatives are some, and say what they ask for") {
    const auto alternatives = [](const std::string& inner) {
        return findings(
            slide("<mc:AlternateContent "
                  "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">" +
                  inner + "</mc:AlternateContent>"));
    };
    CHECK(alternatives("<mc:Choice Requires=\"a\"/><mc:Fallback/>") == "");
    CHECK(alternatives("<mc:Choice Requires=\"odd\"/>") == "a prefix is not declared\n");
    CHECK(alternatives("<mc:Choice/>") == "a choice does not say what it requires\n");
    CHECK(alternatives("<mc:Fallback/>") == "alternatives are none\n");
    CHECK(alternatives("<mc:Choice Requires=\"a\"/><mc:Fallback/><mc:Fallback/>") ==
          "alternatives are none\n");
    CHECK(alternatives("<mc:Choice Requires=\"a\" id=\"1\"/>") == "alternatives are none\n");
    CHECK(alternatives("") == "alternatives are none\n");
}

TEST_CASE("properties of the document are given once, in any order") {
    const auto core = [](const std::string& inner) {
        return findings(
            "<c:coreProperties "
            "xmlns:c=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
            "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
            "xmlns:t=\"http://purl.org/dc/terms/\" "
            "xmlns:x=\"http://www.w3.org/2001/XMLSchema-instance\">" +
            inner + "</c:coreProperties>");
    };
    CHECK(core("<dc:title>A</dc:title><dc:creator>B</dc:creator><t:created "
               "x:type=\"dcterms:W3CDTF\">2026-11-30T08:25:00Z</t:created>") == "");
    CHECK(core("<dc:title/><dc:creator/><dc:title/>") ==
          "<dc:title> stands at a wrong place in <cp:coreProperties>\n");
    CHECK(core("<dc:title><dc:title/></dc:title>") == "<dc:title> holds ''\n");
    CHECK(core("<t:created x:type=\"dcterms:W3CDTF\">today</t:created>") ==
          "<dcterms:created> holds 'today'\n");
    const std::string more =
        "<Properties "
        "xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">";
    CHECK(findings(more + "<Slides>5</Slides><Pages>1</Pages></Properties>") == "");
    CHECK(findings(more + "<Slides>5</Slides><Slides>5</Slides></Properties>") ==
          "<ep:Slides> stands at a wrong place in <ep:Properties>\n");
}

TEST_CASE("what the schema does not know is left out, with what can't be without it") {
    CHECK(pruned(box("", "<a:p a=\"1\"/>")) == pruned(box("")));
    CHECK(pruned("<p:sp/>" + box("")) == pruned(box("")));
    CHECK(pruned("<o:lock xmlns:o=\"urn:other\"/>" + box("")) == pruned(box("")));
    CHECK(pruned(box("<a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"-1\" cy=\"1\"/></a:xfrm>")) ==
          pruned(box("<a:xfrm><a:off x=\"0\" y=\"0\"/></a:xfrm>")));
    CHECK(pruned(box("<a:xfrm><a:off x=\"-1.5cm\" y=\"2pt\"/></a:xfrm>")) ==
          pruned(box("<a:xfrm><a:off x=\"-540000\" y=\"25400\"/></a:xfrm>")));
    CHECK(
        pruned(box("", "<a:p><a:pPr><a:lnSpc><a:spcPct val=\"90%\"/></a:lnSpc></a:pPr></a:p>")) ==
        pruned(box("", "<a:p><a:pPr><a:lnSpc><a:spcPct val=\"90000\"/></a:lnSpc></a:pPr></a:p>")));
    CHECK(pruned(box("", "<a:p><a:r><a:rPr spc=\"1pt\"/><a:t>M</a:t></a:r></a:p>")) ==
          pruned(box("", "<a:p><a:r><a:rPr/><a:t>M</a:t></a:r></a:p>")));
    CHECK(pruned(box("<a:noFill/><a:noFill/>")) == pruned(box("<a:noFill/>")));
    CHECK(pruned("<p:graphicFrame><p:nvGraphicFramePr/></p:graphicFrame>") == "");
    CHECK(pruned(box("", "<a:p>Mot<!-- sic --></a:p>")) == pruned(box("")));
    CHECK(pruned(box("<a:extLst><a:ext uri=\"{1}\"/></a:extLst>")) == pruned(box("")));
}

TEST_CASE("names are told by their namespaces, newer markup gives way to its fallback") {
    const std::string other =
        "<q:sld xmlns:q=\"http://schemas.openxmlformats.org/presentationml/2006/main\" "
        "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
        "xmlns:n=\"urn:new\" "
        "mc:Ignorable=\"n\" n:is=\"1\"><n:gone/><mc:AlternateContent><mc:Choice "
        "Requires=\"n\"><n:a/>"
        "</mc:Choice><mc:Fallback><q:cSld/></mc:Fallback></mc:AlternateContent></q:sld>";
    auto document = parse(other);
    REQUIRE_FALSE(schema::settle_names(document));
    CHECK(to_string(document) == "<p:sld><p:cSld/></p:sld>");
    auto strict = parse("<p:sld xmlns:p=\"http://purl.oclc.org/ooxml/presentationml/main\"/>");
    REQUIRE_FALSE(schema::settle_names(strict));
    CHECK(to_string(strict) == "<other:sld/>");
    auto undeclared = parse("<p:sld/>");
    CHECK(schema::settle_names(undeclared));
}
