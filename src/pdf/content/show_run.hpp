#pragma once

#include <vector>

#include "pages/pages.hpp"
#include "pdf/box.hpp"
#include "pdf/content/content_stream.hpp"
#include "pdf/images/emoji.hpp"
#include "pdf/text/glyph_codes.hpp"

namespace triptych::pdf {

/// A glyph that no face has: a box is drawn for it, since PDF/UA and PDF/A forbid `.notdef` (ISO
/// 14289-1 §7.21.8).
struct MissingGlyph {
    Box box;
    std::string_view text;  ///< for ActualText; empty when that has been written already
};

/// What is to be drawn after a run's text.
struct AfterRun {
    std::vector<MissingGlyph> missing;
    std::vector<EmojiPictures::Drawn> emoji;  ///< their text is there to be read only
};

/// Shows a run on its base line, which starts at `at`; glyphs end up within 1.5/1000 em of where
/// layout put them.
AfterRun show_run(ContentStream& out, const GlyphCodes& codes, const EmojiPictures& emoji,
                  const pages::Page& page, Point at, const pages::GlyphRun& run);

}  // namespace triptych::pdf
