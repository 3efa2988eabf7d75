#pragma once

#include "doc/model.hpp"

namespace triptych::doc {

/// Whether there is nothing to be set, only places that links lead to.
bool is_lone_anchor(const Paragraph& paragraph);

/// Puts places that links lead to, alone in a paragraph as authors write them in front of a
/// heading, into the heading, paragraph or first item that follows, so that no output shows an
/// empty line.
void join_lone_anchors(Book& book);

}  // namespace triptych::doc
