#pragma once

#include <string>

#include <pugixml.hpp>

#include "deck/setting/zones.hpp"
#include "pptx/writer/layouts.hpp"
#include "pptx/writer/writing.hpp"

namespace triptych::pptx {

/// Which slide the shapes of a body belong to.
struct BodyTarget {
    const std::string& part;
    const Layout& layout;
};

/// Adds the shapes of the slide's body in order; the first text, a lone table and a picture slide's
/// picture stand on placeholders. `next_id` counts the shapes.
void add_body(pugi::xml_node tree, const deck::Slide& slide, const deck::Arrangement& boxes,
              unsigned& next_id, const BodyTarget& target, const Writing& writing);

/// Tells programs how far the text was shrunk; they measure again only after an edit.
void add_autofit(pugi::xml_node body_properties, Length shrunk_to, Length usual);

}  // namespace triptych::pptx
