#pragma once

#include <cstdint>

namespace triptych {

/// A file that a build can make.
enum class Panel : std::uint8_t { booklet, epub, slides, pptx, html };

}  // namespace triptych
