#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace triptych::decoder {

/// The first page of a PDF file as a drawing in SVG, at its own size, letters as outlines; beyond
/// `most_bytes`, as one picture in it. Nothing when the file can't be read, asks for a password, or
/// shows text in fonts that it does not bring along: what the machine has is never taken.
std::optional<std::string> page_to_svg(std::string_view file, std::size_t most_bytes);

}  // namespace triptych::decoder
