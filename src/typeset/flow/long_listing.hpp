#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "typeset/flow/flow.hpp"

/// What is not printed of very long listings where the layout says so (`listings: cut`).
namespace triptych::typeset {

/// How many lines are printed at both ends; `left_out` zero: all are.
struct ListingCut {
    std::size_t head = 0, left_out = 0, foot = 0;
};
/// Listings of more than two pages are cut down to about one. Told as a finding.
ListingCut cut_of(std::size_t lines, Flow& flow);
/// The line that says how many are left out, and where the book is read online.
void add_cut_line(std::size_t left_out, const Column& column, Flow& flow);

/// `text` with the middle of strings of more than 200 characters without a space left out.
std::string elided(std::string_view text);
/// Whether long strings are to be elided.
bool elides(const Flow& flow);

}  // namespace triptych::typeset
