#include <doctest/doctest.h>

#include "parsed_body.hpp"

using namespace triptych;
using namespace triptych::gitbook;

TEST_CASE("a hint ends the list before its end tag") {
    const auto page = parsed("x\n{% hint style=\"danger\" %}\n* a\n* b\n{% endhint %}\ny\n");
    CHECK(page.dump() ==
          "paragraph\n  text \"x\"\ncallout danger\n  list bullets\n    item\n      paragraph\n"
          "        text \"a\"\n    item\n      paragraph\n        text \"b\"\n"
          "paragraph\n  text \"y\"\n");
}

TEST_CASE("a tag right under an HTML island is seen") {
    const auto page =
        parsed("{% hint %}\n<figure><img src=\"a.png\" alt=\"\"></figure>\n{% endhint %}\n**y**\n");
    CHECK(page.dump() ==
          "callout info\n  figure\n    picture 0\nparagraph\n  strong\n    text \"y\"\n");
}

TEST_CASE("tabs hold steps that hold hints") {
    const auto page = parsed(
        "{% tabs %}\n{% tab title=\"R&#x26;D\" %}\n{% stepper %}\n{% step %}\n### Un\nx\n"
        "{% hint %}\ny\n{% endhint %}\n{% endstep %}\n{% step %}\n**Deux**\n\nz\n{% endstep %}\n"
        "{% endstepper %}\n{% endtab %}\n{% endtabs %}\n");
    CHECK(page.diagnostics.all().empty());
    const auto& tabs = first<doc::Tabs>(page.body.blocks);
    REQUIRE(tabs.tabs.size() == 1);
    CHECK(doc::plain_text(tabs.tabs[0].title) == "R&D");
    const auto& steps = first<doc::Steps>(tabs.tabs[0].body);
    REQUIRE(steps.steps.size() == 2);
    CHECK(doc::plain_text(steps.steps[0].title) == "Un");
    CHECK(first<doc::Callout>(steps.steps[0].body).kind == doc::CalloutKind::info);
    CHECK(doc::plain_text(steps.steps[1].title) == "Deux");
    CHECK(doc::plain_text(steps.steps[1].body) == "z");
}

TEST_CASE("code and prompt describe the listing inside") {
    const auto page = parsed(
        "{% code title=\"a.js\" lineNumbers=\"true\" %}\n```js\nx\n```\n{% endcode %}\n"
        "{% prompt description=\"Demande\" %}\n```\ny\n```\n{% endprompt %}\n");
    CHECK(page.dump() ==
          "code-block language=\"js\" title=\"a.js\" line-numbers \"x\"\n"
          "code-block title=\"Demande\" \"y\"\n");
}

TEST_CASE("embeds with and without end, and with the older caption") {
    const auto page = parsed(
        "{% embed url=\"https://youtu.be/x\" %}\nLégende\n{% endembed %}\n\ntexte\n\n"
        "{% embed url=\"https://www.a.fr/b/\" caption=\"Vieux\" %}\n\nfin\n");
    CHECK(page.dump() ==
          "link-card video dead \"https://youtu.be/x\" detail=\"YouTube\"\n  title\n"
          "    text \"youtu.be/x\"\n  paragraph\n    text \"Légende\"\n"
          "paragraph\n  text \"texte\"\n"
          "link-card web dead \"https://www.a.fr/b/\" detail=\"a.fr\"\n  title\n"
          "    text \"a.fr/b\"\n  paragraph\n    text \"Vieux\"\n"
          "paragraph\n  text \"fin\"\n");
}

TEST_CASE("files, page links of both ages and API descriptions") {
    const auto page = parsed(
        "{% file src=\"../a%20b.pdf\" %}\n\n{% content-ref url=\"x/\" %}\n[x](x/)\n"
        "{% endcontent-ref %}\n\n{% page-ref page=\"../y.md\" %}\n\n"
        "{% swagger src=\"s.yaml\" path=\"/a/{id}\" method=\"post\" %}\n[s](s.yaml)\n"
        "{% endswagger %}\n");
    CHECK(page.dump() ==
          "link-card file dead \"../a%20b.pdf\"\n  title\n    text \"a b.pdf\"\n"
          "link-card page dead \"x/\"\n  title\n    text \"x\"\n"
          "link-card page dead \"../y.md\"\n  title\n    text \"y.md\"\n"
          "link-card api dead \"s.yaml\" detail=\"POST /a/{id}\"\n  title\n    text \"s\"\n");
}

TEST_CASE("columns and updates") {
    const auto page = parsed(
        "{% columns %}\n{% column width=\"25%\" %}\na\n{% endcolumn %}\n{% column %}\nb\n"
        "{% endcolumn %}\n{% endcolumns %}\n"
        "{% updates format=\"full\" %}\n{% update date=\"2025-01-02\" tags=\"x, y\" %}\nc\n"
        "{% endupdate %}\n{% endupdates %}\n");
    const auto& columns = first<doc::Columns>(page.body.blocks).columns;
    REQUIRE(columns.size() == 2);
    CHECK(columns[0].width == doctest::Approx(0.25));
    CHECK(columns[1].width == 0.75);
    const auto& update = first<doc::Updates>(page.body.blocks).updates.at(0);
    CHECK(update.date == "2025-01-02");
    CHECK(update.tags == std::vector<std::string>{"x", "y"});
}

TEST_CASE("conditional text is shown when its condition holds") {
    const std::string text =
        "{% if visitor.claims.beta === true %}\na\n{% else %}\nb\n{% endif %}\n";
    CHECK(parsed(text).text() == "b");
    BodyOptions options;
    options.variables.set("visitor.claims.beta", "true");
    CHECK(parsed(text, options).text() == "a");
    options.conditions = Conditions::show_all;
    CHECK(parsed(text, options).text() == "a\nb");
    CHECK(parsed("{% if x %}\na\n{% endif %}\n").count(Kind::content_dropped) == 1);
}

TEST_CASE("details hold Markdown and tags") {
    const auto page = parsed(
        "<details>\n\n<summary>Un <strong>titre</strong></summary>\n\n* a **b**\n"
        "{% hint %}\nc\n{% endhint %}\n\n</details>\n\nx\n");
    CHECK(page.dump() ==
          "details id=\n  summary\n    text \"Un \"\n    strong\n      text \"titre\"\n"
          "  list bullets\n    item\n      paragraph\n        text \"a \"\n        strong\n"
          "          text \"b\"\n  callout info\n    paragraph\n      text \"c\"\n"
          "paragraph\n  text \"x\"\n");
    CHECK(page.diagnostics.all().empty());
}

TEST_CASE("HonKit's sections, file names and imports") {
    BodyOptions options;
    options.load = [](std::string_view path, FileId) -> std::optional<Inclusion> {
        if (path != "src/a.js") return std::nullopt;
        return Inclusion{"a\n// ! [m]\nb\n// ! [m]\nc\n", FileId{1}, 0};
    };
    const auto page = parsed(
        "<!--sec data-title=\"Voir\" data-id=\"s1\"\ndata-collapse=true ces-->\n\n*x*\n\n"
        "<!--endsec-->\n\n{% filename %}a/b.py{% endfilename %}\n```python\ny\n```\n\n"
        "> {% filename %}c{% endfilename %} z\n\n[import, title:\"T\", marker:\"m\"](src/a.js)\n",
        options);
    CHECK(page.dump() ==
          "details id=s1\n  summary\n    text \"Voir\"\n  paragraph\n    emphasis\n"
          "      text \"x\"\n"
          "code-block language=\"python\" title=\"a/b.py\" \"y\"\n"
          "quote\n  paragraph\n    code \"c\"\n    text \" z\"\n"
          "code-block language=\"js\" title=\"T\" \"b\"\n");
}

TEST_CASE("included text stands in its place with the places of its own file") {
    BodyOptions options;
    options.load = [](std::string_view path, FileId) -> std::optional<Inclusion> {
        if (path != "part.md") return std::nullopt;
        return Inclusion{"---\nx: y\n---\nInclus [l](m.md)[^n]\n\n[^n]: Note\n", FileId{7}, 13};
    };
    const auto page = parsed("a[^1]\n\n{% include \"part.md\" %}\n\n[^1]: Une\n", options);
    CHECK(page.text().find("Inclus l") != std::string::npos);
    CHECK(page.body.blocks.at(1).span.file == FileId{7});
    REQUIRE(page.body.notes.size() == 2);
    CHECK(page.dump().find("note-reference 1") != std::string::npos);
    CHECK(doc::plain_text(page.body.notes[1].body) == "Note");
}
