#pragma once

#include <string>

#include <pugixml.hpp>

#include "verify/rules.hpp"

namespace triptych::verify {

/// Holds the prefixes that the elements of a packet declare against the schemas they are known for.
void check_namespaces(const pugi::xml_document& packet, Report& report);
/// Holds a property against the type that its schema gives it (ISO 16684-1 8, ISO 19005-2
/// 6.6.2.3.1). Properties of other schemas pass.
void check_type(const pugi::xml_node& property, Report& report);

}  // namespace triptych::verify
