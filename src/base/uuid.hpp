#pragma once

#include <string>
#include <string_view>

namespace triptych {

/// `urn:uuid:…`, the same for the same name (RFC 9562, version 8).
std::string uuid_of(std::string_view name);

}  // namespace triptych
