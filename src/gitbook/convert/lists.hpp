#pragma once

#include "gitbook/convert/flow.hpp"

namespace triptych::gitbook {

/// `<ul>` and `<ol>`: what stands in them outside of items are items, too.
void convert_list(Converter& converter, const Node& node, Flow& out);
/// An `<li>` without a list.
void convert_item(Converter& converter, const Node& node, Flow& out);

}  // namespace triptych::gitbook
