#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

/// Files that come out beside the one that is written, where links may lead to them: those of the
/// book's other languages.
namespace triptych::pages {

struct NeighbourPlace {
    std::string id;          ///< as the file has it
    std::size_t number = 0;  ///< of the slide, from 1; 0: it has none
};

struct Neighbour {
    std::string file;  ///< its name, as a link writes it that is relative to this file
    std::map<std::string, NeighbourPlace, std::less<>> places;  ///< by ids of pages and elements

    /// The element, else the page; null where the file shows neither.
    const NeighbourPlace* find(std::string_view page, std::string_view element) const {
        auto place = element.empty() ? places.end() : places.find(element);
        if (place == places.end()) place = places.find(page);
        return place == places.end() ? nullptr : &place->second;
    }
};

/// By what the names of their files begin with.
using Neighbours = std::map<std::string, Neighbour, std::less<>>;

inline const Neighbours& no_neighbours() {
    static const Neighbours none;
    return none;
}

/// The address of a place in the file of `stem`, else of that file; empty where there is none.
std::string address_in(const Neighbours& all, std::string_view stem, std::string_view page,
                       std::string_view element);

}  // namespace triptych::pages
