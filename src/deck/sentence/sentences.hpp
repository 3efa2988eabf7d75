#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "deck/deck.hpp"
#include "deck/sentence/cut.hpp"
#include "doc/model.hpp"

/// Sentences that can stand alone on a slide.
namespace triptych::deck {

/// A passage of a paragraph that is shown.
struct Extract {
    doc::Inlines words;
    bool has_condition = false;       ///< holds an exception, or is shown with a contrast
    std::vector<Cut> cuts{};          ///< of the sentence that is shown
    std::size_t paragraphs = 1;       ///< that it is made of
    bool needs_subject = false;       ///< says enough only where it names what the title does
    bool opens_with_pronoun = false;  ///< that means the title
};

/// How many sentences of a paragraph may be its claim.
inline constexpr std::size_t usual_tries = 2;
/// Whether a claim may end in what something behind it explains: "in three steps".
enum class Announcements : std::uint8_t { refused, taken };

/// The first sentence of a paragraph that can be the claim, of the first `tried`. Nothing where all
/// of them lead on, lean on something else, or are too long to be shown.
std::optional<Extract> claim_in(const doc::Inlines& paragraph, const Lexicon* lexicon,
                                Announcements announcements = Announcements::refused,
                                std::size_t tried = usual_tries);
/// The same where the paragraph is one sentence which that of the next one may take back: then both
/// or none. `next` may be null.
std::optional<Extract> claim_before(const doc::Inlines& paragraph, const doc::Inlines* next,
                                    const Lexicon* lexicon, Announcements announcements);
/// The first sentence of a paragraph, where that says what the page is about: "This page lists …".
/// Only where the page opens it says enough.
std::optional<Extract> page_sentence_in(const doc::Inlines& paragraph, const Lexicon* lexicon);
/// The first sentence as a point among others.
std::optional<Extract> point_in(const doc::Inlines& paragraph, const Lexicon* lexicon);
/// What a section opens with, whole, with every contrast behind it, up to `most` words; a pronoun
/// in front of it may mean `title`, and "this gate" what that names.
std::optional<Extract> whole_start(const doc::Inlines& paragraph, const doc::Inlines& title,
                                   std::size_t most, const Lexicon* lexicon);

/// The paragraph without a label in bold that only says of what kind its first sentence is:
/// "**Rationale** It keeps the gate closed."
doc::Inlines without_run_in(const doc::Inlines& paragraph, const Lexicon* lexicon);

/// The first letter as a capital, where an opening before it was left out.
void capitalise(doc::Inlines& words);

/// The last sentence of a paragraph that ends in a colon; nothing where it doesn't.
std::optional<doc::Inlines> lead_in(const doc::Inlines& paragraph, const Lexicon* lexicon);

/// The same of a paragraph that ends in a word, right before a list: "You may not".
std::optional<doc::Inlines> open_lead_in(const doc::Inlines& paragraph, const Lexicon* lexicon);

/// The same of one that ends in a sentence which announces the list: "…, in these cases." or "The
/// following gates are closed.".
std::optional<doc::Inlines> stopped_lead_in(const doc::Inlines& paragraph, const Lexicon* lexicon);

/// The last sentence of a paragraph, or that `back` before it; nothing where it has none.
std::optional<doc::Inlines> sentence_from_end(const doc::Inlines& paragraph, std::size_t back,
                                              const Lexicon* lexicon);
/// Whether a lead-in opens with a word for the whole sentence before it: "Cela inclut :".
bool leans_on_sentence(const doc::Inlines& lead, const Lexicon* lexicon);
/// Whether it speaks of "this" further on, or opens with "this gate" that `shown` doesn't name.
bool leans_on_unshown(const doc::Inlines& lead, const doc::Inlines& shown, const Lexicon* lexicon);
/// Whether it opens with a word for a thing named there: "Ceux-ci sont :", "That gate has:".
bool leans_on_thing(const doc::Inlines& lead, const Lexicon* lexicon);

/// Whether what leads to a list says something where that is not shown. True without a lexicon.
bool says_enough(const doc::Inlines& lead, const Lexicon* lexicon);

/// Whether a lead-in leans on what stands before it, or only sets the scene.
bool leans(const doc::Inlines& lead, const Lexicon* lexicon);

/// Whether a lead-in is half a sentence, or says when or for what alone its list holds.
bool restricts(const doc::Inlines& lead, const Lexicon* lexicon);

/// Whether a lead-in says nothing where it stands first, and may go: it leans on what is not there,
/// and its list means the same without it.
bool may_go(const doc::Inlines& lead, const Lexicon* lexicon);

/// Whether the words hold a condition, an exception or a negation.
bool is_conditional(const doc::Inlines& words, const Lexicon* lexicon);

}  // namespace triptych::deck
