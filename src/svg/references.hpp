#pragma once

#include <functional>

#include <map>
#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace triptych::svg {

/// Elements by id.
using Targets = std::map<std::string, pugi::xml_node, std::less<>>;

Targets targets_in(pugi::xml_node root);

/// Calls with every attribute that refers to an element of the same file, and the id it names.
void for_each_reference(
    pugi::xml_node node,
    const std::function<void(pugi::xml_attribute attribute, std::string_view id)>& call);

/// Gives the elements that are referred to ids that are unique and legal in XML, takes away all
/// others, and takes away references to nothing, to elements of the wrong kind, and those by which
/// an element would show itself; of these `taken_away` is told.
void mend_references(pugi::xml_node root,
                     const std::function<void(std::string_view id)>& taken_away = {});

}  // namespace triptych::svg
