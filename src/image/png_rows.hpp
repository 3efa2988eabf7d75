#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace triptych::image {

/// Rows of `row` bytes as PNG stores them, each behind the number of its filter (ISO/IEC 15948
/// §9.2): the one that leaves the smallest sum of differences (§12.8). `pixel` is the number of
/// bytes a pixel, 1 for less.
std::string filtered_rows(std::string_view samples, std::size_t row, std::size_t pixel);
/// The same without filters, for indices into a palette, whose differences mean nothing.
std::string plain_rows(std::string_view samples, std::size_t row);

}  // namespace triptych::image
