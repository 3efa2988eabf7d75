#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/parallel.hpp"
#include "font/library.hpp"
#include "pages/pages.hpp"
#include "pdf/text/text_keys.hpp"

namespace triptych::pdf {

/// The codes of one face: how its glyphs are written in content streams, and what they mean.
struct FaceCodes {
    /// For one glyph drawn for one text.
    struct Code {
        std::uint16_t code = 0;
        bool has_unicode = false;  ///< ToUnicode gives the text; else ActualText has to
    };

    FaceId face{};
    font::FontFormat format{};
    std::string program;                ///< the font file to embed
    std::vector<std::uint16_t> glyphs;  ///< those in use, rising
    std::vector<std::uint16_t> codes;   ///< by glyph; 0 is not in use
    std::vector<std::int32_t> widths;   ///< by glyph, in 1/1000 em
    std::vector<TextKey> texts;         ///< by glyph: the text it is first drawn for
    std::vector<TextKey> fallbacks;     ///< by glyph: its part of a cluster of several glyphs
    std::uint16_t space = 0;            ///< the glyph of the space, when it is in use
    /// Clusters end with marks that are drawn far in front of the pen: see `show_run`.
    bool has_marks_before_pen = false;
    /// The glyph of the space with a code that says nothing, for those; 0: there is none.
    Code filler{};
    std::int32_t filler_width = 0;  ///< in 1/1000 em
    /// Second codes of glyphs that are drawn for other texts, too; TrueType only, where a code can
    /// be mapped to any glyph.
    std::map<std::pair<std::uint16_t, TextKey>, std::uint16_t> alternates;

    Code find(std::uint16_t glyph, TextKey text) const;
    /// What ToUnicode gives for the first code of a glyph.
    TextKey text_of(std::uint16_t glyph) const;
};

/// The codes of all faces that `Pages` draws with.
struct GlyphCodes {
    TextKeys keys;
    std::map<FaceId, FaceCodes> faces;
    /// Faces that could not be subset, in order.
    std::vector<FaceId> refused;
};

GlyphCodes assign_codes(const pages::Pages& pages, const font::Library& fonts, Threads& threads);

}  // namespace triptych::pdf
