#pragma once

#include "doc/model.hpp"

namespace triptych::gitbook {

/// Gives every page that says nothing, but has pages under it, the list of links to these that
/// GitBook shows in its place.
void add_child_links(doc::Book& book);

}  // namespace triptych::gitbook
