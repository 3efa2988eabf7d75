#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/files.hpp>

#include "style/usable_fonts.hpp"
#include "style/value.hpp"

namespace triptych::style {

/// The four files of a layout, joined with those of the layouts it extends and, in the theme, with
/// the colours and fonts of `brand.yaml`, which stands alone beside it.
struct LayoutFiles {
    Value theme, booklet, epub, slides;
    std::optional<Value> brand;
    std::optional<Value> layout_colours;      ///< what the brand's stand over
    std::vector<std::string> unused_colours;  ///< of the brand, that nothing in the layout names
};

/// Nothing, with a diagnostic, when a file is missing in all these layouts or is not YAML. Fonts
/// that `judge` finds a fault in give way to those of the layout below.
std::optional<LayoutFiles> read_layout_files(const Files& data, std::string_view layout,
                                             Sources& sources, Diagnostics& diagnostics,
                                             const FontJudge& judge);

}  // namespace triptych::style
