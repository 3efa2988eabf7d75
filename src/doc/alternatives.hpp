#pragma once

#include <cstddef>
#include <set>
#include <string>

#include <triptych/diagnostics.hpp>

#include "doc/model.hpp"

namespace triptych::doc {

/// Lines of YAML, and how many entries they hold.
struct AlternativeEntries {
    std::string lines;
    std::size_t count = 0;
};

/// Entries of `alt.yaml`, to be filled in, for the path of every picture that has no alternative
/// text and is not declared decorative, but those in `given`; comments say where each is shown. A
/// picture that has a caption, and the cover of a card, need none.
AlternativeEntries missing_alternatives(const Book& book, const Sources& sources,
                                        const std::set<std::string>& given);

}  // namespace triptych::doc
