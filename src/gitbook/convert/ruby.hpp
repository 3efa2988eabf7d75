#pragma once

#include "gitbook/convert/converter.hpp"

namespace triptych::gitbook {

/// `<ruby>`: words with their readings over them. A reading belongs to the text before it, or to
/// the first `<rb>` that has none yet; one of nothing stands in the line in brackets.
void convert_ruby(Converter& converter, const Node& node, Flow& out);

}  // namespace triptych::gitbook
