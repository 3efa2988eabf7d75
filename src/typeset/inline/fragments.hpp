#pragma once

#include <cstdint>
#include <vector>

#include "typeset/inline/material.hpp"

/// The parts of one line, with their places.
namespace triptych::typeset {

/// Glyphs, a space, a picture or a gap in its place on the line.
struct Fragment {
    Piece::Kind kind{};
    std::uint8_t level = 0;
    std::uint32_t begin = 0, end = 0;  ///< in the text
    std::uint32_t look = 0;
    std::uint32_t picture = 0;
    const ShapedWord* word = nullptr;
    std::uint32_t word_begin = 0;  ///< where `word` starts in the text
    ShapedWord::Range glyphs;
    Length x, width;
};

struct LineFragments {
    std::vector<Fragment> fragments;  ///< in logical order
    Length width;                     ///< without what hangs outside
    double stretch_ratio = 0;
};

/// How lines fill the measure.
struct Filling {
    Length measure;
    style::TextAlign align{};
    bool right_to_left = false;  ///< of the paragraph
};

LineFragments place_fragments(const StyledText& text, const Material& material,
                              const BrokenLine& line, const Filling& filling);

}  // namespace triptych::typeset
