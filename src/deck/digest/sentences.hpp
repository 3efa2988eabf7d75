#pragma once

#include <optional>
#include <vector>

#include "deck/digest/cut.hpp"
#include "deck/digest/gist.hpp"
#include "doc/model.hpp"

/// Sentences that can stand alone on a slide.
namespace triptych::deck {

/// A passage of a paragraph that is shown.
struct Extract {
    doc::Inlines words;
    bool has_condition = false;  ///< holds an exception, or is shown with a contrast
    std::vector<Cut> cuts{};     ///< of the sentence that is shown
};

/// The first sentence of a paragraph that can be the claim, of the first `tried`. Nothing where all
/// of them lead on, lean on something else, or are too long to be shown.
std::optional<Extract> claim_in(const doc::Inlines& paragraph, const Lexicon* lexicon,
                                std::size_t tried = 2);
/// The first sentence of a paragraph, where that says what the page is about: "This page lists …".
/// Only where the page opens it says enough.
std::optional<Extract> page_sentence_in(const doc::Inlines& paragraph, const Lexicon* lexicon);
/// The first sentence as a point among others.
std::optional<Extract> point_in(const doc::Inlines& paragraph, const Lexicon* lexicon);
/// The first sentence whole, with every contrast behind it, up to `most` words.
std::optional<Extract> whole_start(const doc::Inlines& paragraph, std::size_t most,
                                   const Lexicon* lexicon);

/// The last sentence of a paragraph that ends in a colon; nothing where it doesn't.
std::optional<doc::Inlines> lead_in(const doc::Inlines& paragraph, const Lexicon* lexicon);

/// A list item as a point; nothing where it can't be shown within a point's length. `most` is how
/// long it may be where it can't be cut.
std::optional<Point> point_of(const doc::ListItem& item, std::size_t most, const Lexicon* lexicon);

/// Whether a term in bold stands before what is said of it: "**Loan**: two weeks."
bool opens_with_term(const doc::Inlines& words);

/// Whether the words hold a condition, an exception or a negation.
bool is_conditional(const doc::Inlines& words, const Lexicon* lexicon);

}  // namespace triptych::deck
