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
    schema::check(document, [&](const std::string& what) { all += what + "\n"; });
    return all;
}

/// The shapes of a slide that are left when it is pruned.
std::string pruned(const std::string& shapes) {
    auto document = parse(slide(shapes));
    REQUIRE(schema::settle_names(document));
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
              slide(box("<a:xfrm><a:off x=\"-5\" y=\"1cm\"/><a:ext cx=\"1\" cy=\"0\"/></a:xfrm>"
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

TEST_CASE("what the schema does not know is left out, with what can't be without it") {
    CHECK(pruned(box("", "<a:p a=\"1\"/>")) == pruned(box("")));
    CHECK(pruned("<p:sp/>" + box("")) == pruned(box("")));
    CHECK(pruned("<o:lock xmlns:o=\"urn:other\"/>" + box("")) == pruned(box("")));
    CHECK(pruned(box("<a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"-1\" cy=\"1\"/></a:xfrm>")) ==
          pruned(box("<a:xfrm><a:off x=\"0\" y=\"0\"/></a:xfrm>")));
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
    REQUIRE(schema::settle_names(document));
    CHECK(to_string(document) == "<p:sld><p:cSld/></p:sld>");
    auto strict = parse("<p:sld xmlns:p=\"http://purl.oclc.org/ooxml/presentationml/main\"/>");
    REQUIRE(schema::settle_names(strict));
    CHECK(to_string(strict) == "<other:sld/>");
    auto undeclared = parse("<p:sld/>");
    CHECK_FALSE(schema::settle_names(undeclared));
}
