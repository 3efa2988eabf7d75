#pragma once

#include <vector>

#include "gitbook/convert/body.hpp"

namespace triptych::gitbook {

/// Pairs pictures that are written one behind the other for light and for dark pages, as GitHub
/// (`#gh-light-mode-only`, `#gh-dark-mode-only`) and Material for MkDocs (`#only-light`,
/// `#only-dark`) have them: the dark one becomes the `dark` of the other, and a twin. One without a
/// partner stays.
void pair_schemes(std::vector<MediaReference>& media);

}  // namespace triptych::gitbook
