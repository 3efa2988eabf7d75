#pragma once

#include <functional>
#include <pugixml.hpp>
#include <triptych/message.hpp>

#include "base/schema.hpp"

namespace triptych::schema {

/// Says what of an element, and of what is in it, its type does not allow. Declarations of
/// namespaces are allowed everywhere. Elements are nested no deeper than a stack allows.
void check(const pugi::xml_node& element, const Type& type,
           const std::function<void(const Message&)>& tell);

}  // namespace triptych::schema
