#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "svg/size.hpp"

namespace triptych::svg {

/// A part of a drawing that is drawn by itself, over those before it.
struct Layer {
    std::string document;  ///< begins with the root, which has no width and no height
    std::optional<Box>
        region;  ///< it shows nothing outside, in units of the view; nothing: anywhere
};

/// Divides a drawing without text so that a filtered element that is small stands alone: librsvg
/// makes pictures as large as the whole canvas for each, of which most are empty. Painted in their
/// order, layers show what the drawing does. None where there is nothing to divide, or where
/// dividing could change what is seen or would make the drawing many times as long. `drawing` is
/// the text of `root`.
std::vector<Layer> layers_of(pugi::xml_node root, const Extent& extent, std::string_view drawing);

}  // namespace triptych::svg
