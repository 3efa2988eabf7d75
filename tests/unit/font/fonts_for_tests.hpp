#pragma once

#include <memory>
#include <string>
#include <vector>

#include <triptych/files.hpp>

#include "font/library.hpp"

namespace triptych::font {

/// The fonts of the project, opened as the default layout opens them.
struct ProjectFonts {
    std::unique_ptr<Files> files = folder_files(TRIPTYCH_SOURCE_DIR);
    Library library{
        *files,
        {{"fonts/source-serif-4/SourceSerif4-Regular.ttf", "Serif", 400, false},
         {"fonts/source-serif-4/SourceSerif4-Italic.ttf", "Serif", 400, true},
         {"fonts/source-serif-4/SourceSerif4-Bold.ttf", "Serif", 700, false},
         {"fonts/source-code-pro/SourceCodePro-Regular.ttf", "Mono", 400, false}},
        {{"fonts/source-code-pro/SourceCodePro-Regular.ttf", "Mono", 400, false},
         {"fonts/noto-sans-symbols-2/NotoSansSymbols2-Regular.ttf", "Symbols", 400, false},
         {"fonts/noto-emoji/NotoEmoji-Regular.ttf", "Emoji", 400, false}},
        nullptr,
        {{"fonts/noto-color-emoji/NotoColorEmoji-Subset.ttf", "Colour", 400, false}}};
    FaceId serif = library.find("Serif", 400, false);
    FaceId mono = library.find("Mono", 400, false);

    std::vector<ShapedGlyph> shape(std::string_view text, FaceId face, Features features = {}) {
        return library.shape({text, face, Length::points(10), "fr", {}, features});
    }
    std::vector<ShapedGlyph> shape(std::string_view text, Features features = {}) {
        return shape(text, serif, features);
    }
    /// Family and text of every run: `Serif:ab|Emoji:…`; a `?` in front of a run without glyphs.
    std::string runs(std::string_view text) {
        std::string out;
        for (const FaceRun& run : library.itemize(text, serif)) {
            if (!out.empty()) out += '|';
            if (run.missing) out += '?';
            out += library.file(run.face).family + ':';
            out += text.substr(run.begin, run.end - run.begin);
        }
        return out;
    }
};

}  // namespace triptych::font
