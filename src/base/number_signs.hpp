#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// How a language writes figures, as the Unicode CLDR has it.
namespace triptych {

/// The sign before decimals: "," in German, "." in English.
std::string_view decimal_sign(std::string_view language);

/// The number in groups of three digits: "7 400" in French, "7,400" in English.
std::string grouped_number(std::size_t number, std::string_view language);

/// The size of a file, with one decimal below ten kilobytes and above one megabyte: "2,5 ko" in
/// French, "2.5 kB" in English.
std::string file_size(std::size_t bytes, std::string_view language);

}  // namespace triptych
