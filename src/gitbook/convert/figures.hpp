#pragma once

#include "gitbook/convert/flow.hpp"

/// Pictures and media.
namespace triptych::gitbook {

/// A `<figure>` with its pictures and caption.
void convert_figure(Converter& converter, const Node& node, Flow& out);
/// What the element `node` has added last becomes the caption of the figure right before it, where
/// that has none and the element is a centred paragraph.
void add_caption(const Node& node, doc::Blocks& blocks);
/// `<video>`, `<audio>`, `<iframe>`, `<object>`, `<embed>`: a card for what they show.
void convert_media(Converter& converter, const Node& node, Flow& out);
/// Figures side by side: one figure when they have no captions of their own.
void add_gallery(doc::Blocks figures, Span span, Flow& out);

}  // namespace triptych::gitbook
