#include <doctest/doctest.h>

#include <map>

#include "gitbook/book/neighbour_config.hpp"
#include "gitbook/book/page_names.hpp"
#include "gitbook/book/title.hpp"
#include "gitbook/dialects/file_parts.hpp"
#include "gitbook/dialects/neighbour_includes.hpp"
#include "gitbook/dialects/neighbours.hpp"
#include "gitbook/dialects/script_value.hpp"

using namespace triptych;
using namespace triptych::gitbook;

namespace {

/// A text after the pass, with the files that it may include.
struct Passed {
    MappedText text{FileId{0}};
    Diagnostics diagnostics;
    Allowance included{std::size_t{16} << 20U};

    Passed(std::string_view written, Dialect dialect,
           std::map<std::string, std::string> files = {}) {
        const IncludeLoader load = [&](std::string_view path, FileId) -> std::optional<Inclusion> {
            const auto found = files.find(std::string(path));
            if (found == files.end()) return std::nullopt;
            return Inclusion{found->second, FileId{1}, 0};
        };
        const PageFinder find_page = [](std::string_view name) -> std::optional<std::string> {
            if (name != "Page") return std::nullopt;
            return "/dir/Page.md";
        };
        MappedText source(FileId{0});
        source.copy(written, 0);
        text = in_gitbook_marks(source, {dialect, load, find_page, included}, diagnostics);
    }
    std::string shown() const { return std::string(text.text()); }
};

}  // namespace

TEST_CASE("text without marks of other dialects stays as it is") {
    const char* page =
        "# A\n\n    !!! code\n\n> a quote\n\n=== and === `[[Page]]` \\[[Page]] 1:2::3\n";
    for (const Dialect dialect : {Dialect::gitbook, Dialect::plain, Dialect::mdbook})
        CHECK(Passed(page, dialect).shown() == page);
    CHECK(Passed("", Dialect::mkdocs).shown() == "");
    CHECK(Passed("!!! note\nnot indented", Dialect::mkdocs).shown() == "!!! note\nnot indented");
}

TEST_CASE("tabs in one line are told from tags in code and tags that do not end") {
    const std::string line = "<Tabs><TabItem label=\"A\">a `<Tabs>` b</TabItem></Tabs>";
    CHECK(Passed(line, Dialect::docusaurus).shown() ==
          Passed("<Tabs>\n<TabItem label=\"A\">\na `<Tabs>` b\n</TabItem>\n</Tabs>",
                 Dialect::docusaurus)
              .shown());
    // Each of these would look for its end, or for the begin of code, through all that follow.
    std::string open = "<Tabs>", code = "<Tabs>`", closed = "<Tabs>";
    for (int i = 0; i < 30'000; ++i) {
        open += "<Tabs ";
        code += "<Tabs> ";
        closed += "<TabItem>a</TabItem>";
    }
    CHECK(Passed(open, Dialect::docusaurus).shown().size() > open.size());
    CHECK(Passed(code, Dialect::docusaurus).shown().size() > code.size());
    CHECK(Passed(closed, Dialect::docusaurus).shown().size() > closed.size());
}

TEST_CASE("places lead back to the author's text") {
    const std::string page = "!!! tip\n    inside\n\nbehind";
    const Passed passed(page, Dialect::mkdocs);
    const std::size_t inside = passed.text.text().find("inside");
    const Span span = passed.text.span(inside, inside + 6);
    CHECK(page.substr(span.begin, span.end - span.begin) == "inside");
    CHECK(passed.shown() == "{% hint style=\"success\" %}\ninside\n\n{% endhint %}\nbehind");
}

TEST_CASE("an end of several blocks closes the one with as many colons") {
    CHECK(Passed("::::note\n:::tip\na\n::::\nb\n", Dialect::docusaurus).shown() ==
          "{% hint style=\"info\" %}\n{% hint style=\"success\" %}\na\n{% endhint %}\n"
          "{% endhint %}\nb\n");
    CHECK(Passed(":::\na\n:::\n", Dialect::docusaurus).shown() == ":::\na\n:::\n");
}

TEST_CASE("a listing that its block ends before is closed") {
    CHECK(Passed("> [!NOTE]\n> ```\n> a\nb\n", Dialect::plain).shown() ==
          "{% hint style=\"info\" %}\n```\na\n```\n{% endhint %}\nb\n");
}

TEST_CASE("titles can't break out of their tag") {
    CHECK(Passed("??? note \"a \"b\" %} c\"\n    d\n", Dialect::mkdocs).shown() ==
          "{% collapse title=\"a \\\"b\\\" % } c\" %}\nd\n{% endcollapse %}\n");
}

TEST_CASE("parts of files are told by lines and by anchors") {
    const std::string_view text = "1\n2\n// ANCHOR: a\n3\n// ANCHOR_END: a\n4\n";
    const FileParts parts(text);
    CHECK(parts.find(text, "") == text);
    CHECK(parts.find(text, "2") == "2\n");
    CHECK(parts.find(text, "1:2") == "1\n2\n");
    CHECK(parts.find(text, ":2") == "1\n2\n");
    CHECK(parts.find(text, "6:") == "4\n");
    CHECK(parts.find(text, "a") == "3\n");
    for (const char* nothing : {"b", "9", "2:1", "0:0", "ab", "1:x"})
        CHECK_FALSE(parts.find(text, nothing).has_value());
}

TEST_CASE("lines of Rust that mdBook hides are left out") {
    const std::map<std::string, std::string> files{{"b.rs", "# use a;\nfn b() {}\n"}};
    CHECK(Passed("```rust,editable\n# a\n#\n#[b]\n## c\nd\n```\n{{#playground b.rs}}\n",
                 Dialect::mdbook, files)
              .shown() == "```rust,editable\n#[b]\n# c\nd\n```\n\n```rust\nfn b() {}\n```\n");
    CHECK(Passed("```python\n# a\n```\n", Dialect::mdbook).shown() == "```python\n# a\n```\n");
    CHECK(Passed("```rust\n# a\n```\n", Dialect::mkdocs).shown() == "```rust\n# a\n```\n");
}

TEST_CASE("what files include in each other is bounded") {
    std::map<std::string, std::string> files{{"a", "{{#include b}}\n"},
                                             {"b", "{{#include a}}\nb\n"}};
    const Passed circle("```\n{{#include a}}\n```\n", Dialect::mdbook, files);
    CHECK(circle.shown().find("b\n") != std::string::npos);
    files["a"] = std::string(std::size_t{3} << 20U, 'x');
    std::string page = "```\n";
    for (int i = 0; i < 10; ++i) page += "{{#include a}}\n";
    const Passed large(page + "```\n", Dialect::mdbook, files);
    CHECK(large.text.text().size() < std::size_t{17} << 20U);
    CHECK(large.diagnostics.all().size() == 1);
}

TEST_CASE("links by name") {
    CHECK(Passed("[[Page|l]] [[Page#A b]] [[No]]", Dialect::plain).shown() ==
          "[l](</dir/Page.md>) [Page > A b](</dir/Page.md#a-b>) [[No]]");
    CHECK(Passed("[[No]]", Dialect::obsidian).shown() == "No");
    CHECK(Passed("[[Page]]", Dialect::gitbook).shown() == "[[Page]]");
}

TEST_CASE("book.toml that is no TOML is reported, and its folder is still src") {
    Diagnostics diagnostics;
    const std::string text = "[book]\ntitle = \"A\nlanguage = 1\n";
    const NeighbourConfig config = read_mdbook(text, FileId{0}, diagnostics);
    CHECK(config.title == "");
    CHECK(config.root == "src");
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].kind == Kind::invalid_yaml);
}

TEST_CASE("values are found in code of JavaScript") {
    CHECK(script_value("{ subtitle: 'no', title: \"It's\\\" so\" }", "title") == "It's\" so");
    CHECK(script_value("{ 'title' : `a` }", "title") == "a");
    CHECK(script_value("title = 'a'; titles: 'b'", "title") == "");
    CHECK(script_value("title: 'open", "title") == "");
}

TEST_CASE("titles that fit any book") {
    for (const char* generic :
         {"Home", "🏠 Bienvenue !", "GÉNÉRALITÉS", "はじめに", "", "Table of contents:"})
        CHECK(is_generic_title(generic));
    for (const char* own : {"Bienvenue chez nous", "Guide", "Introduction à TOML"})
        CHECK_FALSE(is_generic_title(own));
    CHECK(without_emoji("🏠 Un 👷‍♀️ guide") == "Un guide");
    CHECK(without_emoji("🏠") == "");
}

TEST_CASE("pages are found by their name and the folders before it") {
    const FileIndex index({"a/Été.md", "b/c/Été.md", "b/c/100% #1.png"});
    const PageNames names(index);
    CHECK(names.find("été") == "/a/Été.md");
    CHECK(names.find("c/Été.md") == "/b/c/Été.md");
    CHECK(names.find("/b/c/été") == "/b/c/Été.md");
    CHECK(names.find("100% #1.png") == "/b/c/100%25 %231.png");
    CHECK_FALSE(names.find("c").has_value());
}
