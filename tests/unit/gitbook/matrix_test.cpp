#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "base/text.hpp"
#include "gitbook/syntax/html_rules.hpp"
#include "parsed_body.hpp"

/// Every element and every tag in every place where it can stand: it must mean the same.

using namespace triptych;
using namespace triptych::gitbook;

namespace {

struct Sample {
    std::string name, html;
};

/// All elements of the HTML standard that hold something, also of its past, some of SVG and MathML,
/// and some that nobody knows.
// clang-format off
constexpr std::string_view names =
    "a abbr acronym address annotation applet area article aside audio b base basefont bdi "
    "bdo bgsound big blink blockquote body button canvas caption center cite code col "
    "colgroup data datalist dd del desc details dfn dialog dir div dl dt em embed fieldset "
    "figcaption figure font footer foreignObject form frame frameset g head header hgroup "
    "html i iframe image input ins isindex kbd keygen label legend li link listing main map "
    "mark marquee math menu menuitem meta meter mfrac mi mn mo mrow ms msup mtext multicol "
    "nav nextid nobr noembed noframes noscript object ol optgroup option output p param "
    "picture plaintext pre progress q rb rp rt rtc ruby s samp search section select "
    "selectedcontent semantics slot small source spacer span strike strong sub summary sup "
    "svg symbol table tbody td template text textarea textPath tfoot th thead time title tr "
    "track tspan tt u ul use var video xmp my-element MonElement";
// clang-format on

/// Samples with all attributes that mean something.
std::vector<Sample> samples() {
    std::vector<Sample> all;
    for (const std::string_view name : text::split(names, ' ')) {
        const std::string tag(name);
        all.push_back({tag, "<" + tag + ">mot</" + tag + ">"});
    }
    for (const char* html :
         {"mot<hr>mot",
          "mot<br>mot",
          "<img src=\"a.png\" alt=\"mot\" data-size=\"line\">",
          "<ul><li>mot</li><li>deux</li></ul>",
          "<ol><li>mot</li></ol>",
          "<ol start=\"4\"><li>mot</li></ol>",
          "<ol type=\"a\"><li>mot</li></ol>",
          "<ol type=\"I\" start=\"4\"><li>mot</li></ol>",
          "<ol reversed><li>mot</li><li>deux</li></ol>",
          "<ol><li value=\"7\">mot</li><li>deux</li></ol>",
          "<dl><dt>mot</dt><dd>deux</dd></dl>",
          "<menu><li>mot</li></menu>",
          "<table><tr><th>mot</th><td>deux</td></tr></table>",
          "<table><caption>titre</caption><thead><tr><th align=\"right\" width=\"100\">mot</th>"
          "</tr></thead><tbody><tr><td colspan=\"9\" rowspan=\"9\">deux</td></tr></tbody></table>",
          "<table data-view=\"cards\"><tbody><tr><td>mot</td></tr></tbody></table>",
          "<details id=\"x\"><summary>titre</summary>mot</details>",
          "<figure><img src=\"a.png\" alt=\"x\"><figcaption>mot</figcaption></figure>",
          "<picture><source srcset=\"b.png\"><img src=\"a.png\" alt=\"mot\"></picture>",
          "<video src=\"film.mp4\">mot</video>",
          "<audio controls src=\"mot.mp3\"></audio>",
          "<iframe src=\"https://example.org/mot\"></iframe>",
          "<object data=\"https://example.org/mot\"></object>",
          "<embed src=\"https://example.org/mot\">",
          "<a href=\"https://example.org/\">mot</a>",
          "<a id=\"x\">mot</a>",
          "<a href=\"https://example.org/\" class=\"button\">mot</a>",
          "<mark style=\"color:red;\">mot</mark>",
          "<span lang=\"en\">mot</span>",
          "<p lang=\"en\">mot</p>",
          "<p id=\"x\">mot</p>",
          "<b><i>mot</i></b>",
          "<b><ul><li>mot</li></ul></b>",
          "<ruby>漢<rp>(</rp><rt>mot</rt><rp>)</rp></ruby>",
          "<pre class=\"language-js\" data-title=\"t\"><code><strong>mot</strong></code></pre>",
          "<div data-tag=\"hint\" data-style=\"danger\">mot</div>",
          "<math><mfrac><mi>mot</mi><mi>b</mi></mfrac></math>",
          "<svg><text>mot</text></svg>",
          "<my-badge kind=\"beta\">mot</my-badge>",
          "<section><p>mot</p><p>deux</p></section>",
          "<form><label>mot</label></form>",
          "<select><option>mot</option><option>deux</option></select>",
          "<select><optgroup label=\"mot\"><option>deux</option></optgroup></select>",
          "<datalist><option>mot</option></datalist>",
          "<input value=\"mot\">",
          "<input type=\"submit\" value=\"mot\">",
          "<textarea placeholder=\"x\">mot</textarea>",
          "<template><p>mot</p></template>",
          "<map name=\"x\"><area alt=\"mot\" href=\"x.md\"></map>",
          "<a name=\"x\">mot</a>",
          "<a href=\"x.md\"><b>mot</b></a>",
          "<p align=\"center\">mot</p>",
          "<div align=\"right\">mot</div>",
          "<ul type=\"square\"><li>mot</li></ul>",
          "<table><colgroup><col width=\"100\"></colgroup><tr><td "
          "align=\"center\">mot</td></tr></table>",
          "<table><thead><tr><th data-hidden>x</th><th>mot</th></tr></thead><tbody><tr><td>y</td>"
          "<td>deux</td></tr></tbody></table>",
          "<abbr title=\"Long\">mot</abbr>",
          "<q cite=\"x\">mot</q>",
          "<time datetime=\"2026-01-01\">mot</time>",
          "<bdo dir=\"rtl\">mot</bdo>",
          "<i class=\"fa-star\">x</i>mot",
          "<code class=\"expression\">mot</code>",
          "<details><summary>mot</summary></details>",
          "<li value=\"4\">mot</li>"})
        all.push_back({html, html});
    return all;
}

/// `blocks` without the two words put around a sample, and without what is empty then.
doc::Blocks without_frame(doc::Blocks blocks) {
    const auto strip = [](doc::Block& block, std::string_view word) {
        auto* text = std::get_if<doc::Paragraph>(&block.node);
        if (text == nullptr) return;
        for (std::size_t i = 0; i < text->body.size(); ++i) {
            auto* words = std::get_if<doc::Text>(&text->body[i].node);
            if (words == nullptr) continue;
            const std::size_t at = words->text.find(word);
            if (at == std::string::npos) continue;
            words->text.erase(at, word.size());
            while (words->text.starts_with(' ')) words->text.erase(0, 1);
            while (words->text.ends_with(' ')) words->text.pop_back();
        }
        std::erase_if(text->body, [](const doc::Inline& node) {
            const auto* words = std::get_if<doc::Text>(&node.node);
            return words != nullptr && words->text.empty();
        });
    };
    if (blocks.empty()) return blocks;
    strip(blocks.front(), "AVANT");
    strip(blocks.back(), "APRÈS");
    std::erase_if(blocks, [](const doc::Block& block) {
        const auto* text = std::get_if<doc::Paragraph>(&block.node);
        return text != nullptr && text->body.empty();
    });
    return blocks;
}

/// What becomes of a sample, in one line, and what is said about it.
std::string told(const Sample& sample) {
    const ParsedBody page = parsed("<div>" + sample.html + "</div>\n");
    std::string line;
    const std::string dump = page.dump();
    for (const std::string_view part : text::split(dump, '\n'))
        if (!part.empty()) line += (line.empty() ? "" : " / ") + std::string(text::trim(part));
    for (const Diagnostic& finding : page.diagnostics.all())
        line += " ! " + finding.message.english();
    return line;
}

}  // namespace

TEST_CASE("an element means the same as a block, in a paragraph, in an item and in a cell") {
    for (const Sample& sample : samples()) {
        CAPTURE(sample.name);
        const std::string alone = doc::dump(parsed("<div>" + sample.html + "</div>\n").body.blocks);
        const auto paragraph = parsed("AVANT " + sample.html + " APRÈS\n");
        CHECK(doc::dump(without_frame(paragraph.body.blocks)) == alone);
        const auto item = parsed("* AVANT " + sample.html + " APRÈS\n");
        CHECK(doc::dump(without_frame(first<doc::List>(item.body.blocks).items.at(0).body)) ==
              alone);
        const auto cell = parsed("| a |\n| - |\n| AVANT " + sample.html + " APRÈS |\n");
        CHECK(doc::dump(without_frame(
                  first<doc::Table>(cell.body.blocks).rows.at(0).cells.at(0).body)) == alone);
        CHECK(told(sample).find("mot") != std::string::npos);
        // What is part of a table ends the cell that it stands in.
        if (is_table_part(sample.name)) continue;
        const auto html_cell =
            parsed("<table><tr><td>AVANT " + sample.html + " APRÈS</td><td>b</td></tr></table>\n");
        CHECK(doc::dump(without_frame(
                  first<doc::Table>(html_cell.body.blocks).rows.at(0).cells.at(0).body)) == alone);
    }
}

TEST_CASE("what each element becomes is written down") {
    const std::string path = TRIPTYCH_SOURCE_DIR "/tests/unit/gitbook/matrix.txt";
    std::string table;
    for (const Sample& sample : samples()) table += sample.name + "\n    " + told(sample) + "\n";
    if (std::getenv("TRIPTYCH_UPDATE") != nullptr) std::ofstream(path) << table;
    std::ifstream file(path);
    CHECK(std::string(std::istreambuf_iterator<char>(file), {}) == table);
}

TEST_CASE("headings are headings but in cells, where they are bold lines") {
    for (const char* level : {"1", "2", "3", "4", "5", "6"}) {
        const std::string html = std::string("<h") + level + ">mot</h" + level + ">";
        CHECK(first<doc::Heading>(parsed("AVANT " + html + "\n").body.blocks).written_level ==
              level[0] - '0');
        const auto item = parsed("* AVANT " + html + "\n");
        CHECK(first<doc::Heading>(first<doc::List>(item.body.blocks).items.at(0).body)
                  .written_level == level[0] - '0');
        const auto cell = parsed("| a |\n| - |\n| " + html + " |\n");
        const auto& body = first<doc::Table>(cell.body.blocks).rows.at(0).cells.at(0).body;
        CHECK(std::holds_alternative<doc::Strong>(first<doc::Paragraph>(body).body.front().node));
    }
}

TEST_CASE("a tag means the same as a block and in an item; in a line its words stay") {
    const auto indented = [](std::string text) {
        std::string out;
        for (const char c : text) {
            out += c;
            if (c == '\n') out += "  ";
        }
        return out;
    };
    for (const char* tag :
         {"{% hint style=\"danger\" %}\nmot\n{% endhint %}",
          "{% tabs %}\n{% tab title=\"T\" %}\nmot\n{% endtab %}\n{% endtabs %}",
          "{% stepper %}\n{% step %}\n### T\n\nmot\n{% endstep %}\n{% endstepper %}",
          "{% columns %}\n{% column %}\nmot\n{% endcolumn %}\n{% endcolumns %}",
          "{% code title=\"T\" %}\n```js\nmot\n```\n{% endcode %}",
          "{% embed url=\"https://example.org/mot\" %}", "{% file src=\"mot.pdf\" %}",
          "{% content-ref url=\"mot.md\" %}\n[mot.md](mot.md)\n{% endcontent-ref %}",
          "{% updates %}\n{% update date=\"2026-01-01\" %}\nmot\n{% endupdate %}\n{% endupdates %}",
          "{% details title=\"T\" %}\nmot\n{% enddetails %}",
          "<!--sec data-title=\"T\" ces-->\nmot\n<!--endsec-->",
          "{% unknown %}\nmot\n{% endunknown %}"}) {
        CAPTURE(tag);
        const std::string alone = parsed(std::string(tag) + "\n").dump();
        const auto item = parsed("* AVANT\n\n  " + indented(tag) + "\n");
        CHECK(doc::dump(without_frame(first<doc::List>(item.body.blocks).items.at(0).body)) ==
              alone);
        CHECK(alone.find("mot") != std::string::npos);
    }
    const auto line = parsed("| a |\n| - |\n| {% hint style=\"info\" %}mot{% endhint %} |\n");
    CHECK(line.text().find("mot") != std::string::npos);
    CHECK(line.count(Kind::unknown_tag) == 1);
}

TEST_CASE("a link around blocks leads from every word and picture in them") {
    const ParsedBody page =
        parsed("<a href=\"x.md\"><figure><img src=\"a.png\" alt=\"b\"></figure>mot</a>\n");
    const auto& figure = first<doc::Figure>(page.body.blocks);
    REQUIRE(figure.pictures.at(0).target);
    CHECK(std::get<doc::DeadLink>(*figure.pictures[0].target).written == "x.md");
    CHECK(
        std::holds_alternative<doc::Link>(first<doc::Paragraph>(page.body.blocks).body.at(0).node));
}
