#pragma once

#include <functional>
#include <string_view>

namespace triptych::gitbook {

/// Calls `use` with the pieces of `markdown` that are prose: all but listings, code in lines, HTML
/// and GitBook tags, and addresses. Rough and in linear time: for counting words, not for reading.
void for_each_prose(std::string_view markdown, const std::function<void(std::string_view)>& use);

}  // namespace triptych::gitbook
