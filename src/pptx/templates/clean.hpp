#pragma once

#include <functional>
#include <optional>
#include <string>

#include <pugixml.hpp>

#include "pptx/opc/archive.hpp"

/// Parts of a template, freed of what leads out of them.
namespace triptych::pptx::templates {

/// Reads `part` into `document`. False when it is missing, damaged, nested too deep, has another
/// root than `root`, or binds the usual prefixes (`a`, `p`, `r`) to other namespaces than usual.
bool load(const opc::Archive& archive, const std::string& part, const char* root,
          pugi::xml_document& document);

/// The new id of a relationship; nothing when what it leads to is not taken over.
using Keep = std::function<std::optional<std::string>(const std::string& id)>;
/// Removes links, actions, animations, transitions, sounds, controls, data of add-ins, and every
/// object that needs a relationship which is not kept; gives the other references their new ids.
/// False when something that can't be removed would be left without its target.
bool clean(pugi::xml_node root, const Keep& keep);

/// Gives shapes that share an id, or have none, ids of their own (ISO/IEC 29500-1 §19.3.1.12), and
/// placeholders of one kind different indices.
void tell_shapes_apart(pugi::xml_node root);
/// Programs other than PowerPoint give the look of placeholders on their sample text alone: makes
/// list styles of it.
void make_list_styles(pugi::xml_node root);

}  // namespace triptych::pptx::templates
