#pragma once

#include <optional>
#include <vector>

#include "deck/gist/gist.hpp"

/// What is done one after the other.
namespace triptych::deck {

struct Steps {
    PointColumn steps;                   ///< each with its title as head
    const doc::Block* source = nullptr;  ///< the table they were read from, if they were
};
/// A stepper's, or the rows of a small table whose first column counts up: "1. Cadrer", "Phase 2".
std::optional<Steps> steps_in(const std::vector<const doc::Block*>& blocks, const Lexicon* lexicon);

}  // namespace triptych::deck
