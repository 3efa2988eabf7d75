#pragma once

#include <string>
#include <vector>

#include <triptych/build.hpp>

#include "doc/model.hpp"
#include "doc/plans.hpp"

namespace triptych::pipeline {

/// An edition that is made.
struct EditionJob {
    doc::EditionPlan plan;
    const doc::Book* book = nullptr;  ///< that it is made of, with what is planned for it
    const doc::Plans* plans = nullptr;
    std::vector<bool> pages;  ///< that it shows, by index in `book`
    Request request;          ///< that of the build, as the edition has it
};

/// Whether the whole book is made, beside or without editions.
bool wants_whole_book(const Request& request);

/// Whether the planned edition is made.
bool is_wanted(const doc::EditionPlan& plan, const Request& request);

/// The planned editions that are made, or the one of the pages that are asked for.
std::vector<doc::EditionPlan> wanted_editions(const Request& request, const doc::Plans& plans,
                                              Diagnostics& diagnostics);

/// Finds the pages and the request of a job whose plan and book are known; false, and that is
/// reported, when it has no pages or makes nothing of what is asked for. `stem` begins the names of
/// the files of the whole book.
bool prepare(EditionJob& job, const Request& request, const std::string& stem,
             Diagnostics& diagnostics);

}  // namespace triptych::pipeline
