#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "gitbook/syntax/mapped_text.hpp"
#include "gitbook/syntax/tag.hpp"
#include "gitbook/syntax/variables.hpp"

namespace triptych::gitbook {

/// A condition written within a line: `{% if a %}…{% elif b %}…{% else %}…{% endif %}`.
struct InlineCondition {
    struct Range {
        std::size_t begin, end;
    };
    std::vector<Range> left_out;  ///< its tags and what they leave out, in order
    std::size_t end;              ///< behind its last tag
    bool shows_nothing;           ///< all that it holds is left out
};
/// The condition whose first tag is `opening`, at `begin` in `source`; nothing when its last tag
/// does not stand in the same line, before `end` and not too far away. With `all`, only tags are
/// left out.
std::optional<InlineCondition> inline_condition(const MappedText& source, const Tag& opening,
                                                std::size_t begin, std::size_t end,
                                                const Variables& variables, bool all);
/// Whether the end tag behind `line` ends a condition that begins in it, and not too far away.
bool ends_inline_condition(std::string_view line);

}  // namespace triptych::gitbook
