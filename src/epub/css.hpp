#pragma once

#include <string>

#include "style/sheet.hpp"

namespace triptych::epub {

/// The style sheet of the e-book: sizes relative to the reader's own, no fixed heights, colours
/// only where the reader's ground is sure to be light, words and rules beside every colour that
/// means something.
std::string write_css(const style::Sheet& sheet);

}  // namespace triptych::epub
