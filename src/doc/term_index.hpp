#pragma once

#include <map>
#include <string>
#include <vector>

#include "doc/model.hpp"

namespace triptych::doc {

/// A term with the places where readers are sent for it, one a page, in reading order.
struct IndexEntry {
    std::string term;
    char letter = '#';  ///< that it stands under, A to Z, or another sign
    std::vector<PageRef> places;
};

/// The terms of an index in alphabetical order, whatever their accents and capitals: what the
/// author set in bold in running text, in a few words that name something, and what the headings of
/// the glossary are, wherever the text has these words. Anchors in front of the places are added to
/// `book`. A term that is on more than `most_places` pages leads nowhere in particular and is none.
std::vector<IndexEntry> index_terms(Book& book);
inline constexpr std::size_t most_places = 12;

}  // namespace triptych::doc
