#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>

#include <qpdf/QPDF.hh>

#include "verify/rules.hpp"
#include "verify/to_unicode.hpp"

namespace triptych::verify {

/// What the marked content of pages says, by page object and identifier.
using MarkedTexts = std::map<std::pair<Number, int>, std::string>;

MarkedTexts read_texts(QPDF& file);

}  // namespace triptych::verify
