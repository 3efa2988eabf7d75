#pragma once

#include <cstdint>
#include <optional>

#include <triptych/deck_scope.hpp>
#include <triptych/diagnostics.hpp>

#include "deck/deck.hpp"
#include "doc/model.hpp"
#include "pages/pages.hpp"
#include "typeset/context.hpp"

/// The deck as pages, for a screen or on paper.
namespace triptych::deck_pages {

struct Options {
    std::optional<std::int64_t> date{};  ///< seconds since 1970
    std::optional<Handout> handout{};    ///< of `compose_handout`; one slide a page by default
    SpeakerNotes notes{};                ///< of `compose`
};
/// The deck as 16:9 pages, tagged; a slide's notes are pages behind it if they are wanted.
pages::Pages compose(const deck::Deck& deck, const doc::Book& book,
                     const typeset::Resources& resources, const Options& options,
                     Diagnostics& diagnostics);
/// The deck on sheets of A4, tagged: a slide with its notes, three beside ruled lines, or six.
pages::Pages compose_handout(const deck::Deck& deck, const doc::Book& book,
                             const typeset::Resources& resources, const Options& options,
                             Diagnostics& diagnostics);

}  // namespace triptych::deck_pages
