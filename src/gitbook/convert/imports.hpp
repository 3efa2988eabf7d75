#pragma once

#include <optional>

#include "gitbook/convert/converter.hpp"

namespace triptych::gitbook {

/// The listing that a line asks for which holds nothing but HonKit's `[import, title:"x"](file)`;
/// nothing when it does not, or there is no such file.
std::optional<doc::Block> imported_code(Converter& converter, const doc::Inlines& line);

}  // namespace triptych::gitbook
