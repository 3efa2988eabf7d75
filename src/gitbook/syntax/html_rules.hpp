#pragma once

#include <cstdint>
#include <string_view>

/// Rules of HTML that matter before its parser sees it.
namespace triptych::gitbook {

/// Elements that change the whole tree, or whose content is no HTML though it is shown.
bool must_be_renamed(std::string_view name);
bool is_table_part(std::string_view name);
/// Elements whose content is not shown.
bool is_opaque(std::string_view name);

enum class Implied : std::uint8_t {
    end,      ///< the open element ends
    look_on,  ///< it stays, and what is open around it may end
    nothing,  ///< neither it nor what is around it ends
};
/// What the opening of `name` means for an element that is open, whose end may be left out (HTML
/// §13.1.2.4).
Implied implied_by(std::string_view name, std::string_view open);

}  // namespace triptych::gitbook
