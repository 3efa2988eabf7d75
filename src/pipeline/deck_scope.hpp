#pragma once

#include <triptych/deck_scope.hpp>
#include <triptych/diagnostics.hpp>

#include "doc/model.hpp"

namespace triptych::pipeline {

/// Lets only the pages that `scope` asks for have slides. A pattern that no page matches is
/// reported.
void limit_slides(doc::Book& book, const DeckScope& scope, Diagnostics& diagnostics);

}  // namespace triptych::pipeline
