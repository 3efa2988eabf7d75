#pragma once

#include <functional>
#include <optional>
#include <string>

#include <pugixml.hpp>

#include "base/length.hpp"
#include "pptx/opc/archive.hpp"

/// Parts of a template, freed of what leads out of them.
namespace triptych::pptx::templates {

/// Reads `part` into `document`, with the usual prefixes (`a`, `p`, `r`) and without what is meant
/// for newer programs. False when it is missing, not well-formed, nested too deep, or has another
/// root than `root`.
bool load(const opc::Archive& archive, const std::string& part, const char* root,
          pugi::xml_document& document);

/// The new id of a relationship; nothing when what it leads to is not taken over.
using Keep = std::function<std::optional<std::string>(const std::string& id)>;
/// Removes links, actions, animations, transitions, sounds, controls, data of add-ins, and every
/// object that needs a relationship which is not kept; gives the other references their new ids.
/// False when something that can't be removed would be left without its target.
bool clean(pugi::xml_node root, const Keep& keep);

/// Leaves what the schema of presentations knows and describes: no other element, attribute or
/// value. False when `root`, the root of a part, can't be made whole by it.
bool keep_known(pugi::xml_node root);
/// Cuts placeholders that run off a slide of this size at its edges; those that lie beside it stay.
void keep_on_slide(pugi::xml_node root, const Size& slide);

/// Gives shapes that share an id, or have none, ids of their own (ISO/IEC 29500-1 §19.3.1.12), and
/// placeholders of one kind different indices.
void tell_shapes_apart(pugi::xml_node root);
/// Programs other than PowerPoint give the look of placeholders on their sample text alone: makes
/// list styles of it.
void make_list_styles(pugi::xml_node root);

}  // namespace triptych::pptx::templates
