#pragma once

#include <memory>
#include <string>
#include <vector>

#include <triptych/build.hpp>

#include "doc/model.hpp"
#include "doc/plans.hpp"
#include "pipeline/looks.hpp"
#include "pptx/write.hpp"

namespace triptych::pipeline {

/// A deck that is made of the book.
struct DeckJob {
    std::string name;  ///< in the names of its files; empty for the only one
    DeckScope scope;
    std::vector<bool> pages;  ///< that it shows, by index
    std::string layout;       ///< empty: that of the build
    doc::NamedFile slides_template;
    std::shared_ptr<const Look> look{};            ///< of `layout`; null: that of the build
    std::shared_ptr<const pptx::Template> base{};  ///< of its PowerPoint slides; or null
};

/// The decks that the book plans, or the one that is asked for. Pages that don't exist, and decks
/// that aren't planned, are reported.
std::vector<DeckJob> deck_jobs(const Request& request, const doc::Book& book,
                               const doc::Plans& plans, Diagnostics& diagnostics);

}  // namespace triptych::pipeline
