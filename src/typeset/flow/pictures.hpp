#pragma once

#include <optional>

#include "typeset/flow/flow.hpp"

namespace triptych::typeset {

/// The size at which a picture is printed: its own at the pixels an inch of the look, the share of
/// the measure the author asked for where that is smaller, or the picture drawn by lines; never
/// wider than `measure` nor higher than the layout allows. Nothing when it can't be read.
std::optional<Size> printed_size(const doc::Picture& picture, Length measure,
                                 const Context& context);
/// Whether a picture set so wide fills its box to the edges and may be as light as the page there:
/// a screenshot, not a drawing nor what is cut out; nothing as small as a sign.
bool needs_frame(const image::Info& info, Length width);
/// The picture at `at`, under an element of its own unless it is decoration.
pages::Item picture_item(const doc::Picture& picture, Point at, Size size, pages::ElementId parent,
                         Context& context);
/// The same, its edges cut so that it fills `box`.
pages::Item cropped_item(const doc::Picture& picture, Point at, Size box, pages::ElementId parent,
                         Context& context);
/// The picture over a page's title: as wide as the column and a third as high. Kept with what
/// follows; nothing when it can't be read.
void add_banner(const doc::Picture& picture, pages::ElementId parent, const Column& column,
                Flow& flow);

}  // namespace triptych::typeset
