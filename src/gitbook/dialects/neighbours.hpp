#pragma once

#include <triptych/diagnostics.hpp>

#include "gitbook/dialects/neighbour_options.hpp"
#include "gitbook/syntax/mapped_text.hpp"

/// What neighbouring dialects write in GitBook's words: admonitions, tabs, callouts, includes and
/// links by name become the tags and links that GitBook has, so that nothing behind this pass knows
/// of them.
namespace triptych::gitbook {

/// `source` with GitBook's marks in place of those of its neighbours, every byte with its place in
/// the author's file. Takes time linear in `source` and in what it includes.
MappedText in_gitbook_marks(const MappedText& source, const NeighbourOptions& options,
                            Diagnostics& diagnostics);

}  // namespace triptych::gitbook
