#include <doctest/doctest.h>

#include <vector>

#include "base/deflate.hpp"
#include "base/text.hpp"
#include "seeding.hpp"
#include "verify/verify.hpp"

using namespace triptych;
using namespace triptych::pages;
using sample::file_with;
using sample::fill;
using sample::finds;
using sample::Maker;

namespace {

/// A file with bookmarks, places, labels, a link between pages and a date.
std::string navigable_file() {
    Maker maker;
    maker.pages.information.date = 1'767'225'599;
    fill(maker);
    maker.page();
    const ElementId link = maker.element(Tag::link, maker.element(Tag::paragraph));
    maker.text(link, 30, 40, "Retour");
    maker.item(link, 30, 30,
               LinkArea{{Length::points(40), Length::points(10)}, "ici", "", "Retour"});
    maker.pages.destinations = {{"ici", 0, {Length::points(30), Length::points(30)}}};
    maker.pages.bookmarks = {{"Un", 1, "ici", true}, {"Deux", 1, "ici", true}, {"Trois", 2, "ici"}};
    return maker.write();
}

struct Mutation {
    std::string from, to;
    const char* clause;
};

/// Every `from` becomes `to`, which is as long.
void check_all(const std::string& file, const std::vector<Mutation>& mutations) {
    for (const Mutation& mutation : mutations) {
        CAPTURE(mutation.from);
        CAPTURE(mutation.to);
        REQUIRE(mutation.from.size() == mutation.to.size());
        const std::string changed = text::replace_all(file, mutation.from, mutation.to);
        if (changed == file)
            FAIL_CHECK("nothing to change");
        else
            CHECK(finds(changed, mutation.clause));
    }
}

std::string stream_of(const std::string& entries, const std::string& data) {
    return "<<" + entries + "/Length " + std::to_string(data.size()) + ">>stream\n" + data +
           "\nendstream";
}

}  // namespace

TEST_CASE("the file that is changed below keeps the rules") {
    for (const auto& violation : verify::verify(navigable_file()))
        FAIL_CHECK(violation.clause, ": ", violation.message);
}

TEST_CASE("words around objects that do not stand as they must are found") {
    check_all(navigable_file(), {{"\nendobj", " endobj", "ISO 19005-2 6.1.9"},
                                 {" 0 obj\n", " 0 obj ", "ISO 19005-2 6.1.9"},
                                 {"\nendstream", " endstream", "ISO 19005-2 6.1.7.1"},
                                 {"\nxref\n", "\nxref ", "ISO 19005-2 6.1.4"}});
    CHECK(finds(file_with("<</Length 4>>stream\nabc\nendstream"), "ISO 19005-2 6.1.7.1"));
    CHECK(finds(file_with("<</Length 2>>stream\nabc\nendstream"), "ISO 32000-1 7"));
    std::string file = navigable_file();
    const std::size_t gap = file.rfind("> <");
    REQUIRE(gap > file.rfind("/ID"));
    CHECK(finds(file.replace(gap, 3, "000"), "ISO 19005-2 6.1.3"));
}

TEST_CASE("metadata of another shape are found") {
    check_all(navigable_file(),
              {{"http://purl.org/dc/elements/1.1/", "http://purl.org/dc/elements/1.0/",
                "ISO 19005-2 6.6.2.1"},
               {"http://www.aiim.org/pdfa/ns/id/", "http://www.aiim.org/pdfa/ns/ix/",
                "ISO 19005-2 6.6.2.1"},
               {"http://www.aiim.org/pdfua/ns/id/\"\n", "http://www.aiim.org/pdfux/ns/id/\"\n",
                "ISO 19005-2 6.6.2.1"},
               {"rdf:Alt>", "rdf:Bag>", "ISO 19005-2 6.6.2.3.1"},
               {"rdf:Seq>", "rdf:Bag>", "ISO 19005-2 6.6.2.3.1"},
               {"xml:lang=", "xml:lanx=", "ISO 19005-2 6.6.2.3.1"},
               {"<pdfuaid:part>1", "<pdfuaid:part>I", "ISO 19005-2 6.6.2.3.1"},
               {"2025-12-31T", "2025/12/31T", "ISO 19005-2 6.6.2.3.1"},
               {"xmp:ModifyDate", "xmp:CreateDate", "ISO 19005-2 6.6.2.1"},
               {"?xpacket end", "?xpacket enx", "ISO 19005-2 6.6.2.1"},
               {"pdfaProperty:category", "pdfaPropertx:category", "ISO 19005-2 6.6.2.3.2"}});
}

TEST_CASE("fonts and colours that are said to be others are found") {
    check_all(navigable_file(), {{"/Ordering", "/Ordexing", "ISO 14289-1 7.21.3.1"},
                                 {"/CIDFontType2", "/CIDFontType0", "ISO 19005-2 6.2.11.2"},
                                 {"mntrRGB ", "scnrRGB ", "ISO 19005-2 6.2.3"},
                                 {"/N 3", "/N 4", "ISO 19005-2 6.2.3"}});
}

TEST_CASE("bookmarks, links, labels and page trees that do not hold together are found") {
    check_all(navigable_file(),
              {{"/Type /Pages\n  /Count 2", "/Type /Pages\n  /Count 3", "ISO 32000-1 7.7.3"},
               {"/Type /Page\n  /Parent 3", "/Type /Page\n  /Parent 2", "ISO 32000-1 7.7.3"},
               {"/Nums [0 <<", "/Nums [1 <<", "ISO 32000-1 12.4.2"},
               {"/Dest (ici)", "/Dest (icx)", "ISO 32000-1 12.3.2"},
               {"(ici) [1 0 R", "(ici) [3 0 R", "ISO 32000-1 12.3.2"},
               {"/Title (Deux)", "/Tytle (Deux)", "ISO 32000-1 12.3.3"},
               {"/Prev ", "/Prex ", "ISO 32000-1 12.3.3"},
               {"/Next ", "/Nexx ", "ISO 32000-1 12.3.3"},
               {"/Last ", "/Lasx ", "ISO 32000-1 12.3.3"},
               {"/URI (", "/URX (", "ISO 32000-1 12.6.4.7"}});
}

TEST_CASE("operators out of place are found") {
    check_all(navigable_file(), {{"BT\n", "n \n", "ISO 32000-1 9.4.1"},
                                 {"ET\n", "n \n", "ISO 32000-1 9.4.1"},
                                 {" Td\n", " TL\n", "ISO 32000-1 7.8.2"},
                                 {"/F0 12 Tf", "/F0 12  d", "ISO 32000-1 9.3.1"}});
    const std::string tiny = "0." + std::string(40, '0') + "1";
    for (const auto& [content, clause] : std::vector<std::pair<std::string, const char*>>{
             {"BT 0 0 10 10 re ET", "ISO 32000-1 9.4.1"},
             {"10 10 re n", "ISO 32000-1 7.8.2"},
             {"/Span<</ActualText(a)>>BDC BT EMC ET", "ISO 32000-1 14.6.1"},
             {"BT/Span<</ActualText(a)>>BDC ET EMC", "ISO 32000-1 14.6.1"},
             {"/Span<</Lang(f!)>>BDC EMC", "ISO 14289-1 7.2"},
             {"Q q", "ISO 32000-1 8.4.2"},
             {"q", "ISO 32000-1 8.4.2"},
             {"q/F0 12 Tf Q BT(a)Tj ET", "ISO 32000-1 9.3.1"},
             {"/F7 12 Tf", "ISO 19005-2 6.2.2"},
             {tiny + " w", "ISO 19005-2 6.1.13"}}) {
        const std::string shown = content;  // a lambda can't capture a binding
        CAPTURE(shown);
        CHECK(finds(file_with(stream_of("", content), "/Contents 4 0 R"), clause));
    }
    CHECK(finds(file_with("[" + tiny + "]"), "ISO 19005-2 6.1.13"));
}

TEST_CASE("pictures with other data than they say are found") {
    const auto image = [](const std::string& entries, const std::string& data) {
        return file_with(stream_of("/Subtype/Image/BitsPerComponent 8/Filter/FlateDecode" + entries,
                                   deflate(data)));
    };
    const std::string size = "/Width 3/Height 2";
    CHECK_FALSE(finds(image(size + "/ColorSpace/DeviceGray", "123456"), "ISO 32000-1 8.9.5"));
    CHECK(finds(image(size + "/ColorSpace/DeviceGray", "12345"), "ISO 32000-1 8.9.5"));
    CHECK(finds(image(size + "/ColorSpace/DeviceRGB", "123456"), "ISO 32000-1 8.9.5"));
    CHECK(finds(image("/Width 0/Height 2/ColorSpace/DeviceGray", ""), "ISO 32000-1 8.9.5"));
    const std::string palette = "/ColorSpace[/Indexed/DeviceRGB 1<000000FFFFFF>]";
    CHECK_FALSE(finds(image(size + palette, "123456"), "ISO 32000-1 8.6.6.3"));
    CHECK(finds(image(size + text::replace_all(palette, " 1<", " 2<"), "123456"),
                "ISO 32000-1 8.6.6.3"));
}
