#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// How much of the book goes into the slides, and what is made of them on paper.
namespace triptych {

/// How much of the text the slides show.
enum class Detail : std::uint8_t {
    digest,   ///< a slide a section: its claim and its points; the notes hold every word
    full,     ///< everything, on as many slides as it takes
    outline,  ///< titles and claims
};

/// By default a digest of all pages.
struct DeckScope {
    /// How deep the outline of the book is shown. 0: a slide a part, with its pages. 1: a slide a
    /// page, with its headings. 2 to 6: a slide a heading down to that level. None: as `detail`
    /// says.
    std::optional<std::uint8_t> depth{};
    Detail detail{};
    std::string title{};  ///< empty: the book's, or that of the one part that is shown
    /// How many slides there may be, or how long the talk is, at a slide in 90 seconds: sections
    /// that are one too many share slides, evenly over the pages. The smaller one counts.
    std::optional<std::uint16_t> slides{}, minutes{};
    /// Of the decks that the book plans in its `triptych.yaml`, those of these names, where
    /// `depth`, `slides` and `minutes` hold against what is planned; empty: all of them, or, with
    /// one of these three, one deck of the whole book as it says.
    std::vector<std::string> decks{};
};

/// Seconds that a slide is planned for.
inline constexpr std::uint16_t seconds_a_slide = 90;

/// Whether the slides' PDF has a page of notes behind each slide that has any.
enum class SpeakerNotes : std::uint8_t { leave_out, behind_slides };

/// Sheets of A4 to give away with the slides.
enum class Handout : std::uint8_t {
    one = 1,    ///< a slide, its notes below
    three = 3,  ///< three slides, beside lines to write on
    six = 6     ///< six slides
};

}  // namespace triptych
