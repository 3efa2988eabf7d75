#include <doctest/doctest.h>

#include <algorithm>

#include "base/deflate.hpp"
#include "pdf/object/document.hpp"
#include "pdf/object/inflate.hpp"
#include "pdf/object/readable.hpp"

using namespace triptych;
using namespace triptych::pdf;
using namespace triptych::pdf::object;

namespace {

template <typename Append, typename Value>
std::string made(Append append, Value value) {
    std::string out;
    append(out, value);
    return out;
}

}  // namespace

TEST_CASE("numbers are as short as they can be") {
    CHECK(made(append_hundredths, 0) == "0");
    CHECK(made(append_hundredths, 1200) == "12");
    CHECK(made(append_hundredths, 1250) == "12.5");
    CHECK(made(append_hundredths, 1205) == "12.05");
    CHECK(made(append_hundredths, -5) == "-.05");
    CHECK(made(append_hundredths, -150) == "-1.5");
    CHECK(made(append_integer, -7) == "-7");
    CHECK(hundredths(Length::points(1.005)) == 101);
    CHECK(hundredths(Length::points(-1.005)) == -101);
    CHECK(hundredths(Length{1}) == 0);
}

TEST_CASE("names and strings are escaped") {
    CHECK(made(append_name, "A B#/\xC3\xA9") == "/A#20B#23#2F#C3#A9");
    CHECK(made(append_name, std::string(200, 'x')).size() == 128);
    CHECK(made(append_literal, "a(b)\\\r\n") == "(a\\(b\\)\\\\\\r\n)");
    CHECK(made(append_hex, std::string("\x00\xFF", 2)) == "<00FF>");
    CHECK(made(append_text, "plain") == "(plain)");
    CHECK(made(append_text, "\xC3\xA9") == std::string("(\xFE\xFF\x00\xE9)", 6));
    CHECK(utf16("\xF0\x9F\x98\x80") == std::string("\xD8\x3D\xDE\x00", 4));
    CHECK(xml_escaped("<a & \"b\">\x01\xEF\xBF\xBF") == "&lt;a &amp; &quot;b&quot;&gt;");
}

TEST_CASE("text strings keep to the limit of PDF/A without cutting a character") {
    std::string text;
    for (int i = 0; i < 20000; ++i) text += "\xF0\x9F\x98\x80";
    const std::string out = made(append_text, text);
    CHECK(std::count(out.begin(), out.end(), '\xD8') == std::count(out.begin(), out.end(), '\xDE'));
    CHECK(out.size() - 2 <= longest_string);
    CHECK(made(append_text, std::string(40000, 'a')).size() == longest_string + 2);
}

TEST_CASE("values have white space between them only where they must") {
    Dictionary out;
    out.name("Type", "Page").ref("Parent", Ref{4}).boolean("B", true);
    out.array("Box").integer(0).hundredths(-50).name("Fit").null().bytes("a(").hex("\xFF").ref(
        Ref{7});
    out.dictionary("D").integer("N", 3);
    out.refs("K", {Ref{1}, Ref{2}}).copied("X", "12").copied("Y", "[ 1 ]");
    CHECK(out.entries() ==
          "/Type/Page/Parent 4 0 R/B true/Box[0 -.5/Fit null(a\\()<FF>7 0 R]/D<</N 3>>"
          "/K[1 0 R 2 0 R]/X 12/Y[ 1 ]");
}

TEST_CASE("what is opened in a value is closed with it") {
    Dictionary out;
    {
        Array outer = out.array("W");
        outer.integer(1);
        {
            Array inner = outer.array();
            inner.integer(2).integer(3);
            inner.dictionary().dictionary("E");
        }
        outer.integer(4).dictionary().array("A");
    }
    CHECK(out.entries() == "/W[1[2 3<</E<<>>>>]4<</A[]>>]");
    Array alone;
    Array more;
    more.ref(Ref{6});
    alone.integer(5).append(Array()).append(more);
    Dictionary moved = std::move(out);
    moved.array("Z").integer(0).append(alone);
    CHECK(moved.entries() == "/W[1[2 3<</E<<>>>>]4<</A[]>>]/Z[0 5 6 0 R]");
}

TEST_CASE("deflate and its size") {
    const std::string data(100'000, 'x');
    const std::string packed = deflate(data);
    CHECK(packed.size() < 1000);
    CHECK(inflated_size(packed, 1 << 20) == data.size());
    CHECK_FALSE(inflated_size(packed, 1000).has_value());
    CHECK_FALSE(inflated_size(packed.substr(0, packed.size() - 5), 1 << 20).has_value());
    CHECK_FALSE(inflated_size(packed + "x", 1 << 20).has_value());
    CHECK_FALSE(inflated_size("no zlib stream", 1 << 20).has_value());
    CHECK(inflated_size(deflate(""), 10) == 0);
}

TEST_CASE("indenting keeps the tokens") {
    CHECK(indented("/Type/Page/K[1 0 R<</A(b\\)/c)/B/C>>]/N 5") ==
          "  /Type /Page\n  /K [1 0 R <<\n      /A (b\\)/c)\n      /B /C\n    >>]\n  /N 5\n");
    CHECK(indented(std::string("/T(\xFE\xFF\0\xE9)", 8)) == "  /T <FEFF00E9>\n");
}

namespace {

std::string small_file(Packing packing, unsigned jobs, int fillers = 0) {
    Threads threads(jobs);
    Document document(packing, threads);
    const Ref root = document.reserve(), pages = document.reserve(), page = document.reserve();
    const Ref content = document.add(make_stream(packing, "0 0 m 10 10 l S"));
    document.set(root, Dictionary().name("Type", "Catalog").ref("Pages", pages));
    document.set(pages,
                 Dictionary().name("Type", "Pages").refs("Kids", {page}).integer("Count", 1));
    Dictionary sheet;
    sheet.name("Type", "Page").ref("Parent", pages).ref("Contents", content);
    sheet.array("MediaBox").integer(0).integer(0).integer(100).integer(100);
    sheet.dictionary("Resources");
    document.set(page, sheet);
    for (int i = 0; i < fillers; ++i) document.add(Dictionary().integer("N", i));
    const Ref information = document.add(Dictionary().text("Title", "A title"));
    return document.finish({root, information}).value_or("");
}

}  // namespace

TEST_CASE("files end in a cross-reference that can be found") {
    for (const Packing packing : {Packing::compact, Packing::readable}) {
        const std::string file = small_file(packing, 1);
        CHECK(file.starts_with("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"));
        CHECK(file.find("/ID") != std::string::npos);
        const auto at = file.rfind("startxref\n");
        REQUIRE(at != std::string::npos);
        const std::size_t start = std::stoul(file.substr(at + 10));
        if (packing == Packing::compact)
            CHECK(file.substr(start, 30).find(" 0 obj\n<<") != std::string::npos);
        else
            CHECK(file.substr(start, 5) == "xref\n");
    }
}

TEST_CASE("many objects: the same bytes whatever the jobs, another ID for other content") {
    CHECK(small_file(Packing::compact, 1, 20'000) == small_file(Packing::compact, 2, 20'000));
    CHECK(small_file(Packing::readable, 1, 300) == small_file(Packing::readable, 2, 300));
    const auto id = [](const std::string& file) { return file.substr(file.find("/ID["), 40); };
    CHECK(id(small_file(Packing::compact, 1, 10)) != id(small_file(Packing::compact, 1, 11)));
}
