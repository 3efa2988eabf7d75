#pragma once

#include "deck/deck.hpp"
#include "pages/pages.hpp"

namespace triptych::pipeline {

/// Tells every slide the printed page of the booklet where its section begins.
void tell_booklet_pages(deck::Deck& deck, const doc::Book& book, const pages::Pages& booklet);

}  // namespace triptych::pipeline
