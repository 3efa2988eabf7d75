#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

/// What CommonMark reads at the front of a line.
namespace triptych::gitbook {

/// No author nests lists and quotes deeper.
inline constexpr std::size_t deepest_markers = 100;

/// The fence that opened a listing.
struct Fence {
    char mark;
    std::size_t length, indent;
};

/// Offset of the first byte of `line` from `at` on that is neither space nor tab.
std::size_t skip_spaces(std::string_view line, std::size_t at);
/// Length of the list or quote marker at `at`; 0 when there is none.
std::size_t marker_length(std::string_view line, std::size_t at);
/// The fence that `line` opens behind its list and quote markers.
std::optional<Fence> opened_fence(std::string_view line);
bool closes(std::string_view line, const Fence& fence);

}  // namespace triptych::gitbook
