#pragma once

#include <vector>

#include "pages/pages.hpp"
#include "pipeline/edition_jobs.hpp"
#include "pipeline/load.hpp"

namespace triptych::pipeline {

/// The editions that are made of `whole`, besides it or in its stead.
std::vector<EditionJob> edition_jobs(const Request& request, const Loaded& whole,
                                     Diagnostics& diagnostics);

/// What a book shares with `whole` that comes out beside it.
Loaded sharing(const Loaded& whole);

/// What is read for an edition: its pages as a book of their own. It shares pictures, fonts, shaped
/// words and layouts with `whole`. `full` is the booklet of the whole book, in which readers find
/// what the edition leaves out; or null.
Loaded load_edition(const EditionJob& job, const Loaded& whole, const pages::Pages* full,
                    Result& result);

}  // namespace triptych::pipeline
