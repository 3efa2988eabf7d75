#pragma once

#include "deck/fit/one_slide.hpp"

namespace triptych::deck {

/// Fits a slide of the digest, whose frame is measured, in the sizes of its archetype. Points that
/// would not fit have the slide from margin to margin; what still does not is left to the notes,
/// point by point, and counted among its cuts.
void fit_digest(Slide& slide, OneSlide& one, const Setting& setting);

}  // namespace triptych::deck
