#pragma once

#include "gitbook/convert/flow.hpp"

/// Blocks of GitBook's integrations (`@maker/block`) and of HonKit's best known plugins.
namespace triptych::gitbook {

/// A block of an integration: a diagram, a listing or a card.
void convert_integration(Converter& converter, const Node& block, Flow& out);
/// The source of a diagram.
void convert_diagram(Converter& converter, const Node& diagram, Flow& out);
/// A film by its address or number.
void convert_video(Converter& converter, const Node& video, Flow& out);

}  // namespace triptych::gitbook
