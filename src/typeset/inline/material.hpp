#pragma once

#include <cstdint>
#include <vector>

#include "typeset/inline/break_lines.hpp"
#include "typeset/inline/itemize.hpp"
#include "typeset/inline/opportunities.hpp"

/// What a paragraph is made of: the items the line breaker weighs, and what each of them shows.
namespace triptych::typeset {

/// Stretch of the glue at the end of a line that needs not be full: more than any line needs.
inline constexpr Length line_fill = Length::points(100'000);

/// What an item of the breaker shows.
struct Piece {
    enum class Kind : std::uint8_t {
        nothing,  ///< an indent, or the end of a paragraph
        text,
        space,
        gap,  ///< between two ideographs or beside one, without a sign of its own
        picture,
        formula,  ///< one part of it
        padding,  ///< inside the ground of a passage, at its ends
        sign,     ///< a possible break without a sign of its own
        hyphen,   ///< a possible break; its hyphen is shown when it is used
    };
    Kind kind{};
    std::uint8_t level = 0;            ///< of the bidirectional algorithm
    std::uint32_t begin = 0, end = 0;  ///< in the text
    std::uint32_t look = 0;
    std::uint32_t picture = 0;         ///< index of a picture or a formula
    std::uint32_t part = 0;            ///< of the formula
    const ShapedWord* word = nullptr;  ///< the glyphs are taken from
    std::uint32_t word_begin = 0;      ///< where the word starts in the text
};

struct Material {
    std::vector<BreakItem> items;
    std::vector<Piece> pieces;  ///< one an item
    bool exploded = false;      ///< a word was wider than the measure and may break anywhere
};

enum class Spread : std::uint8_t { fixed, justified };

struct MaterialRules {
    Length measure, first_indent;
    BreakEffort effort = BreakEffort::plain;
    Spread spread = Spread::fixed;  ///< justified text has elastic spaces and hanging punctuation
    bool free_last_line = true;     ///< the last line may be of any length
    bool explode = true;            ///< break words that are wider than the measure
};

Material build_material(const StyledText& text, const MaterialRules& rules);

}  // namespace triptych::typeset
