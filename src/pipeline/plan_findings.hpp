#pragma once

#include <string>
#include <vector>

#include <triptych/build.hpp>
#include <triptych/diagnostics.hpp>

#include "doc/model.hpp"
#include "doc/plans.hpp"

namespace triptych::pipeline {

/// Says how many pages something shows, `what` it is, where it does not show all of them.
void report_left_out(const Message& what, const std::vector<bool>& pages, Span span,
                     Diagnostics& diagnostics);

/// Whether the plan called `plan` is among those asked for, by that name or as its author wrote it.
bool is_asked_for(const std::string& plan, const std::vector<std::string>& asked);

/// Whether the book has all that is asked for by name: decks, editions, pages. What it has not is
/// reported; nothing is to be made then, since what was meant is not known.
bool has_all_named(const Request& request, const doc::Book& book, const doc::Plans& plans,
                   Diagnostics& diagnostics);

}  // namespace triptych::pipeline
