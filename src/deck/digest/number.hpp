#pragma once

#include <string>

#include "doc/model.hpp"

namespace triptych::deck {

/// The one number of a text that says something by itself, with its unit: "300", "80 %"; empty
/// where there is none, or several. Years, dates, ranks and numbers of names ("Article 12", "ISO
/// 27001", "v2") are none.
std::string telling_number(const doc::Inlines& words);

}  // namespace triptych::deck
