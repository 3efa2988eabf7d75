#pragma once

#include "gitbook/convert/flow.hpp"

namespace triptych::gitbook {

/// The blocks of the file that an `include` tag names; a missing file or a circle is reported.
void convert_include(Converter& converter, const Node& include, Flow& out);

/// The blocks of a file's text from `begin` on; its notes are added to the body.
doc::Blocks blocks_of_file(Converter& converter, const Inclusion& file);

}  // namespace triptych::gitbook
