#include <doctest/doctest.h>

#include <map>
#include <string>

#include "style/sheet.hpp"

using namespace triptych;
using namespace triptych::style;

namespace {

/// A layout held in memory: `base` is complete, other files are added by the test.
struct Fixture {
    std::map<std::string, std::string> files{
        {"layouts/base/theme.yaml", "colours: {ink: '#102030'}\n"},
        {"layouts/base/booklet.yaml", ""},
        {"layouts/base/epub.yaml", ""},
        {"layouts/base/slides.yaml", ""}};
    Sources sources;
    Diagnostics diagnostics;

    std::optional<Sheet> load(std::string_view layout = "base") {
        return style::load(*memory_files(files), layout, sources, diagnostics);
    }
    Sheet loaded(std::string_view layout = "base") {
        auto sheet = load(layout);
        REQUIRE(sheet.has_value());
        return *sheet;
    }
    void booklet(std::string text) { files["layouts/base/booklet.yaml"] = std::move(text); }
    /// `file:line:column [kind] hint` of every finding.
    std::string findings() const {
        std::string out;
        for (const Diagnostic& finding : diagnostics.all()) {
            const Location at = sources.locate(finding.span);
            out += std::string(at.file) + ':' + std::to_string(at.line) + ':' +
                   std::to_string(at.column) + " [" + std::string(slug(finding.kind)) + "] " +
                   finding.hint.english() + '\n';
        }
        return out;
    }
};

const TextStyle& text(const Sheet& sheet, Role role) { return sheet.booklet.medium[role].text; }

}  // namespace

TEST_CASE("empty files give a plain sheet without findings") {
    Fixture fixture;
    const Sheet sheet = fixture.loaded();
    CHECK(fixture.findings() == "");
    CHECK(text(sheet, Role::title).size == Length::points(10));
    CHECK(sheet.booklet.page.size.width == Length::millimetres(148));
}

TEST_CASE("styles inherit from the body or from the style they are like") {
    Fixture fixture;
    fixture.booklet(
        "styles:\n"
        "  title: {like: heading2, italic: yes}\n"
        "  heading2: {size: 2em, space-before: 2em, space-after: 0.5line}\n"
        "  body: {size: 12pt, leading: 15pt, colour: ink, align: justify}\n");
    const Sheet sheet = fixture.loaded();
    CHECK(fixture.findings() == "");
    const BlockStyle& title = sheet.booklet.medium[Role::title];
    CHECK(title.text.size == Length::points(24));
    CHECK(title.text.leading == Length::points(15));
    CHECK(title.text.colour == Colour{0x10, 0x20, 0x30});
    CHECK(title.text.italic);
    CHECK(title.space_before == Length::points(48));
    CHECK(title.space_after == Length::points(7.5));
    CHECK_FALSE(text(sheet, Role::heading2).italic);
    CHECK(text(sheet, Role::caption).align == TextAlign::justify);
    CHECK(sheet.booklet.page.baseline == Length::points(15));
}

TEST_CASE("an unknown key is reported where it stands, with the nearest name") {
    Fixture fixture;
    fixture.booklet(
        "page:\n"
        "  inter: 20mm\n"
        "styles:\n"
        "  heding2: {size: 20pt}\n"
        "  body: {leeding: 15pt}\n"
        "zebra: 1\n");
    fixture.loaded();
    CHECK(fixture.findings() ==
          "layouts/base/booklet.yaml:2:3 [unknown-key] did you mean 'inner'?\n"
          "layouts/base/booklet.yaml:4:3 [unknown-key] did you mean 'heading2'?\n"
          "layouts/base/booklet.yaml:5:10 [unknown-key] did you mean 'leading'?\n"
          "layouts/base/booklet.yaml:6:1 [unknown-key] layouts/README.md lists all keys\n");
}

TEST_CASE("a finding in the theme is made once, though every output reads it") {
    Fixture fixture;
    fixture.files["layouts/base/theme.yaml"] = "colors: {}\nstyles: {body: {size: 5}}\n";
    fixture.loaded();
    CHECK(fixture.findings().find("theme.yaml:1:1 [unknown-key] did you mean 'colours'?\n") !=
          std::string::npos);
    CHECK(fixture.diagnostics.all().size() == 2);
}

TEST_CASE("wrong values are reported and keep the default") {
    for (const char* line : {"styles: {body: {size: 10 apples}}",
                             "styles: {body: {size: -3pt}}",
                             "styles: {body: {size: 0}}",
                             "styles: {body: {size: 1e300pt}}",
                             "styles: {body: {size: nanpt}}",
                             "styles: {body: {size: }}",
                             "styles: {body: {colour: lavender}}",
                             "styles: {body: {colour: '#12345'}}",
                             "styles: {body: {colour: '#12345g'}}",
                             "styles: {body: {align: middle}}",
                             "styles: {body: {italic: perhaps}}",
                             "styles: {body: {weight: heavy}}",
                             "styles: {body: 10pt}",
                             "styles: [1]",
                             "page: A5",
                             "page: {size: A9}",
                             "page: {size: [10mm]}",
                             "page: {size: [0mm, 10mm]}",
                             "contents: {depth: 1.5}",
                             "contents: {depth: 2147483648}",
                             "styles: {body: {weight: 1000000}}",
                             "links: all",
                             "page: {inner: 100mm, outer: 100mm}",
                             "page: {top: 200mm}"}) {
        CAPTURE(line);
        Fixture fixture;
        fixture.booklet(line);
        const Sheet sheet = fixture.loaded();
        REQUIRE(fixture.diagnostics.all().size() == 1);
        CHECK(fixture.diagnostics.all()[0].kind == Kind::invalid_value);
        CHECK(text(sheet, Role::body).size == Length::points(10));
        CHECK(sheet.booklet.page.measure() > Length::points(72));
    }
}

TEST_CASE("a circle of likes is cut") {
    Fixture fixture;
    fixture.booklet("styles:\n  list: {like: quote}\n  quote: {like: list}\n");
    fixture.loaded();
    CHECK(fixture.findings() ==
          "layouts/base/booklet.yaml:3:17 [invalid-value] expected a style that is not like this "
          "one in turn\n");
}

TEST_CASE("a layout that extends another changes what it names, through all that inherits") {
    Fixture fixture;
    fixture.booklet(
        "page: {inner: 10mm, outer: 11mm}\nstyles: {body: {size: 10pt, colour: ink}, title: {size: "
        "2em}}\n");
    fixture.files["layouts/large/theme.yaml"] = "extends: base\ncolours: {ink: '#000000'}\n";
    fixture.files["layouts/large/booklet.yaml"] =
        "page: {outer: 30mm}\nstyles: {body: {size: 16pt}}\n";
    const Sheet sheet = fixture.loaded("large");
    CHECK(fixture.findings() == "");
    CHECK(sheet.name == "large");
    CHECK(text(sheet, Role::title).size == Length::points(32));
    CHECK(text(sheet, Role::title).colour == Colour{});
    CHECK(sheet.booklet.page.inner == Length::millimetres(10));
    CHECK(sheet.booklet.page.outer == Length::millimetres(30));
}

TEST_CASE("a brand takes the place of the theme's colours and fonts in every layout") {
    Fixture fixture;
    fixture.booklet("cover: {ground: ink}\nstyles: {body: {colour: ink}}\n");
    fixture.files["brand.yaml"] =
        "logo: logo.svg\ncolours: {ink: '#000091'}\n"
        "fonts: {text: {name: Marianne, files: [400 fonts/Marianne.otf]}}\npage: A5\n";
    const Sheet sheet = fixture.loaded();
    CHECK(text(sheet, Role::body).colour == Colour{0, 0, 0x91});
    CHECK(sheet.fonts.families[0].name == "Marianne");
    CHECK(fixture.findings() ==
          "brand.yaml:2:16 [low-contrast] 'ink' has a part in it; make it at least 4.5 to 1\n"
          "brand.yaml:4:1 [unknown-key] layouts/README.md lists all keys\n");
}

TEST_CASE(
    "misspelt colours of a brand are reported, those that the layout or the brand uses are not") {
    Fixture fixture;
    fixture.booklet("cover: {ground: night}\n");
    fixture.files["layouts/base/theme.yaml"] = "colours: {accent: '#102030'}\n";
    fixture.files["brand.yaml"] =
        "colours:\n  cloud: '#ffffff'\n  night: cloud\n  acent: '#102030'\n  x: '#102030'\n";
    fixture.load();
    CHECK(fixture.findings() ==
          "brand.yaml:4:3 [unknown-key] did you mean 'accent'?\n"
          "brand.yaml:5:3 [unknown-key] layouts/README.md lists all keys\n");
}

TEST_CASE("colours of a brand that can't be read are reported where they stand") {
    Fixture fixture;
    fixture.booklet("styles: {body: {colour: ink}, cover-title: {colour: paper}}\n");
    fixture.files["layouts/base/theme.yaml"] = "colours: {ink: '#102030', paper: '#ffffff'}\n";
    fixture.files["brand.yaml"] = "colours: {ink: '#ffcc00'}\n";
    fixture.load();
    REQUIRE(fixture.diagnostics.all().size() == 1);
    CHECK(fixture.diagnostics.all()[0].message.english() ==
          "text in #ffcc00 on #ffffff has a contrast of 1.5 to 1");
    CHECK(fixture.findings() ==
          "brand.yaml:1:16 [low-contrast] 'ink' has a part in it; make it at least 4.5 to 1\n");
}

TEST_CASE("a colour of a brand that is none is told once, and the layout's stays") {
    Fixture fixture;
    fixture.booklet("styles: {body: {colour: ink}, cover-title: {colour: ink}}\n");
    fixture.files["layouts/base/theme.yaml"] = "colours: {ink: '#102030', paper: '#ffffff'}\n";
    fixture.files["brand.yaml"] = "colours: {ink: blue}\n";
    const Sheet sheet = fixture.loaded();
    REQUIRE(fixture.diagnostics.all().size() == 1);
    CHECK(fixture.diagnostics.all()[0].message.english() == "found 'blue'");
    CHECK(fixture.findings() ==
          "brand.yaml:1:16 [invalid-value] expected a colour such as '\"#1a5fb4\"', or the name of "
          "one of the theme\n");
    CHECK(text(sheet, Role::body).colour == text(sheet, Role::cover_title).colour);
    CHECK(text(sheet, Role::body).colour == Colour{0x10, 0x20, 0x30});
}

TEST_CASE("parts of code change the style of code, and their colours are held against its ground") {
    Fixture fixture;
    fixture.booklet(
        "syntax: {comment: {italic: yes, colour: pale}, strings: {weight: 700}}\n"
        "styles: {code: {weight: 600}}\n");
    fixture.files["layouts/base/theme.yaml"] = "colours: {pale: '#102030'}\n";
    fixture.files["brand.yaml"] = "colours: {pale: '#dddddd'}\n";
    const auto sheet = fixture.load();
    REQUIRE(sheet);
    const Medium& medium = sheet->booklet.medium;
    CHECK(medium.code_text(CodePart::comment).italic);
    CHECK(medium.code_text(CodePart::comment).weight == 600);
    CHECK(medium.code_text(CodePart::comment).colour == Colour{0xDD, 0xDD, 0xDD});
    CHECK_FALSE(medium.code_text(CodePart::keyword).italic);
    CHECK(fixture.findings().find("[low-contrast] 'pale' has a part in it") != std::string::npos);
    CHECK(fixture.findings().find("[unknown-key]") != std::string::npos);
}

TEST_CASE("layouts that extend each other are reported, not followed for ever") {
    Fixture fixture;
    fixture.files["layouts/base/theme.yaml"] = "extends: other\n";
    fixture.files["layouts/other/theme.yaml"] = "extends: base\n";
    CHECK(fixture.load().has_value());
    CHECK(fixture.findings() ==
          "layouts/other/theme.yaml:1:10 [invalid-value] let one of the layouts of this circle "
          "stand alone\n");
}

TEST_CASE("a layout that is not there or has a file missing can't be loaded") {
    Fixture fixture;
    CHECK_FALSE(fixture.load("bass").has_value());
    CHECK(fixture.findings() == ":0:0 [unreadable-source] did you mean 'base'?\n");
    CHECK_FALSE(fixture.load("../base").has_value());
    fixture.files.erase("layouts/base/epub.yaml");
    CHECK_FALSE(fixture.load().has_value());
    CHECK(fixture.diagnostics.all().back().message.english() == "layout 'base' has no epub.yaml");
}

TEST_CASE("files that are not YAML, or no map, or a bomb are errors with a place") {
    std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 9; ++i) {
        const std::string alias = "*a" + std::to_string(i - 1);
        const std::string name = 'a' + std::to_string(i);
        bomb += name + ": &" + name + " [" + alias;
        for (int j = 0; j < 9; ++j) bomb += ", " + alias;
        bomb += "]\n";
    }
    const std::string deep = std::string(40, '[') + std::string(40, ']');
    for (const std::string& text : {std::string("page: {inner: 1"), std::string("- a\n- b\n"),
                                    std::string("a: *b\n"), bomb, "a: " + deep}) {
        CAPTURE(text.substr(0, 40));
        Fixture fixture;
        fixture.booklet(text);
        CHECK_FALSE(fixture.load().has_value());
        REQUIRE(fixture.diagnostics.all().size() == 1);
        CHECK(fixture.diagnostics.all()[0].kind == Kind::invalid_yaml);
        CHECK(fixture.findings().starts_with("layouts/base/booklet.yaml:"));
        CHECK(fixture.findings().find(" [invalid-yaml] ") != std::string::npos);
    }
}

TEST_CASE("zones lie on the columns of the grid") {
    Fixture fixture;
    fixture.files["layouts/base/slides.yaml"] =
        "page: {size: '16:9', left: 48pt, right: 48pt}\n"
        "grid: {columns: 12, gutter: 12pt}\n"
        "zones:\n  body: [3-12, 100pt, 300pt]\n  numeral: [1-2, 1in, 2in]\n  title: [11-13, 1in, "
        "1in]\n";
    const Slides slides = fixture.loaded().slides;
    CHECK(slides.numeral.at.x == Length::points(48));
    CHECK(slides.body.at.x == Length::points(48 + 2 * 73));
    CHECK(slides.body.size.width == Length::points(864 - 2 * 73));
    CHECK(slides.numeral.at.y == Length::points(72));
    CHECK(fixture.findings().starts_with("layouts/base/slides.yaml:6:10 [invalid-value]"));
}

TEST_CASE("font files are weight, posture and path") {
    Fixture fixture;
    fixture.files["layouts/base/theme.yaml"] =
        "fonts:\n"
        "  text: {name: A, files: [400 a/A B.ttf, 700 italic a/C.ttf]}\n"
        "  fallback: [400 e.ttf, bold f.ttf]\n";
    const Fonts fonts = fixture.loaded().fonts;
    REQUIRE(fonts.families[0].files.size() == 2);
    CHECK(fonts.families[0].files[0].path == "a/A B.ttf");
    CHECK(fonts.families[0].files[1].italic);
    CHECK(fonts.families[0].files[1].weight == 700);
    CHECK(fonts.fallback.size() == 1);
    CHECK(fixture.findings().starts_with("layouts/base/theme.yaml:3:25 [invalid-value]"));
}
