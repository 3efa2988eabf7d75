#pragma once

#include <string_view>
#include <vector>

#include "pdf/text/cluster.hpp"

/// What each glyph of a cluster says to those who copy or search text.
namespace triptych::pdf {

/// Readers of PDFs take a wider gap, in thousandths of the size, for a space.
inline constexpr int widest_gap = 100;

struct GlyphTexts {
    std::vector<std::string_view> texts;  ///< of the glyphs in the order they are painted
    bool actual_text = false;             ///< also wanted for the whole cluster
};

/// Whether the glyphs of a cluster have codes of their own for what they stand for here. Not those
/// of Latin, Greek and Cyrillic letters with marks: there, ActualText is enough for all readers.
bool has_own_codes(const Cluster& cluster);

/// The texts of several glyphs with codes of their own. Readers differ: some ignore ActualText,
/// some turn the letters of one glyph round in text from right to left, and none likes a glyph
/// without a text; an empty one is U+200B, which takes no space.
GlyphTexts glyph_texts(const Cluster& cluster, bool right_to_left);

}  // namespace triptych::pdf
