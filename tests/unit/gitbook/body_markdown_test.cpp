#include <doctest/doctest.h>

#include "parsed_body.hpp"

using namespace triptych;
using namespace triptych::gitbook;

TEST_CASE("the H1 that opens the page is its title") {
    const auto page =
        parsed("<a id=\"haut\"></a>\n\n# Le *titre* <a href=\"#t\" id=\"t\"></a>\n\nx\n");
    REQUIRE(page.body.title);
    CHECK(doc::plain_text(*page.body.title) == "Le titre");
    CHECK(page.body.title_ids == std::vector<std::string>{"t", "haut"});
    CHECK(page.dump() == "paragraph\n  text \"x\"\n");
}

TEST_CASE("an H1 below other text is no title") {
    const auto page = parsed("x\n\n# Titre\n");
    CHECK_FALSE(page.body.title);
    CHECK(first<doc::Heading>(page.body.blocks).written_level == 1);
}

TEST_CASE("headings carry their explicit id") {
    const auto page = parsed("## Deux {#deux}\n\n### T <a href=\"#x\" id=\"y\"></a>\n");
    CHECK(page.dump() ==
          "heading level=2 look=2 id=deux\n  text \"Deux\"\n"
          "heading level=3 look=3 id=y\n  text \"T\"\n");
}

TEST_CASE("a heading without text is reported and keeps its anchor") {
    const auto page = parsed("### <a id=\"v\"></a>\n");
    CHECK(page.count(Kind::empty_heading) == 1);
    CHECK(page.dump() == "paragraph\n  anchor v\n");
}

TEST_CASE("lists keep their start, their tightness and their tasks") {
    const auto page = parsed("3. a\n4. b\n\n* [ ] c\n* [x] d\n\n+ e\n\n+ f\n");
    CHECK(page.dump().find("list ordered start=3\n") == 0);
    CHECK(page.dump().find("item open\n") != std::string::npos);
    CHECK(page.dump().find("item done\n") != std::string::npos);
    CHECK(page.dump().find("list bullets loose\n") != std::string::npos);
}

TEST_CASE("styles nest, breaks are kept within and dropped at the end") {
    const auto page = parsed("a **b *c*** ~~d~~\\\ne  \n");
    CHECK(page.dump() ==
          "paragraph\n  text \"a \"\n  strong\n    text \"b \"\n    emphasis\n      text \"c\"\n"
          "  text \" \"\n  strikethrough\n    text \"d\"\n  line-break\n  text \"e\"\n");
}

TEST_CASE("the editor's traces leave no mark") {
    CHECK(parsed("a\u200Bb **c**&#x20;\n").dump() ==
          "paragraph\n  text \"ab \"\n  strong\n    text \"c\"\n");
    CHECK(parsed("fin\\\n").text() == "fin");
    CHECK(parsed("fin\\\n\\\n\\\n").text() == "fin");
    CHECK(parsed("\\\n\nx\n").dump() == "paragraph\n  text \"x\"\n");
    CHECK(parsed("****\n").dump().empty());
    CHECK(parsed("a **** b\n").text() == "a b");
    CHECK(parsed("a\\\n\\&#xNAN;_b_\n").text() == "a b");
    CHECK(parsed("C:\\\\temp\\\\\n").text() == "C:\\temp\\");
    // The editor escapes its own mark for a break.
    CHECK(parsed("La remise ferme le soir.\\\\\n").text() == "La remise ferme le soir.");
    CHECK(parsed("* La remise (celle du fond)\\\\\n").text() == "La remise (celle du fond)");
    CHECK(parsed("* D:\\\\\n").text() == "D:\\");
}

TEST_CASE("zero-width joiners and no-break spaces stay") {
    CHECK(parsed("👷\u200D♀️ 10\u00A0% ok\u202F!\n").text() ==
          "👷\u200D♀️ 10\u00A0% ok\u202F!");
}

TEST_CASE("a line break is a space, except between ideographs") {
    CHECK(parsed("un\ndeux\n").text() == "un deux");
    CHECK(parsed("漢字。\n仮名\n").text() == "漢字。仮名");
    CHECK(parsed("漢字\nabc\n").text() == "漢字 abc");
}

TEST_CASE("emoji names become emoji where GitHub knows them") {
    CHECK(parsed(":heavy\\_plus\\_sign:Improved :signe_victoire: 10:30:00\n").text() ==
          "➕Improved :signe_victoire: 10:30:00");
    CHECK(parsed("`:tada:` :tada:\n").text() == ":tada: 🎉");
}

TEST_CASE("destinations are unescaped and decoded, but not percent-decoded") {
    const auto page = parsed("[a](<x y\\_z%20.md>) [b](c&amp;d.md#é \"mention\")\n");
    CHECK(page.dump().find("link dead \"x y_z%20.md\"") != std::string::npos);
    CHECK(page.dump().find("link dead \"c&d.md#é\"") != std::string::npos);
}

TEST_CASE("links have their exact place, on later lines, in lists, quotes and tables too") {
    const std::string text =
        "Prêt [a\nb](1.md) c\n\n* é\n  [d](2.md)\n\n> x\n> [e](3.md)\n\n|t|\n|-|\n| é [f](4.md) |\n"
        "\nvoir http://auto.fr/x.\n";
    const auto page = parsed(text);
    std::vector<std::string> found;
    const std::function<void(const doc::Inlines&)> inlines = [&](const doc::Inlines& body) {
        for (const doc::Inline& node : body) {
            if (std::holds_alternative<doc::Link>(node.node))
                found.push_back(text.substr(node.span.begin, node.span.end - node.span.begin));
        }
    };
    const std::function<void(const doc::Blocks&)> blocks = [&](const doc::Blocks& body) {
        for (const doc::Block& block : body) doc::for_each_child(block, inlines, blocks);
    };
    blocks(page.body.blocks);
    CHECK(found == std::vector<std::string>{"[a\nb](1.md)", "[d](2.md)", "[e](3.md)", "[f](4.md)",
                                            "http://auto.fr/x"});
}

TEST_CASE("a picture alone on its line is a figure, in a line of text it is not") {
    const auto page = parsed("![A](a.png \"Titre\")\n\nx ![](b.png) y\n\nz\n![C](c.png)\n");
    CHECK(page.dump() ==
          "figure\n  picture 0 alternative=\"A\"\n  caption\n    text \"Titre\"\n"
          "paragraph\n  text \"x \"\n  inline-image 1\n  text \" y\"\n"
          "paragraph\n  text \"z\"\nfigure\n  picture 2 alternative=\"C\"\n");
    REQUIRE(page.body.media.size() == 3);
    CHECK(page.body.media[2].path == "c.png");
}

TEST_CASE("code keeps what looks like a tag, a formula or markup") {
    const auto page = parsed("```yaml\n{% hint %}\na: $$x$$\n\n{% endhint %}\n```\n");
    const auto& code = first<doc::CodeBlock>(page.body.blocks);
    CHECK(code.language == "yaml");
    CHECK(code.text == "{% hint %}\na: $$x$$\n\n{% endhint %}");
    CHECK(parsed("`$$x$$`\n").dump() == "paragraph\n  code \"$$x$$\"\n");
    CHECK(first<doc::CodeBlock>(
              parsed("* a\n\n  ```\n  {% hint %}\n  ```\n").body.blocks.empty()
                  ? doc::Blocks{}
                  : first<doc::List>(parsed("* a\n\n  ```\n  {% hint %}\n  ```\n").body.blocks)
                        .items[0]
                        .body)
              .text == "{% hint %}");
}

TEST_CASE("diagrams and formulas have nodes of their own") {
    CHECK(first<doc::Diagram>(parsed("```mermaid\ngraph TD\n```\n").body.blocks).source ==
          "graph TD");
    CHECK(first<doc::MathBlock>(parsed("$$\na_b\n$$\n").body.blocks).tex == "a_b");
    CHECK(parsed("x$$a_b*c*$$\n").dump() == "paragraph\n  text \"x\"\n  math \"a_b*c*\"\n");
}

TEST_CASE("tables without a heading text have no heading row") {
    const auto page = parsed("| | |\n|:-:|--:|\n| a<br>b | |\n");
    const auto& table = first<doc::Table>(page.body.blocks);
    CHECK(table.head.empty());
    CHECK(table.columns[0].align == doc::Align::centre);
    CHECK(table.columns[1].align == doc::Align::right);
    REQUIRE(table.rows.size() == 1);
    CHECK(table.rows[0].cells[1].body.empty());
    CHECK(doc::plain_text(table.rows[0].cells[0].body) == "a b");
}

TEST_CASE("footnotes are counted in the order of their references") {
    const auto page = parsed("a[^x] b[^y]\n\n[^y]: Y\n[^x]: X **z**\n");
    REQUIRE(page.body.notes.size() == 2);
    CHECK(doc::plain_text(page.body.notes[0].body) == "X z");
    CHECK(page.dump().find("note-reference 1") != std::string::npos);
}

TEST_CASE("reference links work across tags") {
    const auto page = parsed("{% hint %}\n[a][r]\n{% endhint %}\n\n[r]: x.md\n");
    CHECK(page.dump().find("link dead \"x.md\"") != std::string::npos);
}

TEST_CASE("a list is numbered as it says, and what is no number is reported") {
    const auto list = [](const std::string& html) {
        return first<doc::List>(parsed(html + "\n").body.blocks);
    };
    CHECK(list("<ol start=\"4\"><li>a</li></ol>").start == 4);
    CHECK(list("<ol start=\"-4\"><li>a</li></ol>").start == -4);
    CHECK(list("<ol type=\"a\"><li>a</li></ol>").numbering == doc::Numbering::lower_letters);
    CHECK(list("<ol type=\"I\"><li>a</li></ol>").numbering == doc::Numbering::upper_roman);
    CHECK(list("<ol reversed><li>a</li><li>b</li></ol>").start == 2);
    CHECK(list("<ol reversed><li>a</li><li>b</li></ol>").reversed);
    CHECK(list("<ol><li value=\"7\">a</li></ol>").items.at(0).number == 7);
    for (const char* wrong :
         {"<ol start=\"x\"><li>a</li></ol>\n", "<ol type=\"b\"><li>a</li></ol>\n",
          "<ol><li value=\"9999999999\">a</li></ol>\n"})
        CHECK(parsed(wrong).count(Kind::invalid_value) == 1);
    CHECK(parsed("3. a\n4. b\n").diagnostics.all().empty());
}
