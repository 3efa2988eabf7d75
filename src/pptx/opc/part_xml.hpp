#pragma once

#include <initializer_list>
#include <string_view>
#include <utility>

#include <pugixml.hpp>

/// Elements of the XML parts of a package.
namespace triptych::pptx {

using Attributes = std::initializer_list<std::pair<const char*, std::string_view>>;

pugi::xml_node add(pugi::xml_node parent, const char* name, Attributes attributes = {});
/// The root of a part, behind its XML declaration.
pugi::xml_node add_root(pugi::xml_document& document, const char* name, Attributes attributes);
}  // namespace triptych::pptx
