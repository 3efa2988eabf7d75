#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "deck/deck.hpp"
#include "pages/pages.hpp"

namespace triptych::pipeline {

/// Printed page numbers of a booklet's destinations, by their names, which it must outlive.
using Folios = std::unordered_map<std::string_view, std::string>;
Folios folios_of(const pages::Pages& booklet);

/// Tells every slide the printed page of the booklet where its section begins.
void tell_booklet_pages(deck::Deck& deck, const doc::Book& book, const pages::Pages& booklet);

}  // namespace triptych::pipeline
