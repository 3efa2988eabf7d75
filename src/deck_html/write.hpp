#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <triptych/diagnostics.hpp>

#include "deck/deck.hpp"
#include "doc/model.hpp"
#include "pages/neighbours.hpp"
#include "typeset/context.hpp"

/// The deck as one HTML file that needs no other, or only its pictures: slides to show, to read and
/// to print.
namespace triptych::deck_html {

/// What has to be made of the deck's pictures and of the logo for `write`, which asks the store for
/// each of it once.
std::vector<image::Wish> picture_wishes(const deck::Deck& deck, std::optional<MediaId> logo,
                                        const image::Store& images);

/// Where pictures are.
enum class Place : std::uint8_t { inside, beside };
struct Options {
    Place place{};
    const pages::Neighbours& neighbours = pages::no_neighbours();  ///< which links may lead to
};
struct File {
    std::string name, bytes;
};
struct Written {
    std::string page;
    std::vector<File> pictures;  ///< to stand in the folder of the page; none where they are inside
};
Written write(const deck::Deck& deck, const doc::Book& book, const typeset::Resources& resources,
              const Options& options, Diagnostics& diagnostics);

}  // namespace triptych::deck_html
