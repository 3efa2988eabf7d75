#include "epub/styles.hpp"

#include <array>

namespace triptych::epub {

std::span<const StyledElement> styled_elements() {
    using style::Role;
    static constexpr std::array elements = {
        StyledElement{"h1", "", Role::title},
        StyledElement{"h2", "", Role::heading2},
        StyledElement{"h3", "", Role::heading3},
        StyledElement{"h4", "", Role::heading4},
        StyledElement{"h5", "", Role::heading5},
        StyledElement{"h6", "", Role::heading6},
        // Headings whose level was corrected keep the look they were written with.
        StyledElement{"", "look-2", Role::heading2},
        StyledElement{"", "look-3", Role::heading3},
        StyledElement{"", "look-4", Role::heading4},
        StyledElement{"", "look-5", Role::heading5},
        StyledElement{"", "look-6", Role::heading6},
        StyledElement{"", "lede", Role::lede},
        StyledElement{"figcaption", "", Role::caption},
        StyledElement{"caption", "", Role::caption},
        StyledElement{"th", "", Role::table_head},
        StyledElement{"td", "", Role::table_cell},
        StyledElement{"code", "", Role::inline_code, StyleExtent::letters},
        StyledElement{"kbd", "", Role::inline_code, StyleExtent::letters},
        StyledElement{"pre", "", Role::code},
        StyledElement{"", "label", Role::callout_label},
    };
    return elements;
}

}  // namespace triptych::epub
