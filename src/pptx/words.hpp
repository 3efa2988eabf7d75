#pragma once

#include <string_view>

/// The words that PowerPoint shows in its lists of shapes and layouts.
namespace triptych::pptx {

/// What a shape is called, by its English name.
std::string_view shape_name(std::string_view english, std::string_view language);

/// The name of a layout, by its key in `words/en.def`: "numbered_pillar".
std::string_view layout_word(std::string_view key, std::string_view language);

/// The key of the layout that bears `name` in any language; "" when none does.
std::string_view key_of_layout(std::string_view name);

}  // namespace triptych::pptx
