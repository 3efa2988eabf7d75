#include <doctest/doctest.h>

#include "parsed_body.hpp"

using namespace triptych;
using namespace triptych::gitbook;

namespace {

std::string repeated(const std::string& text, int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += text;
    return out;
}

}  // namespace

TEST_CASE("open tags end with the page, stray ends are dropped, both are reported") {
    const std::string open = "a\n\n{% hint style=\"info\" %}\nb\n";
    CHECK(parsed(open).text() == "a\nb");
    CHECK(parsed(open).place(Kind::unclosed_tag, open) == "{% hint style=\"info\" %}");
    const std::string stray = "a\n{% endtabs %}\nb\n";
    CHECK(parsed(stray).text() == "a\nb");
    CHECK(parsed(stray).place(Kind::stray_end_tag, stray) == "{% endtabs %}");
}

TEST_CASE("tags that end in the wrong order close what stands between") {
    const auto page = parsed("{% tabs %}\n{% tab title=\"a\" %}\nx\n{% endtabs %}\ny\n");
    CHECK(page.count(Kind::unclosed_tag) == 1);
    CHECK(page.count(Kind::stray_end_tag) == 0);
    CHECK(first<doc::Tabs>(page.body.blocks).tabs.size() == 1);
    CHECK(doc::plain_text(page.body.blocks.back().span.begin > 0
                              ? doc::Blocks{page.body.blocks.back()}
                              : doc::Blocks{}) == "y");
}

TEST_CASE("text between tabs is kept") {
    CHECK(parsed("{% tabs %}\nperdu\n{% tab title=\"a\" %}\nx\n{% endtab %}\n{% endtabs %}\n")
              .text()
              .find("perdu") != std::string::npos);
    CHECK(first<doc::Tabs>(parsed("{% tab title=\"a\" %}\nx\n{% endtab %}\n").body.blocks)
              .tabs.size() == 1);
}

TEST_CASE("unknown tags are reported and lose no text") {
    const std::string text = "{% foo a=\"b\" %}\nx\n{% endfoo %}\n\n{% bar %}\n";
    const auto page = parsed(text);
    CHECK(page.count(Kind::unknown_tag) == 2);
    CHECK(page.dump() == "paragraph\n  text \"x\"\nunsupported bar \"{% bar %}\"\n");
}

TEST_CASE("escaped tags stay as text") {
    const auto page = parsed("\\{% hint style=\"x\" %\\}\n");
    CHECK(page.text() == "{% hint style=\"x\" %}");
    CHECK(page.count(Kind::escaped_tag) == 1);
}

TEST_CASE("an unknown hint style is shown as information") {
    const std::string text = "{% hint style=\"rose\" %}\nx\n{% endhint %}\n";
    CHECK(parsed(text).place(Kind::invalid_value, text) == "rose");
    CHECK(parsed(text).dump().find("callout info") == 0);
}

TEST_CASE("bold that fails is printed as it is and reported") {
    CHECK(parsed("** texte ** **fin\n").text() == "** texte ** **fin");
    CHECK(parsed("** texte ** **fin\n").count(Kind::failed_emphasis) == 1);
    CHECK(parsed("** texte**\n").dump().find("strong") != std::string::npos);
    CHECK(parsed("\\*\\*texte\\*\\*\n").count(Kind::failed_emphasis) == 0);
}

TEST_CASE("spaces in a destination are reported and repaired, but not in code") {
    const std::string text = "[a](b c.md)\n";
    CHECK(parsed(text).dump().find("link dead \"b c.md\"") != std::string::npos);
    CHECK(parsed(text).place(Kind::space_in_link, text) == "b c.md");
    CHECK(parsed("`[a](b c.md)`\n").text() == "[a](b c.md)");
    CHECK(parsed("[a](b.md \"t\")\n").count(Kind::space_in_link) == 0);
}

TEST_CASE("an include that is missing or goes in a circle") {
    BodyOptions options;
    options.load = [](std::string_view path, FileId) -> std::optional<Inclusion> {
        if (path != "a.md") return std::nullopt;
        return Inclusion{"x\n\n{% include \"a.md\" %}\n", FileId{1}, 0};
    };
    const auto page = parsed("{% include \"a.md\" %}\n\n{% include \"b.md\" %}\n", options);
    CHECK(page.count(Kind::include_cycle) == 1);
    CHECK(page.count(Kind::missing_include) == 1);
    CHECK(page.dump() == "paragraph\n  text \"x\"\nunsupported include \"b.md\"\n");
}

TEST_CASE("files that include each other again and again are bounded, and that is said once") {
    BodyOptions options;
    const std::string twice = "mot\n\n{% include \"b.md\" %}\n\n{% include \"c.md\" %}\n";
    std::uint32_t next = 1;
    options.load = [&](std::string_view, FileId) {
        return std::optional(Inclusion{twice, FileId{next++}, 0});
    };
    options.most_included = 100'000;
    const auto page = parsed("{% include \"a.md\" %}\n", options);
    const std::size_t bounds = static_cast<std::size_t>(std::count_if(
        page.diagnostics.all().begin(), page.diagnostics.all().end(), [](const Diagnostic& each) {
            return each.message.english().find("97 kB") != std::string::npos;
        }));
    CHECK(bounds == 1);
    CHECK(page.text().size() < 1000);
}

TEST_CASE("the value of an expression in code counts as what variables put in") {
    BodyOptions options;
    options.variables = {{"x", std::string(1000, 'a')}};
    options.most_expanded = 5000;
    const auto page = parsed(repeated("<code class=\"expression\">x + x</code> ", 100), options);
    CHECK(page.count(Kind::content_dropped) == 1);
    CHECK(page.text().size() < 6000);
}

TEST_CASE("nesting beyond the limit is reported and loses no text") {
    const std::string quotes = repeated("> ", 300) + "mot\n";
    CHECK(parsed(quotes).count(Kind::nesting_too_deep) >= 1);
    CHECK(parsed(quotes).text().find("mot") != std::string::npos);
    const std::string hints = repeated("{% hint %}\nmot\n", 300);
    CHECK(parsed(hints).count(Kind::nesting_too_deep) >= 1);
    CHECK(parsed(hints).text().size() == 300 * 4 - 1);
    const std::string bold = "x " + repeated("<b>", 300) + "mot\n";
    CHECK(parsed(bold).text() == "x mot");
    CHECK(parsed(repeated("<div>", 1000) + "mot\n").text().find("mot") != std::string::npos);
    CHECK(parsed(repeated("[", 10000) + "mot" + repeated("]", 10000)).text().size() == 20003);
}

TEST_CASE("hostile repetitions end") {
    for (const char* unit : {"{% hint %}", "{{", "$$", "<a ", "<!-- ", "![", "* ", "<table>\n\n",
                             "{% filename %}", "|", "\\\n", "<div>\n\n", "[a](b"})
        CHECK_NOTHROW(parsed(repeated(unit, 3000)));
}
