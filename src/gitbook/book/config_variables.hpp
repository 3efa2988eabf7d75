#pragma once

#include <map>
#include <string>

#include "gitbook/syntax/yaml.hpp"

namespace triptych::gitbook {

/// Adds each value below `node` by its full name, `book.team.name`, `book.list.0`, unless it has
/// one already. `name` is that of `node`; "" when its values have no name in front of their own.
void add_variables(const YAML::Node& node, const std::string& name,
                   std::map<std::string, std::string>& variables);

}  // namespace triptych::gitbook
