#pragma once

#include <string>

namespace triptych::epub {

/// What the style sheet says for every layout: where things stand and how they give way on narrow
/// screens. It has no colours but greys that are seen on any ground.
std::string structure_css();

}  // namespace triptych::epub
