#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

/// What stands for something else in running text.
namespace triptych::gitbook {

/// Length of what the editor leaves behind at `at`, or 0: invisible characters, emphasis without
/// content, a character reference gone wrong.
std::size_t noise_at(std::string_view text, std::size_t at);
/// What of it is said to be removed, by a name where nothing would be seen.
std::string_view shown_name(std::string_view noise);

/// Whether the line break at `at` parts two characters (U+3000–U+9FFF) that are set without spaces.
bool is_between_ideographs(std::string_view text, std::size_t at);

/// The emoji of the shortcode at `at`, and moves behind it; empty when it is none.
std::string_view shortcode_at(std::string_view text, std::size_t& at);

/// What is written as a shortcode at `at`, without its colons, though no emoji is called so; empty
/// when it is none. A time, a path or a name in a program is none.
std::string_view unknown_shortcode_at(std::string_view text, std::size_t at);

/// The words of `{% filename %}words{% endfilename %}` at `at`, and moves behind it.
std::optional<std::string_view> file_name_at(std::string_view text, std::size_t& at);

}  // namespace triptych::gitbook
