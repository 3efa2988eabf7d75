#pragma once

#include <pugixml.hpp>

#include "doc/model.hpp"
#include "markup/writer.hpp"

namespace triptych::markup {

/// A table with scoped headers; cells that hold one paragraph hold its text only.
void append_table(pugi::xml_node parent, const doc::Table& table, Writer& writer);

}  // namespace triptych::markup
