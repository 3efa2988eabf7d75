#pragma once

#include <span>
#include <string>
#include <string_view>

#include "epub/fonts.hpp"
#include "style/sheet.hpp"

namespace triptych::epub {

/// The style sheet of the e-book: sizes relative to the reader's own, no fixed heights, colours
/// only where the reader's ground is sure to be light, words and rules beside every colour that
/// means something. It names the embedded `fonts`.
std::string write_css(const style::Sheet& sheet, std::span<const EmbeddedFont> fonts,
                      std::string_view language);

}  // namespace triptych::epub
