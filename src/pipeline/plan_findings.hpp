#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <triptych/diagnostics.hpp>

namespace triptych::pipeline {

/// Says how many pages something shows, `what` it is, where it does not show all of them.
void report_left_out(const std::string& what, const std::vector<bool>& pages, Span span,
                     Diagnostics& diagnostics);

/// What the author plans several of: "deck", and "decks", its key.
struct PlanWords {
    std::string_view one, all;
};
/// Names that are asked for and that nothing planned has.
void report_unplanned(const std::vector<std::string>& asked,
                      const std::vector<std::string>& planned, PlanWords words,
                      Diagnostics& diagnostics);

}  // namespace triptych::pipeline
