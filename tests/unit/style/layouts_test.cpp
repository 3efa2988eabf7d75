#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <string>
#include <utility>

#include "base/is_one_of.hpp"
#include "style/contrast.hpp"
#include "style/script_leading.hpp"

using namespace triptych;
using namespace triptych::style;

namespace {

constexpr std::array layouts{"default", "handout", "large-print", "accessible", "sober", "dark"};

/// A layout of the project.
struct Layout {
    explicit Layout(std::string_view name) : sheet(load(*files, name, sources, diagnostics)) {
        REQUIRE(sheet.has_value());
    }
    std::unique_ptr<Files> files = folder_files(TRIPTYCH_SOURCE_DIR);
    Sources sources;
    Diagnostics diagnostics;
    std::optional<Sheet> sheet;
};

bool is_on_dark(Role role) {
    return is_one_of(role, {Role::cover_title, Role::cover_subtitle, Role::cover_meta,
                            Role::part_number, Role::part_title, Role::part_entry});
}

void check_readable(const Medium& medium, Colour paper, Colour cover) {
    for (std::size_t i = 0; i < static_cast<std::size_t>(Role::count_); ++i) {
        const auto role = static_cast<Role>(i);
        CAPTURE(std::string(name(role)));
        const BlockStyle& style = medium[role];
        const Colour ground = is_on_dark(role) ? cover : style.box.ground.value_or(paper);
        CHECK(contrast(style.text.colour, ground) >= 4.5);
        CHECK(style.text.leading >= style.text.size);
        CHECK(style.text.leading.units <= style.text.size.units * 2);
    }
    for (const CalloutColours& callout : medium.callouts) {
        CHECK(contrast(callout.label, callout.ground) >= 4.5);
        CHECK(contrast(medium[Role::callout].text.colour, callout.ground) >= 4.5);
        CHECK(contrast(medium.link, callout.ground) >= 4.5);
    }
}

bool inside(const Rect& zone, Size page) {
    return zone.size.width > Length{} && zone.size.height > Length{} && zone.at.x >= Length{} &&
           zone.at.y >= Length{} && zone.at.x + zone.size.width <= page.width &&
           zone.at.y + zone.size.height <= page.height;
}

}  // namespace

TEST_CASE("the layouts have no findings and name fonts that are there") {
    for (const char* name : layouts) {
        const Layout layout(name);
        for (const Diagnostic& finding : layout.diagnostics.all())
            FAIL_CHECK(to_text(finding, layout.sources));
        for (const Family& family : layout.sheet->fonts.families) {
            CHECK_FALSE(family.name.empty());
            CHECK_FALSE(family.files.empty());
            for (const FontFile& file : family.files) CHECK(layout.files->is_file(file.path));
        }
        for (const FontFile& file : layout.sheet->fonts.fallback)
            CHECK(layout.files->is_file(file.path));
    }
}

TEST_CASE("contrast is that of WCAG 2.1") {
    CHECK(contrast({0, 0, 0}, {255, 255, 255}) == doctest::Approx(21));
    CHECK(contrast({255, 255, 255}, {119, 119, 119}) == doctest::Approx(4.478).epsilon(0.001));
    CHECK(contrast({10, 20, 30}, {10, 20, 30}) == doctest::Approx(1));
}

TEST_CASE("all text of the layouts is readable on its ground") {
    const Colour paper{255, 255, 255};
    for (const char* name : layouts) {
        CAPTURE(name);
        const Layout layout(name);
        const Sheet& sheet = *layout.sheet;
        check_readable(sheet.booklet.medium, paper, sheet.booklet.cover_ground);
        check_readable(sheet.ebook.medium, paper, sheet.booklet.cover_ground);
        check_readable(sheet.slides.medium, sheet.slides.ground, sheet.slides.title_ground);
        CHECK(contrast(sheet.booklet.cover_accent, sheet.booklet.cover_ground) >= 3);
        CHECK(contrast(sheet.slides.title_accent, sheet.slides.title_ground) >= 4.5);
        CHECK(contrast(sheet.slides.title_ink, sheet.slides.title_ground) >= 4.5);
        for (const Colour letters :
             {sheet.slides.section_ink, sheet.slides.section_accent, sheet.slides.section_quiet})
            CHECK(contrast(letters, sheet.slides.section_ground) >= 4.5);
    }
}

TEST_CASE("parts of code are readable in every layout, on highlighted lines too") {
    for (const char* name : layouts) {
        const Layout layout(name);
        const Sheet& sheet = *layout.sheet;
        const auto check = [&](const Medium& medium, Colour page) {
            const Colour ground = medium[Role::code].box.ground.value_or(page);
            for (const CodePart part : code_parts) {
                CAPTURE(name);
                CAPTURE(triptych::name(part));
                const Colour letters = medium.code_text(part).colour;
                CHECK(contrast(letters, ground) >= 4.5);
                CHECK(contrast(letters, medium.callouts[2].ground) >= 4.5);
            }
        };
        check(sheet.booklet.medium, {255, 255, 255});
        check(sheet.ebook.medium, {255, 255, 255});
        check(sheet.slides.medium, sheet.slides.ground);
    }
}

TEST_CASE("in black and white, words of the language, comments and the rest of code differ") {
    for (const char* name : layouts) {
        CAPTURE(name);
        const Layout layout(name);
        for (const Medium* medium : {&layout.sheet->booklet.medium, &layout.sheet->ebook.medium,
                                     &layout.sheet->slides.medium}) {
            const auto differ = [&](std::optional<CodePart> a, std::optional<CodePart> b) {
                const TextStyle one = medium->code_text(a), other = medium->code_text(b);
                return one.weight != other.weight || one.italic != other.italic;
            };
            for (const CodePart bold : {CodePart::keyword, CodePart::tag, CodePart::inserted}) {
                CHECK(differ(bold, std::nullopt));
                CHECK(differ(bold, CodePart::comment));
            }
            CHECK(differ(CodePart::comment, std::nullopt));
            CHECK(differ(CodePart::type, CodePart::keyword));
            CHECK(differ(CodePart::inserted, CodePart::deleted));
        }
    }
}

TEST_CASE("the text block is whole lines on a page with a canon of margins") {
    for (const char* name : layouts) {
        CAPTURE(name);
        const Layout layout(name);
        const PageGeometry& page = layout.sheet->booklet.page;
        CHECK(page.inner < page.top);
        CHECK(page.top < page.outer);
        // The handout has its notes there.
        if (std::string_view(name) != "handout") CHECK(page.outer < page.bottom);
        const std::int64_t lines = page.text_height().units / page.baseline.units;
        CHECK(page.text_height() - page.baseline * lines < Length::points(0.1));
        CHECK(page.head < page.top);
        CHECK(page.foot < page.bottom);
    }
}

TEST_CASE("large print is large, ragged and undivided everywhere") {
    const Layout layout("large-print");
    const Medium& medium = layout.sheet->booklet.medium;
    for (std::size_t i = 0; i < static_cast<std::size_t>(Role::count_); ++i) {
        const auto role = static_cast<Role>(i);
        CAPTURE(std::string(name(role)));
        CHECK(medium[role].text.align != TextAlign::justify);
        CHECK_FALSE(medium[role].text.hyphenate);
        CHECK(medium[role].text.size >= Length::points(13));
    }
}

TEST_CASE("the default deck is legible and its zones lie on the slide without overlap") {
    const Layout layout("default");
    const Slides& slides = layout.sheet->slides;
    for (const Rect* zone :
         {&slides.kicker, &slides.numeral, &slides.title, &slides.body, &slides.links,
          &slides.footer, &slides.page_number, &slides.cover_kicker, &slides.cover_title,
          &slides.cover_subtitle, &slides.cover_meta, &slides.cover_code})
        CHECK(inside(*zone, slides.size));
    const auto bottom = [](const Rect& zone) { return zone.at.y + zone.size.height; };
    CHECK(bottom(slides.kicker) <= slides.title.at.y);
    CHECK(bottom(slides.title) <= slides.body.at.y);
    CHECK(bottom(slides.body) <= slides.links.at.y);
    CHECK(bottom(slides.links) <= slides.footer.at.y);
    CHECK(bottom(slides.title) <= slides.numeral.at.y);
    CHECK(slides.medium[Role::body].text.size >= slides.smallest_body);
    CHECK(slides.smallest_body >= Length::points(18));
    CHECK(slides.medium[Role::slide_title].text.leading * 2 <= slides.title.size.height);
}

TEST_CASE("layouts/README.md is what the table of keys says") {
    const Layout layout("default");
    if (std::getenv("TRIPTYCH_UPDATE") != nullptr)
        std::ofstream(TRIPTYCH_SOURCE_DIR "/layouts/README.md") << reference();
    const bool same = layout.files->read("layouts/README.md") == reference();
    CHECK_MESSAGE(same, "run `TRIPTYCH_UPDATE=1 test_style` and look at layouts/README.md");
}

TEST_CASE("figures stand as high as letters where no letter is small") {
    for (const auto& expected :
         {std::pair{"fr", Figures::old_style}, std::pair{"ru", Figures::old_style},
          std::pair{"ja", Figures::lining}, std::pair{"he", Figures::lining},
          std::pair{"ka", Figures::lining}}) {
        const auto& language = expected.first;
        CAPTURE(language);
        Sheet sheet;
        sheet.booklet.medium.styles[static_cast<std::size_t>(Role::body)].text.figures =
            Figures::old_style;
        fit_to_script(sheet, language);
        CHECK((sheet.booklet.medium[Role::body].text.figures == expected.second));
    }
}
