#pragma once

#include "font/face.hpp"

namespace triptych::font {

/// A variable font at one weight as a font that no longer varies: other axes keep their defaults,
/// glyph numbers and layout stay. Null when `face` does not vary or can't be instanced (outlines in
/// CFF2); it is then used as it is.
HbFace instance(hb_face_t* face, int weight);

}  // namespace triptych::font
