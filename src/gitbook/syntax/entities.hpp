#pragma once

#include <string>
#include <string_view>

namespace triptych::gitbook {

/// `text` with HTML character references (`&eacute;`, `&#x20;`) replaced by what they stand for.
std::string decode_entities(std::string_view text);

}  // namespace triptych::gitbook
