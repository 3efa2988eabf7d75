#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <triptych/diagnostics.hpp>

namespace triptych::pipeline {

/// Says how many pages something shows, `what` it is, where it does not show all of them.
void report_left_out(const Message& what, const std::vector<bool>& pages, Span span,
                     Diagnostics& diagnostics);

/// What the author plans several of: the key, "decks", and what is said of one that is not there.
struct PlanWords {
    std::string_view all;
    Message (*none)(const std::string& name);
};
/// Names that are asked for and that nothing planned has.
void report_unplanned(const std::vector<std::string>& asked,
                      const std::vector<std::string>& planned, PlanWords words,
                      Diagnostics& diagnostics);

}  // namespace triptych::pipeline
