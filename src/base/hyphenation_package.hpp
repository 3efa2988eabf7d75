#pragma once

#include <string>
#include <string_view>

namespace triptych {

/// Debian's package with the hyphenation patterns of a language (BCP 47), by its region where there
/// are several; "" where Debian 12 has none.
std::string hyphenation_package(std::string_view language);

}  // namespace triptych
