#pragma once

#include "deck/setting/setting.hpp"

/// A picture that fills its slide, the title on a panel at its lower left.
namespace triptych::deck {

/// Whether the only picture of a picture slide can fill it: a photograph with enough pixels and
/// about the shape of a slide, or one that the page's front matter wants so; and little text that
/// finds room on the panel. Not on a template, which has no place for it.
bool can_fill_slide(const Slide& slide, const Setting& setting, Diagnostics& diagnostics);

/// The picture of a slide that it fills.
const doc::Figure& full_figure(const Slide& slide);
/// What is cut off it.
pages::Picture::Crop crop_of(const doc::Picture& picture, const typeset::Resources& resources);

}  // namespace triptych::deck
