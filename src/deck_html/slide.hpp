#pragma once

#include <map>
#include <set>
#include <string>

#include "deck/deck.hpp"
#include "deck/setting/setting.hpp"
#include "deck_html/pictures.hpp"
#include "pages/neighbours.hpp"

namespace triptych::deck_html {

/// What writing the slides of one document shares.
struct Writing {
    const deck::Deck& deck;
    const deck::Setting& setting;
    const Pictures& pictures;
    Diagnostics& diagnostics;
    const pages::Neighbours& neighbours;
    std::set<std::string, std::less<>> targets{};  ///< every id that links may lead to
    std::set<std::string, std::less<>> ids{};      ///< those that are taken

    std::string address_of(const doc::TranslationRef& to) const {
        return address_in(neighbours, to.stem, to.page, to.element);
    }
};

/// Slide `number` (from 0) as a section: heading first, its notes behind it.
std::string write_slide(std::size_t number, Writing& writing);

}  // namespace triptych::deck_html
