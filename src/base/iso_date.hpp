#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace triptych {

/// Seconds from 1970-01-01 to midnight UTC of a date written `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (ISO
/// 8601), missing parts being the first; nothing for anything else or a day that does not exist.
std::optional<std::int64_t> parse_date(std::string_view date);

}  // namespace triptych
