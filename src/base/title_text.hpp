#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// What titles are made of, as they are shown.
namespace triptych::text {

/// Bytes of the emoji that `text` begins with, and of the spaces behind each; zero when it begins
/// with none. Signs that are read as words (©, ™, ↔) and keycaps, which are numbers, are none.
std::size_t leading_pictographs(std::string_view text);

/// `text` without them; all of it when nothing would be left.
std::string_view without_leading_pictographs(std::string_view text);

/// `text` without any emoji, and without the spaces that only parted them; all of it when nothing
/// would be left.
std::string without_pictographs(std::string_view text);

/// What two titles that read alike have in common: without invisible characters, in one normal form
/// (UAX 15, NFC), spaces of any kind and number as single ones between words.
std::string title_key(std::string_view title);

/// Code points.
std::size_t count_characters(std::string_view text);
/// At most so many characters of the front of `text`, each with the marks that stand at it.
std::string_view first_characters(std::string_view text, std::size_t count);
/// Whether `text` has capitals and no small letters.
bool is_all_capitals(std::string_view text);

}  // namespace triptych::text
