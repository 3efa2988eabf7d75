#pragma once

#include <cstdint>
#include <string_view>

#include "gitbook/convert/body.hpp"

namespace triptych::gitbook {

/// Parses `text`, the whole file `file`, from byte `offset` on. Never fails: what is wrong is
/// reported and what is not known is kept as `doc::Unsupported`. Takes time linear in `text`.
Body parse_body(std::string_view text, FileId file, std::uint32_t offset,
                const BodyOptions& options, Diagnostics& diagnostics);

}  // namespace triptych::gitbook
