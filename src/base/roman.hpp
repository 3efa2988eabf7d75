#pragma once

#include <cstdint>
#include <string>

namespace triptych {

/// `number` in Roman numerals, "iv" or "IV". Empty for zero; a letter for each thousand.
std::string lower_roman(std::uint32_t number);
std::string upper_roman(std::uint32_t number);

}  // namespace triptych
