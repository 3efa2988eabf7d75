#pragma once

#include <optional>
#include <string_view>

#include <triptych/message.hpp>

namespace triptych::xml {

/// What keeps `bytes` from being a well-formed XML document in UTF-8 (XML 1.0, Namespaces in XML
/// 1.0), as far as files that programs write go: tags, attributes, references, characters,
/// prefixes, one root, nothing but an HTML5 document type. Nothing when all is well. Readers of XML
/// must refuse a file with such a flaw, which pugixml reads all the same.
std::optional<Message> first_flaw(std::string_view bytes);

}  // namespace triptych::xml
