#pragma once

#include <string_view>

namespace triptych {

/// Whether `tag` names a language as RFC 3066 has it (ISO 14289-1 §7.2).
bool is_language_tag(std::string_view tag);

}  // namespace triptych
