#pragma once

#include <string>
#include <string_view>

namespace triptych {

/// A date as people write it in `language`: `2026-03-01` becomes "1er mars 2026", `2026-03` "mars
/// 2026". What is not an ISO 8601 date stays as it is.
std::string printed_date(std::string_view date, std::string_view language);

}  // namespace triptych
