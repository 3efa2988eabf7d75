#pragma once

#include <optional>

#include "deck/gist/led_lists.hpp"
#include "deck/gist/point.hpp"
#include "deck/language/lexicon.hpp"
#include "doc/model.hpp"

/// What leads to a list.
namespace triptych::deck {

/// The lead-in as it may stand below `claim` and its title. One that leans on the sentence before
/// it ("Cela inclut :") has that in front where the claim is another one; nothing where both are
/// too long.
std::optional<doc::Inlines> lead_under(const doc::Inlines& claim, const doc::Inlines& title,
                                       const LedList& led, const Lexicon* lexicon);

/// Whether the claim is of that sentence. It may have lost an opening, and its end; its first
/// letter may have become a capital.
bool is_from(const doc::Inlines& claim, const doc::Inlines& sentence);

/// Whether the point speaks of what the lead-in names: "They are kept in the shed", "Is it open?",
/// "by oiling its hinges".
bool speaks_of_lead(const Point& point);

/// Whether more than is shown is counted: "in two ways", and one point.
bool counts_more(const PointColumn& column, const Lexicon* lexicon);

}  // namespace triptych::deck
