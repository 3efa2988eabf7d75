#pragma once

#include <cstdint>
#include <vector>

#include "typeset/inline/material.hpp"

/// The parts of one line, with their places.
namespace triptych::typeset {

/// Scale of glyphs that are as wide as the font says.
inline constexpr std::int32_t unstretched = 65536;
/// Advance of a glyph scaled by `stretch` in 1/65536.
constexpr std::int32_t stretched(std::int32_t advance, std::int32_t stretch) {
    return static_cast<std::int32_t>(static_cast<std::int64_t>(advance) * stretch / unstretched);
}

/// Glyphs, a space, a picture, a part of a formula or a gap in its place on the line.
struct Fragment {
    Piece::Kind kind{};
    std::uint8_t level = 0;
    std::uint32_t begin = 0, end = 0;  ///< in the text
    std::uint32_t look = 0;
    std::uint32_t picture = 0;  ///< index of a picture or a formula
    std::uint32_t part = 0;     ///< of the formula
    const ShapedWord* word = nullptr;
    std::uint32_t word_begin = 0;  ///< where `word` starts in the text
    ShapedWord::Range glyphs;
    Length x, width;
    bool at_line_end = false;            ///< the space a line was broken at, outside the measure
    std::int32_t stretch = unstretched;  ///< of the glyphs, which is in the width already
};

struct LineFragments {
    std::vector<Fragment> fragments;  ///< in logical order
    Length width;                     ///< without what hangs outside
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
