#pragma once

#include <string_view>

#include <triptych/message.hpp>

namespace triptych::font {

/// What keeps a font file from being embedded and drawn everywhere, as part of a sentence ("its
/// table 'loca' …"); empty when it is sound. Reads every glyph, of large fonts some thousand.
Message fault_of(std::string_view file);

}  // namespace triptych::font
