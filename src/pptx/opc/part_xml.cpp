#include "pptx/opc/part_xml.hpp"

#include "base/xml.hpp"

namespace triptych::pptx {

pugi::xml_node add(pugi::xml_node parent, const char* name, Attributes attributes) {
    auto node = parent.append_child(name);
    for (const auto& [key, value] : attributes) xml::set_attribute(node, key, value);
    return node;
}

pugi::xml_node add_root(pugi::xml_document& document, const char* name, Attributes attributes) {
    auto declaration = document.append_child(pugi::node_declaration);
    xml::set_attribute(declaration, "version", "1.0");
    xml::set_attribute(declaration, "encoding", "UTF-8");
    xml::set_attribute(declaration, "standalone", "yes");
    return add(document, name, attributes);
}

}  // namespace triptych::pptx
