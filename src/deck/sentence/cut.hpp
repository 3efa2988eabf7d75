#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "deck/deck.hpp"
#include "deck/flat/flat_text.hpp"
#include "deck/language/lexicon.hpp"

/// Where a text may be cut without changing what it says. Only whole passages of the author's are
/// ever left out; nothing is written anew.
namespace triptych::deck {

/// The sentences of a text, trimmed. One ends in a stop before a space and a capital, a figure, a
/// quote or a bracket, or at a line break; never in brackets, quotes, code or a link, nor behind an
/// abbreviation. `lexicon` may be null.
std::vector<Range> sentences_of(const FlatText& flat, const Lexicon* lexicon);

/// How long a passage may become, in words.
struct CutLimits {
    std::size_t wanted = 16;       ///< longer ones are cut where they may be
    std::size_t whole_up_to = 24;  ///< where they may not, they stay whole up to this
    std::size_t least_tail = 5;    ///< words kept before a purpose or an example
    bool is_item = true;           ///< a list item: a row of infinitives may be cut
    std::size_t aim_up_to = 0;     ///< a purpose or an example stays in what is no longer
};
/// No passage that is shown is longer, in bytes, however few words it has.
inline constexpr std::size_t most_bytes = 800;
/// The ranges of `sentence` to show: all of it, or without brackets, or up to the last place where
/// it may be cut. Nothing when it is too long and can't be.
std::optional<std::vector<Range>> shortened(const FlatText& flat, Range sentence,
                                            const CutLimits& limits, const Lexicon* lexicon);

/// What `ranges` leave out of `whole`: asides between them, the clause behind the last.
std::vector<Cut> cuts_between(const FlatText& flat, Range whole, const std::vector<Range>& ranges);

/// The range without what only counts or connects in front: "a)", "8.2.", "En effet,".
Range without_opening(const FlatText& flat, Range sentence, const Lexicon* lexicon);

/// Whether the sentence opens with words of contrast, denies another, or says "however" further on.
bool opens_with_contrast(const FlatText& flat, Range sentence, const Lexicon& lexicon);

/// "No: …", "Yes: …": says of what follows whether it is right, and is no name of anything; neither
/// is shown without the other.
bool opens_with_verdict(const FlatText& flat, Range range);

/// "Sort tools into these groups": what these are stands behind the words.
bool ends_in_pointer(const std::vector<TextWord>& words, const Lexicon& lexicon);

/// Whether the range holds a colon, comma, bracket or dash, behind which what is announced stands.
bool lists_behind(const FlatText& flat, Range range);

/// The range without white space at its ends, and without a colon that leads on.
Range without_colon(const FlatText& flat, Range range);

/// Whether every bracket and quote that opens in it closes in it.
bool is_balanced(const FlatText& flat, Range range);

/// A French infinitive, by its ending.
bool is_infinitive(const TextWord& word);

/// "we delete": a subject and its verb alone.
bool ends_in_bare_clause(const std::vector<TextWord>& kept, const Lexicon& lexicon);

/// Whether some of it holds an exception or a restriction, or for `soft`, a negation or a bound.
bool holds_hard(const FlatText& flat, Range range, const Lexicon& lexicon);
bool holds_soft(const FlatText& flat, Range range, const Lexicon& lexicon);

std::size_t count_words(const FlatText& flat, const std::vector<Range>& ranges);

}  // namespace triptych::deck
