#pragma once

#include "doc/model.hpp"

namespace triptych::doc {

/// Sets titles of parts like others where all of them are in capitals, which are a look there:
/// "CONCEVOIR UNE API" becomes "Concevoir une API" where titles of pages write API so, too.
void calm_part_titles(Book& book);

}  // namespace triptych::doc
