#pragma once

#include <map>
#include <optional>
#include <string>
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

/// How a drawing may be divided so that a filtered element that is small stands alone: librsvg
/// makes pictures as large as the whole canvas for each, of which most are empty. Nothing stands
/// alone where dividing could change what is seen, or would make the drawing many times as long.
class Division {
public:
    Division(pugi::xml_node root, const Extent& extent);

    /// Of the canvas, what drawing an element that stands alone takes; nothing for others.
    std::optional<double> share_of(pugi::xml_node node) const;
    /// The drawing after its text was drawn as shapes. Painted in their order, layers show what it
    /// does; none where nothing stands alone.
    std::vector<Layer> layers(pugi::xml_node root) const;

private:
    struct ByAddress {
        bool operator()(pugi::xml_node a, pugi::xml_node b) const {
            return a.internal_object() < b.internal_object();
        }
    };
    double share(const Box& box) const;  ///< of the canvas

    Box canvas_;
    std::map<pugi::xml_node, Box, ByAddress> alone_;  ///< with where they show something
};

}  // namespace triptych::svg
