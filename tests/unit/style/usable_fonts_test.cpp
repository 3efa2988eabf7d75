#include <doctest/doctest.h>

#include <map>
#include <string>

#include "style/sheet.hpp"

using namespace triptych;
using namespace triptych::style;

namespace {

/// A layout under which `own` lies, and a brand; files called `broken.ttf` can't be used.
struct Stage {
    std::map<std::string, std::string> files{
        {"layouts/base/theme.yaml",
         "fonts:\n  text: {name: Base, files: [400 base.ttf]}\n"
         "  head: {name: Base, files: [400 broken.ttf]}\n  fallback: [400 base.ttf]\n"},
        {"layouts/base/booklet.yaml", ""},
        {"layouts/base/epub.yaml", ""},
        {"layouts/base/slides.yaml", ""},
        {"layouts/own/theme.yaml", "extends: base\n"}};
    Sources sources;
    Diagnostics diagnostics;

    Fonts fonts() {
        auto sheet =
            load(*memory_files(files), "own", sources, diagnostics, [](const std::string& path) {
                return path.ends_with("broken.ttf") ? Message::verbatim("it is broken") : Message();
            });
        REQUIRE(sheet.has_value());
        return sheet->fonts;
    }
    /// `file:line:column kind` of every finding.
    std::string findings() const {
        std::string out;
        for (const Diagnostic& finding : diagnostics.all()) {
            const Location at = sources.locate(finding.span);
            out += std::string(at.file) + ':' + std::to_string(at.line) + ':' +
                   std::to_string(at.column) + ' ' + std::string(slug(finding.kind)) + '\n';
        }
        return out;
    }
};

const Family& text(const Fonts& fonts) {
    return fonts.families[static_cast<std::size_t>(FamilyRole::text)];
}

}  // namespace

TEST_CASE("a family with a broken file gives way to the one below it") {
    for (const char* file : {"brand.yaml", "layouts/own/theme.yaml"}) {
        Stage fixture;
        std::string& theme = fixture.files[file];
        const std::string place = std::string(file) + ":" + (theme.empty() ? "1" : "2");
        theme += "fonts: {text: {name: Own, files: [400 own.ttf, 700 broken.ttf]}}\n";
        const Fonts fonts = fixture.fonts();
        CHECK(text(fonts).name == "Base");
        REQUIRE(text(fonts).files.size() == 1);
        CHECK(text(fonts).files[0].path == "base.ttf");
        CHECK(fixture.findings() == place + ":48 unreadable-font\n");
    }
}

TEST_CASE("a family without files, or with one that is wrongly given, gives way too") {
    for (const char* list : {"[]", "[own.ttf]", "[400 own.ttf, 2000 own.ttf]"}) {
        CAPTURE(list);
        Stage fixture;
        fixture.files["brand.yaml"] =
            std::string("fonts: {text: {name: Own, files: ") + list + "}}\n";
        CHECK(text(fixture.fonts()).name == "Base");
        CHECK(fixture.findings().find("brand.yaml:1:") == 0);
        CHECK(fixture.findings().find("invalid-value") != std::string::npos);
    }
}

TEST_CASE("of the fallback list only broken files go; a list of nothing else gives way") {
    Stage fixture;
    fixture.files["brand.yaml"] = "fonts: {fallback: [400 broken.ttf, 400 own.ttf]}\n";
    Fonts fonts = fixture.fonts();
    REQUIRE(fonts.fallback.size() == 1);
    CHECK(fonts.fallback[0].path == "own.ttf");
    fixture.files["brand.yaml"] = "fonts: {fallback: [400 broken.ttf]}\n";
    fonts = fixture.fonts();
    REQUIRE(fonts.fallback.size() == 1);
    CHECK(fonts.fallback[0].path == "base.ttf");
}

TEST_CASE("the lowest layout keeps its fonts, whatever they are") {
    Stage fixture;
    const Fonts fonts = fixture.fonts();
    CHECK(fonts.families[static_cast<std::size_t>(FamilyRole::head)].files.size() == 1);
    CHECK(fixture.findings().empty());
}
