#pragma once

#include <string>
#include <string_view>

namespace triptych {

/// `text` as a string of CSS, with its quotes (CSS Syntax 3 §4.3.7): whatever it holds, it neither
/// ends the string nor, in HTML, the `style` element around it.
std::string css_string(std::string_view text);

}  // namespace triptych
