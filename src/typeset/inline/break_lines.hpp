#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/length.hpp"

/// Total-fit line breaking: Knuth and Plass, "Breaking Paragraphs into Lines", Software: Practice
/// and Experience 11 (1981), with the integer badness of TeX (The TeXbook, chapter 14), so that
/// every machine breaks alike.
namespace triptych::typeset {

/// A box, glue, or a penalty. A paragraph ends with a forced penalty.
struct BreakItem {
    enum class Kind : std::uint8_t { box, glue, penalty };
    /// Penalties at or above `forbidden` are no breaks, at or below `forced` always.
    static constexpr std::int32_t forbidden = 10'000, forced = -10'000;

    Kind kind = Kind::box;
    bool hyphen = false;    ///< penalty: a line that breaks here counts as hyphenated
    bool breakable = true;  ///< glue: a line may end in front of it, if a box is there
    std::int32_t penalty = 0;
    Length width;            ///< of a penalty: counts only in a line that breaks here
    Length stretch, shrink;  ///< of glue
    Length give;             ///< of a box: its letters may grow or shrink so much, before the glue
    Length hang_left;        ///< part of a box that may stand left of the measure
    Length hang_right;       ///< part of a box or of a hyphen that may stand right of the measure
    Length after;            ///< penalty: added to the line that follows a break here
};

struct BreakRules {
    Length measure;
    Length line_stretch;  ///< extra stretch of every line: ragged settings
    int tolerance = 200;  ///< greatest badness of a line; 1,000,000 allows any
    int line_penalty = 10;
    /// Demerits of a line whose spaces give all they can; other lines get the square of their share
    /// of it. Badness hardly tells good lines apart; this keeps spaces near their natural width.
    int space_demerits = 0;
    int neighbour_demerits = 10'000;      ///< of a tight line beside a loose one
    int double_hyphen_demerits = 10'000;  ///< of two hyphenated lines running
    int last_hyphen_demerits = 10'000;    ///< of a hyphen in the last line but one
    int hyphens_running = 2;              ///< most hyphenated lines running, 0 to 2
    Length shortest_last_line;
    int runt_demerits = 4'000'000;  ///< of a last line that is shorter, in the last pass only
};

/// Items `begin` to `end` make one line; `end` is the glue or penalty it breaks at.
struct BrokenLine {
    std::size_t begin = 0, end = 0;
    Length natural;          ///< width before stretching, hanging parts taken off
    Length stretch, shrink;  ///< of the glue
    Length give;             ///< of the letters, both ways
    bool hyphenated = false;
};

struct BrokenParagraph {
    std::vector<BrokenLine> lines;
    std::int64_t demerits = 0;
    std::uint64_t steps = 0;  ///< pairs of breaks looked at; linear in the number of items
    bool overfull = false;    ///< a line could not be shrunk to the measure
};

enum class LastPass : std::uint8_t { no, yes };

/// The breaks with the least demerits; nothing when no way of breaking stays within the tolerance.
/// In the last pass there is always an answer, overfull only where one box is wider than the
/// measure.
std::optional<BrokenParagraph> break_lines(std::span<const BreakItem> items,
                                           const BreakRules& rules, LastPass last);

/// 100 × (excess / room)³ in TeX's integers (The TeXbook, p. 97), but at most 1,000,000 instead of
/// 10,000: very loose lines stay comparable, which takes the place of an emergency stretch.
int badness(Length excess, Length room);

}  // namespace triptych::typeset
