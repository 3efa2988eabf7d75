#pragma once

#include <cstdint>
#include <vector>

#include "deck/gist/gist.hpp"
#include "deck/gist/passage.hpp"

/// Which sections of a page share a slide.
namespace triptych::deck {

/// A section that gets a slide, or shares one.
struct Unit {
    Passage section;
    Gist gist;
    bool keep = false;  ///< it has a slide of its own whatever happens
};

/// Units that stand on one slide.
enum class Join : std::uint8_t { alone, cards, pair };
struct Group {
    Join join{};
    std::vector<Unit> units;
    doc::Inlines claim{};     ///< of the page, above cards and pairs
    bool opens_page = false;  ///< it stands under the page's title, its section's title a label
};

/// Short sections in a row as cards, two small neighbours side by side, the others alone.
std::vector<Group> grouped(std::vector<Unit> units);
/// Two to four neighbours a slide as cards, each with its claim or its first points; what a card
/// has no room for is in the notes.
std::vector<Group> joined(std::vector<Unit> units);

}  // namespace triptych::deck
