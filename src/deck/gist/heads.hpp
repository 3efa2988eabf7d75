#pragma once

#include <optional>

#include "deck/flat/flat_text.hpp"
#include "doc/model.hpp"

/// The term that an item opens with.
namespace triptych::deck {

/// Where the term in front of an item ends, and where what is said of it begins.
struct Split {
    Range head, tail;
};

/// A term in bold, or a short one before a colon or a dash; nothing where the item opens with none.
std::optional<Split> head_of(const doc::Inlines& item, const FlatText& flat);

/// Whether a term in bold stands before what is said of it: "**Loan**: two weeks."
bool opens_with_term(const doc::Inlines& words);

}  // namespace triptych::deck
