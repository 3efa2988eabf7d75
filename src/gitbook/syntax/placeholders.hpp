#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// Stand-ins for what must not reach the Markdown parser.
namespace triptych::gitbook {

class MappedText;
struct ScannedText;

// A processing instruction may interrupt a paragraph and ends on its line (CommonMark 4.6, start
// condition 3). The noncharacters keep it apart from anything an author writes.
inline constexpr std::string_view tag_front = "<?\uFDD0";
inline constexpr std::string_view tag_back = "?>";
inline constexpr std::string_view formula_front = "\uFDD1";
inline constexpr std::string_view formula_back = "\uFDD2";
/// Stands beside emphasis and is taken out again; punctuation to the parser.
inline constexpr std::string_view emphasis_gap = "\u1360\uFDD3\u1360";

/// Index of the tag whose placeholder `line` is, white space aside.
std::optional<std::size_t> tag_placeholder(std::string_view line);
/// Whether a tag's placeholder is anywhere in `text`.
bool has_tag_placeholder(std::string_view text);
/// Index of the formula whose placeholder starts at `at` in `text`, and moves `at` behind it.
std::optional<std::size_t> formula_placeholder(std::string_view text, std::size_t& at);
/// `html` with the tags in it as they were written, every other byte in its place.
MappedText with_written_tags(const ScannedText& scanned, const MappedText& html);
/// `text` with every placeholder replaced by what was written: for code, which shows it as it is.
std::string restore_placeholders(const ScannedText& scanned, std::string text);

}  // namespace triptych::gitbook
