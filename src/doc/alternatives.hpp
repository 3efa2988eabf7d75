#pragma once

#include <string>

#include <triptych/diagnostics.hpp>

#include "doc/model.hpp"

namespace triptych::doc {

/// A YAML mapping, to be filled in, with the path of every picture that has no alternative text and
/// is not declared decorative; comments say where each is shown. A picture that has a caption, and
/// the cover of a card, need none.
std::string alternatives_stub(const Book& book, const Sources& sources);

}  // namespace triptych::doc
