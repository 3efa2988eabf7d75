#pragma once

#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace triptych::xml {

/// The document as UTF-8 with an XML declaration, but for a `fragment`, which is to stand in
/// another document; `indented` for parts where white space has no meaning.
enum class Layout { raw, indented, fragment };
std::string to_string(const pugi::xml_document& document, Layout layout);

/// A text node that keeps only what XML 1.0 allows (§2.2): control characters are dropped.
void append_text(pugi::xml_node parent, std::string_view text);
void set_attribute(pugi::xml_node node, const char* name, std::string_view value);

}  // namespace triptych::xml
