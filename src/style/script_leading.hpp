#pragma once

#include <string_view>

#include "style/sheet.hpp"

namespace triptych::style {

/// Sets lines as far apart as the letters of `language` (BCP 47) need, which reach higher and lower
/// than those the layout is made for, and figures as high as them where they have no small letters;
/// nothing changes for Latin, Greek and Cyrillic.
void fit_to_script(Sheet& sheet, std::string_view language);

}  // namespace triptych::style
