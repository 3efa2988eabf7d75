#include "svg/unread.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/is_one_of.hpp"
#include "base/text.hpp"

namespace triptych::svg {
namespace {

/// A name of CSS, of SVG 2 or of drafts of it, and the values by which nothing changes.
struct Unread {
    std::string_view name, still = {};
};

constexpr std::array unread = {
    Unread{"clip", "auto"},
    Unread{"d", "none"},
    Unread{"mask-image", "none"},
    Unread{"mask-type", "luminance"},
    Unread{"offset-path", "none"},
    Unread{"paint-order", "normal"},
    Unread{"pathLength"},
    Unread{"rotate", "none|0|auto"},
    Unread{"scale", "none|1"},
    Unread{"text-shadow", "none"},
    Unread{"text-transform", "none"},
    Unread{"transform", "none"},
    Unread{"transform-origin", "0|0 0|0px 0px|0px|left top|top left"},
    Unread{"translate", "none|0"},
    Unread{"vector-effect", "none"},
};

bool says_nothing(std::string_view value) {
    return value.empty() ||
           is_one_of(value, {"inherit", "initial", "unset", "revert", "revert-layer"});
}

}  // namespace

bool changes_look(std::string_view name, std::string_view value) {
    value = text::trim(value);
    if (says_nothing(value)) return false;
    const auto found = std::find_if(unread.begin(), unread.end(),
                                    [&](const Unread& one) { return one.name == name; });
    if (found == unread.end()) return false;
    const auto still = text::split(found->still, '|');
    return !is_one_of(value, still);
}

bool moves(std::string_view name, std::string_view value) {
    return (name == "animation" || name == "animation-name") && !says_nothing(value) &&
           !value.starts_with("none");
}

}  // namespace triptych::svg
