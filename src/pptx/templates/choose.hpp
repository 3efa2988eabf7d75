#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/length.hpp"
#include "pptx/templates/layouts.hpp"

namespace triptych::pptx::templates {

inline Length right(const Rect& box) { return box.at.x + box.size.width; }
inline Length bottom(const Rect& box) { return box.at.y + box.size.height; }

/// A layout with the placeholders that slides use, as indices of `Layout::placeholders`.
struct Stand {
    std::size_t layout = 0, title = 0;
    std::optional<std::size_t> text;    ///< subtitle or body
    std::optional<std::size_t> object;  ///< a table or a picture; may be `text` itself
    std::optional<std::size_t> footer, number;
    Rect area;  ///< of the content: the box of `text`, or what title and foot leave free
};

/// Which layouts of a master are for what. Chosen by `type`, then by the placeholders they have.
struct Choice {
    Stand title, section, content, table;
    std::optional<Stand> picture;     ///< text and picture side by side; title as on `content`
    std::optional<Stand> title_only;  ///< for content that stands on no placeholder; title as there
    /// Those that authors may wish for, by `deck::layout_key`: every one with a title and room.
    std::map<std::string, Stand, std::less<>> named;
};
/// Nothing when no layout has a title.
std::optional<Choice> choose(const std::vector<Layout>& layouts, const Size& slide);

}  // namespace triptych::pptx::templates
