#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "style/sheet.hpp"

namespace triptych::style {

/// What a layout says: how things look, and where links may lead.
struct Layout {
    Sheet sheet;
    std::vector<std::string> link_schemes;  ///< beside the usual ones, in lower case
};
/// As `load`.
std::optional<Layout> load_layout(const Files& data, std::string_view layout, Sources& sources,
                                  Diagnostics& diagnostics, const FontJudge& judge = {});

}  // namespace triptych::style
