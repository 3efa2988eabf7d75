#pragma once

#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace triptych::markup {

/// Appends `node` to `out` as a browser reads HTML (WHATWG HTML §13.3): void elements without an
/// end tag, all others with one.
void append_html(std::string& out, pugi::xml_node node);

/// `text` as it stands between two tags, or in an attribute in double quotes.
std::string escaped(std::string_view text);

}  // namespace triptych::markup
