#pragma once

#include <string>
#include <vector>

#include <triptych/diagnostics.hpp>

#include "doc/model.hpp"
#include "doc/plans.hpp"

namespace triptych::doc {

/// The pages that some of the patterns name, by index; all of them when there is no pattern. A
/// pattern is a path in the book's folder with or without `.md`, a folder, either with `*`, `?` or
/// `[…]` (POSIX fnmatch), or the title of a part, whatever its capitals. One that names nothing is
/// reported where it is written, as `unmatched`.
std::vector<bool> chosen_pages(const Book& book, const std::vector<PagePattern>& patterns,
                               Diagnostics& diagnostics, Kind unmatched = Kind::invalid_value);

}  // namespace triptych::doc
