#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

/// In which direction a text reads, for all who write it down.
namespace triptych {

enum class ParagraphDirection : std::uint8_t { to_right, to_left };

/// The direction of a paragraph in `language` (BCP 47): the language's, unless most letters are of
/// the other one; then that of the first letter.
ParagraphDirection paragraph_direction(std::string_view text, std::string_view language);

/// False where no letter of `text` can read to the left: quick, and mostly so.
bool may_read_to_left(std::string_view text);

/// Part of a text, in bytes.
struct TextRange {
    std::uint32_t begin = 0, end = 0;
};

/// Addresses, paths, numbers with signs and the like, which are read from left to right everywhere.
std::vector<TextRange> technical_words(std::string_view text);

}  // namespace triptych
