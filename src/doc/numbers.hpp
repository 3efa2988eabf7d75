#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "doc/model.hpp"

/// What the items of an ordered list are numbered.
namespace triptych::doc {

/// The number of each item.
std::vector<std::int32_t> numbers_of(const List& list);
/// `number` as it is written: "4", "d", "IV", in the digits of `language` (BCP 47). What letters or
/// Roman numerals can't say is decimal.
std::string written_number(std::int32_t number, Numbering numbering, std::string_view language);

}  // namespace triptych::doc
