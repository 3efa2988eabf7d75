#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace triptych::gitbook {

/// A formula between single dollar signs; offsets of its TeX, and behind its last sign.
struct DollarFormula {
    std::size_t begin, end, behind;
};
/// `$x$` and "$`x`$" as GitHub reads them, at `at` in a line that begins at `begin` and ends with
/// `text`: nothing is glued to the outside of the dollar signs, and no space stands inside.
std::optional<DollarFormula> dollar_formula(std::string_view text, std::size_t begin,
                                            std::size_t at);

}  // namespace triptych::gitbook
