#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <triptych/files.hpp>

#include "typeset/inline/paragraph.hpp"

namespace triptych::typeset {

/// Sets paragraphs with the project's fonts and two French patterns.
struct Setting {
    static constexpr const char* math_font = "fonts/stix-two-math/STIXTwoMath-Regular.ttf";
    std::unique_ptr<Files> files = folder_files(TRIPTYCH_SOURCE_DIR);
    /// Parts a word behind every vowel.
    std::unique_ptr<Files> patterns =
        memory_files({{"hyph_fr.dic", "UTF-8\na1\ne1\ni1\no1\nu1\n"}});
    /// Debian's folder of fonts, when other scripts are set.
    std::unique_ptr<Files> packs;
    font::Library fonts{
        *files,
        {{"fonts/source-serif-4/SourceSerif4-Regular.ttf", "Serif", 400, false},
         {"fonts/source-serif-4/SourceSerif4-Italic.ttf", "Serif", 400, true},
         {"fonts/source-serif-4/SourceSerif4-Bold.ttf", "Serif", 700, false},
         {"fonts/source-sans-3/SourceSans3-Regular.ttf", "Sans", 400, false},
         {"fonts/source-code-pro/SourceCodePro-Regular.ttf", "Mono", 400, false},
         {math_font, "Math", 400, false}},
        {{"fonts/noto-sans-symbols-2/NotoSansSymbols2-Regular.ttf", "Symbols", 400, false},
         {"fonts/noto-emoji/NotoEmoji-Regular.ttf", "Emoji", 400, false}},
        packs.get()};
    image::Store images{*files, {}};
    style::Sheet sheet = make_sheet();
    Resources resources{fonts, images, sheet, patterns.get()};
    doc::Book book;
    Structure structure{pages::Tag::document};
    Diagnostics diagnostics;
    Context context{{resources, book, structure, diagnostics, "fr"}, sheet.booklet.medium};
    style::TextStyle style = make_style();

    explicit Setting(std::unique_ptr<Files> others = nullptr) : packs(std::move(others)) {}

    static style::Sheet make_sheet() {
        style::Sheet sheet;
        sheet.fonts.families[0].name = "Serif";
        sheet.fonts.families[1].name = "Sans";
        sheet.fonts.families[2].name = "Mono";
        sheet.fonts.families[3].name = "Math";
        sheet.fonts.families[3].files = {{math_font, 400, false}};
        for (style::BlockStyle& block : sheet.booklet.medium.styles) {
            block.text.size = Length::points(10);
        }
        return sheet;
    }
    static style::TextStyle make_style() {
        style::TextStyle style;
        style.size = Length::points(10);
        style.leading = Length::points(13);
        style.align = style::TextAlign::justify;
        style.hyphenate = true;
        return style;
    }

    static doc::Inlines plain(std::string_view text) {
        return {{doc::Text{std::string(text)}, {}}};
    }
    std::vector<Line> set(const doc::Inlines& body, double measure) {
        return set_paragraph({body, style, Length::points(measure), {}, {}}, context);
    }
    std::vector<Line> set(std::string_view text, double measure) {
        return set(plain(text), measure);
    }
};

/// All that is drawn as text, as a reader of the file would extract it; soft hyphens taken out.
inline std::string extracted(const std::vector<Line>& lines) {
    std::string text;
    for (const Line& line : lines) {
        for (const pages::Item& item : line.items) {
            const auto* run = std::get_if<pages::GlyphRun>(&item.content);
            if (run != nullptr && run->text != "\xC2\xAD") text += run->text;
        }
    }
    return text;
}

/// Right end of the last glyph that is not the space at the line's end.
inline Length right_edge(const Line& line) {
    Length right;
    for (const pages::Item& item : line.items) {
        const auto* run = std::get_if<pages::GlyphRun>(&item.content);
        if (run == nullptr) continue;
        Length x = item.at.x;
        for (const pages::Glyph& glyph : run->glyphs) {
            x += Length{glyph.advance};
            const bool space = glyph.text < run->text.size() && run->text[glyph.text] == ' ';
            if (!space) right = std::max(right, x);
        }
    }
    return right;
}

}  // namespace triptych::typeset
