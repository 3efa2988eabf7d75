#include <doctest/doctest.h>

#include "base/deflate.hpp"
#include "pdf/images/cairo_file.hpp"
#include "pdf/images/vector_form.hpp"
#include "sample.hpp"
#include "verify/verify.hpp"

using namespace triptych;
using namespace triptych::pages;
using sample::count;
using sample::holds;
using sample::Maker;

namespace {

std::string svg_file(const std::string& shapes) {
    return R"(<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30">)" + shapes + "</svg>";
}

std::string joined(const std::vector<verify::Violation>& violations) {
    std::string out;
    for (const auto& violation : violations) out += violation.message + '\n';
    return out;
}

/// What cairo writes for a page with one graphics state, object 6.
std::string cairo_page(const std::string& resources, const std::string& content_entries = "",
                       const std::string& content = "q Q") {
    std::string out = "%PDF-1.5\n", table = "0000000000 65535 f \n";
    int number = 0;
    for (const std::string& body :
         {std::string("<< /Type /Catalog\n   /Pages 2 0 R\n>>"),
          std::string("<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>"),
          "<< /Type /Page % 1\n /MediaBox [ 0 0 40 20 ] /Contents 4 0 R /Resources " + resources +
              " >>",
          "<< /Length 5 0 R" + content_entries + " >>\nstream\n" + content + "\nendstream",
          "   " + std::to_string(content.size()), std::string("<< /ca 1 /Note (a \\) 7 0 R) >>")}) {
        const std::string at = std::to_string(out.size());
        table += std::string(10 - at.size(), '0') + at + " 00000 n \n";
        out += std::to_string(++number) + " 0 obj\n" + body + "\nendobj\n";
    }
    const std::string start = std::to_string(out.size());
    return out + "xref\n0 7\n" + table + "trailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n" + start +
           "\n%%EOF\n";
}

}  // namespace

TEST_CASE("SVG stays in vectors, its text as outlines") {
    const std::string shapes = svg_file(
        "<defs><linearGradient id='g'><stop stop-color='red'/><stop offset='1'/></linearGradient>"
        "</defs><rect width='30' height='20' fill='url(#g)' opacity='.5'/>");
    const std::string text = svg_file("<text x='2' y='20' font-size='12'>Été</text>");
    Maker maker;
    const std::string file = maker.show({shapes, text});
    CHECK(count(file, "/Subtype /Form") >= 2);
    CHECK_FALSE(holds(file, "/Subtype /Image"));
    CHECK_FALSE(holds(file, "/FontFile"));
    CHECK(holds(file, "72 0 0 72 0 523 cm\n/I0 Do"));
    CHECK(maker.diagnostics.all().empty());
    CHECK(joined(verify::verify(file)) == "");
    Maker again;
    CHECK(again.show({shapes, text}) == file);
}

TEST_CASE("SVG that has to be drawn in pixels still is a picture") {
    const std::string blurred = svg_file(
        "<filter id='f'><feGaussianBlur stdDeviation='1'/></filter>"
        "<rect width='9' height='9' filter='url(#f)'/><rect y='20' width='5' height='5'/>");
    Maker maker;
    const std::string file = maker.show({blurred});
    CHECK(holds(file, "/I0 Do"));
    CHECK(holds(file, "/Subtype /Image"));
    CHECK_FALSE(holds(file, "/Interpolate true"));
    CHECK(joined(verify::verify(file)) == "");
    Maker broken;
    CHECK_FALSE(holds(broken.show({svg_file("<rect")}), "/I0 Do"));
}

TEST_CASE("a page that cairo wrote becomes a form") {
    const auto form = pdf::vector_form(cairo_page("<< /ExtGState << /a0 6 0 R >> >>"));
    REQUIRE(form.has_value());
    REQUIRE(form->parts.size() == 2);
    CHECK(form->parts[0].data == "q Q");
    CHECK(form->parts[1].entries[1].value == "(a \\) 7 0 R)");
    const auto value = [&](std::string_view key) {
        for (const auto& entry : form->parts[0].entries)
            if (entry.key == key) return entry.value;
        return std::string();
    };
    CHECK(value("Matrix") == "[0.0250000000 0 0 0.0500000000 0 0]");
    CHECK(value("Resources") == "<< /ExtGState << /a0 6 0 R >> >>");
    CHECK(value("Length").empty());
}

TEST_CASE("a page that could break PDF/A is refused") {
    CHECK_FALSE(pdf::vector_form("").has_value());
    CHECK_FALSE(pdf::vector_form(cairo_page("<< /Font << /f 6 0 R >> >>")).has_value());
    CHECK_FALSE(pdf::vector_form(cairo_page("<< /ColorSpace /DeviceCMYK >>")).has_value());
    CHECK_FALSE(pdf::vector_form(cairo_page("<< /XObject << /x 9 0 R >> >>")).has_value());
    CHECK_FALSE(pdf::vector_form(cairo_page("<< /A 6 0 R >>", " /Filter /LZWDecode")).has_value());
    const std::string whole = cairo_page("<< /ExtGState << /a0 6 0 R >> >>");
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x15);
        const auto form = pdf::vector_form(damaged);
        CHECK((!form || form->parts.size() <= 7));
        pdf::vector_form(whole.substr(0, at));
    }
}

TEST_CASE("a page with marked content of its own is refused") {
    const std::string marked = "/Link << /MCID 0 >> BDC\n0 0 1 1 re f\nEMC\n";
    const std::string resources = "<< /ExtGState << /a0 6 0 R >> >>";
    CHECK_FALSE(pdf::vector_form(cairo_page(resources, "", marked)).has_value());
    const std::string filter = " /Filter /FlateDecode";
    CHECK(pdf::vector_form(cairo_page(resources, filter, deflate("q Q"))).has_value());
    CHECK_FALSE(pdf::vector_form(cairo_page(resources, filter, deflate(marked))).has_value());
    CHECK_FALSE(pdf::vector_form(cairo_page(resources, filter, "no zlib stream")).has_value());
}

TEST_CASE("references are replaced where they are references") {
    const auto swapped = [](std::string_view value) {
        return pdf::with_references(
            value, [](std::uint32_t number) { return std::to_string(number * 10) + " 0 R"; });
    };
    CHECK(swapped("[ 1 0 R 2 0 R 3 ]") == "[ 10 0 R 20 0 R 3 ]");
    CHECK(swapped("<< /A 1 0 R /B (1 0 R) /C <31> >>") == "<< /A 10 0 R /B (1 0 R) /C <31> >>");
    CHECK(pdf::references("[ 1 0 R 2 0 R ]") == std::vector<std::uint32_t>{1, 2});
}
