#pragma once

#include <string>
#include <string_view>

#include "pages/pages.hpp"

namespace triptych::pdf {

/// The text with U+FFFD for characters of the private use areas, whose meaning nobody else knows;
/// as long as before in UTF-8, so that places in it stay what they are.
std::string without_private_use(std::string_view text);

/// The same for all texts that a file says beside what it draws (ISO 14289-2 §8.4.3 and §8.6).
void replace_private_use(pages::Pages& pages);

}  // namespace triptych::pdf
