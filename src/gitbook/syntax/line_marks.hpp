#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/ascii.hpp"

/// What CommonMark reads at the front of a line.
namespace triptych::gitbook {

/// No author nests lists and quotes deeper.
inline constexpr std::size_t deepest_markers = 100;

/// The fence that opened a listing.
struct Fence {
    char mark;
    std::size_t length, indent;
};

/// Whether no mark of any dialect in the line begins with `c`: nearly all of a text.
constexpr bool opens_nothing(char c) {
    return ascii::is_alphanumeric(static_cast<unsigned char>(c)) || c == ' ' || (c & 0x80) != 0;
}
/// Offset of the first byte of `line` from `at` on that is neither space nor tab.
std::size_t skip_spaces(std::string_view line, std::size_t at);
/// The same of white space of any kind, line feeds too.
std::size_t skip_white_space(std::string_view text, std::size_t at);
/// Where the line that `at` is in ends: at its line feed, or with `text`.
std::size_t end_of_line(std::string_view text, std::size_t at);
/// Where the next line begins.
std::size_t behind_line(std::string_view text, std::size_t at);
/// What is left of the line from `at` on, without its line feed; "" behind the end.
std::string_view line_at(std::string_view text, std::size_t at);
/// Signs of the heading that `line` is; 0 when it is none.
std::size_t heading_level(std::string_view line);
/// Length of the list or quote marker at `at`; 0 when there is none.
std::size_t marker_length(std::string_view line, std::size_t at);
/// Offset of the marker that nests deeper than any author does.
std::optional<std::size_t> marker_too_deep(std::string_view line);
/// The fence that `line` opens behind its list and quote markers.
std::optional<Fence> opened_fence(std::string_view line);
bool closes(std::string_view line, const Fence& fence);
/// A fence longer than any run of back-ticks in `code`.
std::string fence_for(std::string_view code);

/// A mark at the front of a line that its author means, though CommonMark asks for a space behind
/// it.
struct LooseMark {
    std::string meant;       ///< with what stands before it
    std::size_t length = 0;  ///< in bytes, as written
};
/// That of `line`: a heading or an item with a no-break space behind its mark, as keyboards make
/// it, or a heading without any; a lone `#` is one only where it is the `first` text of the page.
std::optional<LooseMark> loose_mark(std::string_view line, bool first);

}  // namespace triptych::gitbook
