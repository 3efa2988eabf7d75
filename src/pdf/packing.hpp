#pragma once

#include <cstdint>

namespace triptych::pdf {

/// How a file is written.
enum class Packing : std::uint8_t {
    compact,   ///< deflated, object streams, cross-reference stream (ISO 32000-1 §7.5.7, §7.5.8)
    readable,  ///< uncompressed and indented, for tests and people
};

}  // namespace triptych::pdf
