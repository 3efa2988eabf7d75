#pragma once

#include <cstdint>

namespace triptych::pptx {

/// English Metric Units (ISO/IEC 29500-1 §20.1.2.1).
inline constexpr std::int64_t emu_per_point = 12'700;

}  // namespace triptych::pptx
