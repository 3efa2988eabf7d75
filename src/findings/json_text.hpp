#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace triptych {

/// Keys in the order in which they are set.
using Json = nlohmann::ordered_json;

/// In one line; malformed UTF-8 is replaced by U+FFFD.
inline std::string written(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace triptych
