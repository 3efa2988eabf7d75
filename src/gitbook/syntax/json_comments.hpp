#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace triptych::gitbook {

/// JSON without the comments that some write into it.
struct PlainJson {
    std::string text;                   ///< with blanks for them, so that all else keeps its place
    std::size_t begin = 0, length = 0;  ///< of the first comment
};
/// Nothing when there are no comments.
std::optional<PlainJson> without_comments(std::string_view json);

}  // namespace triptych::gitbook
