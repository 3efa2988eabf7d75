#include "base/xml.hpp"
#include "base/xml_flaws.hpp"

#include <doctest/doctest.h>

using namespace triptych;

TEST_CASE("documents begin with a declaration in UTF-8") {
    pugi::xml_document document;
    pugi::xml_node root = document.append_child("p");
    xml::append_text(root, "été & <b>");
    CHECK(xml::to_string(document, xml::Layout::raw) ==
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<p>été &amp; &lt;b&gt;</p>");
}

TEST_CASE("a declaration of the document's own is kept") {
    pugi::xml_document document;
    pugi::xml_node declaration = document.append_child(pugi::node_declaration);
    xml::set_attribute(declaration, "version", "1.0");
    xml::set_attribute(declaration, "standalone", "yes");
    document.append_child("p");
    CHECK(xml::to_string(document, xml::Layout::raw) ==
          "<?xml version=\"1.0\" standalone=\"yes\"?><p/>");
}

TEST_CASE("what XML 1.0 does not allow is dropped") {
    pugi::xml_document document;
    pugi::xml_node root = document.append_child("p");
    xml::append_text(root, std::string_view("a\0b\x01\x0C\tc\xEF\xBF\xBE\xFF"
                                            "d",
                                            12));
    xml::set_attribute(root, "title", "x\x1Fy");
    xml::set_attribute(root, "title", "once\x02");
    CHECK(root.text().get() == std::string("ab\tc�d"));
    CHECK(root.attribute("title").value() == std::string("once"));
    CHECK(std::distance(root.attributes_begin(), root.attributes_end()) == 1);
}

TEST_CASE("indented form puts elements on lines of their own") {
    pugi::xml_document document;
    document.append_child("a").append_child("b");
    CHECK(xml::to_string(document, xml::Layout::indented) ==
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a>\n  <b />\n</a>\n");
}

TEST_CASE("references to characters that XML has not are a flaw") {
    const auto flaw = [](const std::string& reference) {
        return xml::first_flaw("<a b=\"" + reference + "\">" + reference + "</a>").has_value();
    };
    for (const char* good : {"&#9;", "&#xA;", "&#x1F600;", "&#65533;", "&amp;"}) {
        CAPTURE(good);
        CHECK_FALSE(flaw(good));
    }
    for (const char* bad : {"&#0;", "&#x;", "&#;", "&#x1F;", "&#xD800;", "&#xFFFE;", "&#x110000;",
                            "&#99999999999;", "&#-1;", "&odd;", "&#XA;", "& "}) {
        CAPTURE(bad);
        CHECK(flaw(bad));
    }
}
