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

/// The deck as a native PowerPoint file (ISO/IEC 29500, transitional).
namespace triptych::pptx {

struct Template;  // pptx/templates/template.hpp

struct Options {
    std::optional<std::int64_t> date{};  ///< seconds since 1970
    const Template* base = nullptr;      ///< which the deck was fitted to; or null
    const pages::Neighbours& neighbours = pages::no_neighbours();  ///< which links may lead to
};
/// What has to be made of the deck's pictures and of the logo for `write`, which asks the store for
/// each of it once.
std::vector<image::Wish> picture_wishes(const deck::Deck& deck, std::optional<MediaId> logo,
                                        const image::Store& images);
/// Empty on failure, with a diagnostic.
std::string write(const deck::Deck& deck, const doc::Book& book,
                  const typeset::Resources& resources, const Options& options,
                  Diagnostics& diagnostics);

}  // namespace triptych::pptx
