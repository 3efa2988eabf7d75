#pragma once

#include <optional>
#include <vector>

#include "base/length.hpp"
#include "deck/deck.hpp"
#include "style/sheet.hpp"

/// The sizes that text on slides has, and no others.
namespace triptych::deck {

/// Of text on its ground (WCAG 2.2, 1.4.3).
inline constexpr double least_contrast = 4.5;

/// Whether the zones are those of a template.
inline bool is_fixed(const style::Slides& look) { return look.zones == style::Zones::fixed; }

/// Sizes of body text; all from the layout's own.
struct Scale {
    Length large;  ///< of few lines
    Length usual;
    Length small;  ///< of dense archetypes, and where nothing else helps
};
Scale scale_of(const style::Slides& look);
/// The sizes that the body of the slide may have, the largest first.
std::vector<Length> body_sizes(const Slide& slide, const style::Slides& look);
/// Most lines that are set large.
inline constexpr std::int64_t most_large_lines = 6;

/// Sizes of a title and of a claim that may be tried one after the other.
std::vector<Length> title_sizes(const Slide& slide, const style::Slides& look);
std::vector<Length> claim_sizes(const Slide& slide, const style::Slides& look);
/// Style of the author's or the part's number, or of the figure of a sentence, where it has room.
/// Its leading is hardly more than its figures are high.
style::TextStyle numeral_text(const Slide& slide, const style::Slides& look);

/// Style of what says how much is in the notes alone, and of text beside cells.
style::TextStyle more_style(const style::Slides& look);

/// The style at another size, its leading in proportion.
style::TextStyle resized(style::TextStyle style, Length size);
/// The layout's look with the text of blocks scaled from its usual size to `body_size`; code and
/// tables never below their own limit and never above their own size, pictures never higher than
/// `highest_picture`. Nothing is smaller than `least`, where that is given.
style::Medium medium_at(const style::Slides& look, Length body_size, Length highest_picture,
                        std::optional<Length> least = {});

}  // namespace triptych::deck
