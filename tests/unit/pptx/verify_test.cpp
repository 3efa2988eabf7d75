#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include <triptych/verify.hpp>

#include "../../deck_samples.hpp"
#include "base/text.hpp"
#include "base/zip.hpp"
#include "deck/deck.hpp"
#include "pptx/write.hpp"

using namespace triptych;

namespace {

const std::string& sample() {
    static const std::string bytes = [] {
        doc::Table table;
        table.columns.resize(2);
        table.rows = {
            {{{{test::paragraph("Mars")}, false, {}}, {{test::paragraph("Semer")}, false, {}}}}};
        doc::Block link = {
            doc::Paragraph{
                {{doc::Link{doc::PageRef{PageId{0}, "jardin--soir"}, test::text("voir")}, {}}}, {}},
            {}};
        const test::Press press(
            test::book_of({test::pillars(), test::page("suite", "La suite",
                                                       {test::heading("Calendrier", "suite--c"),
                                                        {std::move(table), {}},
                                                        test::heading("Voir", "suite--v"),
                                                        std::move(link)})}));
        Diagnostics diagnostics;
        const auto deck = deck::fit(deck::split(press.book, {.detail = Detail::full}), press.book,
                                    press.resources(), diagnostics);
        return pptx::write(deck, press.book, press.resources(), {}, diagnostics);
    }();
    return bytes;
}

std::string findings(const std::string& file) {
    std::string all;
    for (const auto& violation : verify_pptx(file))
        all += violation.clause + ": " + violation.message.english() + "\n";
    return all;
}

/// What is found when `from` is replaced everywhere in the sample's part `name`.
std::string fault(std::string_view name, std::string_view from, std::string_view to) {
    auto entries = unzip(sample(), 10'000'000);
    bool seeded = false;
    for (auto& entry : *entries) {
        if (entry.name != name || entry.bytes.find(from) == std::string::npos) continue;
        entry.bytes = text::replace_all(entry.bytes, from, to);
        seeded = true;
    }
    REQUIRE(seeded);
    return findings(*zip(*entries));
}

/// What is found without the sample's part `name`, or with one more part.
std::string without(std::string_view name) {
    auto entries = unzip(sample(), 10'000'000);
    const auto removed =
        std::erase_if(*entries, [&](const ZipEntry& entry) { return entry.name == name; });
    REQUIRE(removed == 1);
    return findings(*zip(*entries));
}
std::string with(ZipEntry added) {
    auto entries = unzip(sample(), 10'000'000);
    entries->push_back(std::move(added));
    return findings(*zip(*entries));
}

bool holds(const std::string& text, std::string_view words) {
    const bool found = text.find(words) != std::string::npos;
    if (!found) MESSAGE("found only:\n" << text);
    return found;
}

constexpr const char* presentation = "ppt/presentation.xml";
constexpr const char* slide = "ppt/slides/slide3.xml";
constexpr const char* slide_relationships = "ppt/slides/_rels/slide3.xml.rels";
constexpr const char* types = "[Content_Types].xml";

}  // namespace

TEST_CASE("a presentation of ours holds") { CHECK(findings(sample()).empty()); }

TEST_CASE("what is no archive is said") {
    CHECK(holds(findings("PK"), "no ZIP archive"));
    CHECK(holds(findings(*zip({{"a.txt", "a"}})), "no [Content_Types].xml"));
    CHECK(holds(findings(*zip({{"a.txt", "a"}})), "no presentation part"));
}

TEST_CASE("a package that is not closed is found") {
    CHECK(holds(fault(types, "/ppt/viewProps.xml", "/ppt/viewPropz.xml"),
                "given for 'ppt/viewPropz.xml', which is not there"));
    CHECK(holds(fault(types, "Extension=\"rels\"", "Extension=\"xml\""), "is given twice"));
    CHECK(holds(with({"ppt/media/image9.gif", "GIF"}), "'ppt/media/image9.gif' has no content"));
    CHECK(holds(with({"ppt/spare.xml", "<a/>"}), "no relationship leads to 'ppt/spare.xml'"));
    CHECK(holds(with({"ppt/spare.xml", "<a>"}), "'ppt/spare.xml' is not well-formed"));
    CHECK(holds(with({"PPT/Presentation.xml", "<a/>"}), "two parts 'PPT/Presentation.xml'"));
    CHECK(holds(without("ppt/tableStyles.xml"), "'ppt/tableStyles.xml', which is not there"));
    CHECK(holds(with({"ppt/slides/_rels/slide99.xml.rels", "<Relationships/>"}),
                "of a part that is not there"));
    CHECK(holds(fault(slide_relationships, "../slideLayouts/", "../../../../"),
                "leads to '', which is not there"));
    CHECK(holds(fault(slide_relationships, "../slideLayouts/slideLayout19.xml",
                      "../slideMasters/slideMaster1.xml"),
                "is no slideLayout"));
    CHECK(holds(fault(slide_relationships, "rId2", "rId1"), "two relationships rId1"));
    CHECK(holds(fault(presentation, "r:id=\"rId2\"", "r:id=\"rId99\""),
                "refers to rId99, which is no relationship of it"));
}

TEST_CASE("faults of the presentation are found") {
    CHECK(holds(fault(presentation, "<p:sldId id=\"257\"", "<p:sldId id=\"256\""), "id 256"));
    CHECK(holds(fault(presentation, "<p:sldId id=\"256\"", "<p:sldId id=\"2\""), "id 2 of"));
    CHECK(holds(fault(presentation, "p14:sldId id=\"257\"", "p14:sldId id=\"256\""),
                "slide 257 is in 0 sections"));
    CHECK(holds(fault(presentation, "p:sldMasterIdLst", "p:handoutMasterIdLst"), "no master"));
    CHECK(holds(fault(presentation, "p:notesSz", "p:otherSz"), "does not give its sizes"));
    CHECK(holds(fault("ppt/slideMasters/slideMaster1.xml", "p:sldLayoutId id=\"2147483650\"",
                      "p:sldLayoutId id=\"2147483649\""),
                "id 2147483649"));
    CHECK(holds(fault("ppt/slideMasters/_rels/slideMaster1.xml.rels", "relationships/theme",
                      "relationships/thema"),
                "has 0 relationships to a theme"));
    CHECK(holds(fault("ppt/notesMasters/notesMaster1.xml", "type=\"sldImg\"", "type=\"hdr\""),
                "placeholder 'sldImg' that its master has not"));
    CHECK(holds(fault("ppt/notesSlides/_rels/notesSlide2.xml.rels", "slide2.xml", "slide1.xml"),
                "are of another slide"));
}

TEST_CASE("faults of slides are found") {
    CHECK(holds(fault(slide, "p:cNvPr id=\"3\"", "p:cNvPr id=\"2\""), "shape id '2'"));
    CHECK(holds(fault(slide, "idx=\"12\"", "idx=\"77\""), "placeholder 'body' 77"));
    CHECK(holds(fault(slide, "type=\"title\"", "type=\"body\""), "the slide has no title"));
    CHECK(holds(fault(slide, "lang=\"fr-FR\"", ""), "has no language"));
    CHECK(holds(fault(slide, "<a:p>", "<a:q>"), "is not well-formed"));
    CHECK(holds(
        fault(slide, "</p:spTree>", "<p:sp><p:txBody><a:bodyPr/></p:txBody></p:sp></p:spTree>"),
        "<p:txBody> has no <a:p>"));
    CHECK(holds(fault(slide, "</p:spTree>",
                      "<p:pic><p:nvPicPr><p:cNvPr id=\"99\" name=\"P\"/></p:nvPicPr></p:pic>"
                      "</p:spTree>"),
                "picture 'P' has no alternative text"));
    CHECK(holds(fault("ppt/slides/slide7.xml", "ppaction://hlinksldjump", "ppaction://none"),
                "a link leads to a slide"));
    CHECK(holds(fault("ppt/slides/slide6.xml", "</a:tblGrid>", "<a:gridCol w=\"1\"/></a:tblGrid>"),
                "not as many cells"));
}

TEST_CASE("faults that make programs offer a repair are found") {
    constexpr const char* master = "ppt/slideMasters/slideMaster1.xml";
    constexpr const char* layout = "ppt/slideLayouts/slideLayout4.xml";
    CHECK(holds(fault(master, "p:cNvPr id=\"11\"", "p:cNvPr id=\"10\""), "shape id '10'"));
    CHECK(holds(fault(layout, "p:cNvPr id=\"13\"", "p:cNvPr id=\"12\""), "shape id '12'"));
    CHECK(holds(fault(master, "p:sldLayoutId id=\"2147483650\"", "p:sldLayoutId id=\"256\""),
                "id 256 of <p:sldLayoutId>"));
    CHECK(holds(fault(master, "p:sldLayoutId id=\"2147483650\"", "p:sldLayoutId id=\"2147483648\""),
                "id 2147483648 of <p:sldLayoutId>"));
    CHECK(holds(fault(presentation, "p:notesMasterIdLst", "p:handoutMasterIdLst"),
                "does not name its master of notes"));
    CHECK(holds(fault(slide, "<a:normAutofit/>", "<a:normAutofit fontScale=\"500\"/>"),
                "<a:normAutofit> has fontScale=\"500\""));
    CHECK(holds(fault(slide, "<a:normAutofit/>", "<a:normAutofit lnSpcReduction=\"-1\"/>"),
                "<a:normAutofit> has lnSpcReduction=\"-1\""));
    CHECK(holds(fault(slide, "<a:bodyPr>", "<a:lstStyle/><a:bodyPr>"),
                "<a:lstStyle> stands in <p:txBody> where <a:bodyPr> must be"));
    CHECK(holds(fault(slide, "</a:p>", "<a:endParaRPr lang=\"fr-FR\"/></a:p>"),
                "<a:endParaRPr> stands at a wrong place in <a:p>"));
    CHECK(holds(fault(slide, "<a:t>", "<a:u/><a:t>"), "<a:u> stands in <a:r> where <a:t> must be"));
    CHECK(holds(fault(slide, "idx=\"12\"", "idx=\"11\""), "placeholder 'body' 11 is filled twice"));
    CHECK(holds(fault(slide, "</p:spTree>",
                      "<p:pic><p:nvPicPr><p:cNvPr id=\"99\" name=\"P\" descr=\"P\"/></p:nvPicPr>"
                      "<p:blipFill><a:blip r:embed=\"\"/></p:blipFill></p:pic></p:spTree>"),
                "a picture names no image"));
    CHECK(holds(fault(slide, "</p:spTree>",
                      "<p:pic><p:nvPicPr><p:cNvPr id=\"99\" name=\"P\" descr=\"P\"/></p:nvPicPr>"
                      "<p:blipFill><a:blip r:embed=\"rId88\"/></p:blipFill></p:pic></p:spTree>"),
                "refers to rId88, which is no relationship"));
    CHECK(holds(
        fault("ppt/slides/slide7.xml", "a:hlinkClick r:id=\"rId2\"", "a:hlinkClick r:id=\"\""),
        "a link leads to a missing part"));
    CHECK(holds(fault(presentation, "p14:sldId id=\"257\"", "p14:sldId id=\"999\""),
                "a section lists slide 999"));
}

TEST_CASE("parts are what their content types say, and lead to what they need") {
    constexpr const char* notes_master = "ppt/notesMasters/_rels/notesMaster1.xml.rels";
    CHECK(holds(fault(notes_master, "relationships/theme", "relationships/image"),
                "'ppt/notesMasters/notesMaster1.xml' has 0 relationships to a theme"));
    CHECK(holds(fault("docProps/app.xml", "Properties", "Property"),
                "the root of 'docProps/app.xml' is not <ep:Properties>"));
    CHECK(holds(fault(slide, "p:sld", "p:notes"), "the root of 'ppt/slides/slide3.xml' is not"));
    CHECK(holds(fault(slide_relationships, "relationships/slideLayout", "relationships/odd"),
                "'ppt/slides/slide3.xml' has 0 relationships to a slideLayout"));
}

TEST_CASE("sections of one id are found") {
    auto entries = unzip(sample(), 10'000'000);
    for (auto& entry : *entries) {
        if (entry.name != presentation) continue;
        const std::size_t first = entry.bytes.find("id=\"{", entry.bytes.find("<p14:section "));
        const std::size_t second = entry.bytes.find("id=\"{", first + 1);
        REQUIRE(second != std::string::npos);
        entry.bytes.replace(second, 43, entry.bytes.substr(first, 43));
    }
    CHECK(holds(findings(*zip(*entries)), "two sections have the id"));
}

TEST_CASE("titles that only invisible signs tell apart are one, those with another line are not") {
    const auto with = [](const char* second) {
        auto entries = unzip(sample(), 10'000'000);
        for (auto& entry : *entries) {
            entry.bytes = text::replace_all(entry.bytes, "Semer en ligne", second);
            entry.bytes = text::replace_all(entry.bytes, "<a:t>2. </a:t>", "<a:t>1. </a:t>");
        }
        return findings(*zip(*entries));
    };
    CHECK(holds(with("Arro\u00ADser\u00A0le\u200B soir"), "is that of another slide"));
    CHECK_FALSE(holds(with("Arroser le s</a:t></a:r><a:br/><a:r><a:rPr lang=\"fr-FR\"/><a:t>oir"),
                      "is that of another slide"));
}

TEST_CASE("two slides of one title are found") {
    auto entries = unzip(sample(), 10'000'000);
    for (auto& entry : *entries) {
        entry.bytes = text::replace_all(entry.bytes, "Semer en ligne", "Arroser le soir");
        entry.bytes = text::replace_all(entry.bytes, "<a:t>2. </a:t>", "<a:t>1. </a:t>");
    }
    CHECK(holds(findings(*zip(*entries)), "'1. Arroser le soir' is that of another slide"));
}
