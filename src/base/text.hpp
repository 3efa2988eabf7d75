#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Text helpers. All strings are UTF-8; nothing here looks at the locale.
namespace triptych::text {

/// `next_code_point` where no ASCII character stands at `at`.
char32_t next_beyond_ascii(std::string_view text, std::size_t& at);
/// The code point that starts at `at`, and moves `at` behind it. A malformed byte gives U+FFFD and
/// moves by one.
inline char32_t next_code_point(std::string_view text, std::size_t& at) {
    const bool ascii = at < text.size() && static_cast<unsigned char>(text[at]) < 0x80;
    return ascii ? static_cast<unsigned char>(text[at++]) : next_beyond_ascii(text, at);
}
void append_code_point(std::string& out, char32_t code_point);
/// Byte offset of the first malformed sequence, or nothing when `text` is valid UTF-8.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);
/// `text` with every malformed byte replaced by U+FFFD.
std::string repair_utf8(std::string_view text);

/// Where the character begins that holds the byte at `at`; `at` itself behind the end.
std::size_t start_of_character(std::string_view text, std::size_t at);

bool is_ascii(std::string_view text);

/// ASCII white space removed at both ends.
std::string_view trim(std::string_view text);
/// The parts of `text` between `separator`s, empty ones included.
std::vector<std::string_view> split(std::string_view text, char separator);
std::string replace_all(std::string text, std::string_view from, std::string_view to);
/// Runs of ASCII white space become one space; trimmed.
std::string collapse_spaces(std::string_view text);

/// Characters that are not white space.
std::size_t count_visible(std::string_view text);

/// Unicode normalisation (UAX 15) and lower case without regard to a language, by ICU.
std::string nfc(std::string_view text);
std::string nfd(std::string_view text);
std::string lower_case(std::string_view text);
/// Decodes `%XX`; malformed escapes stay as they are.
std::string percent_decode(std::string_view text);
/// `address` as a URI (RFC 3986 §2, appendix A): what a URI may not hold is percent-encoded, a
/// second `#` and a `%` that begins no escape included.
std::string percent_encode(std::string_view address);

/// `address` as it is printed: without `https://`, `http://`, `mailto:`, `tel:` and a last `/`.
std::string short_address(std::string_view address);

/// What stands behind the last `/` of a path.
std::string_view file_name(std::string_view path);
/// ASCII file name for `title`: accents dropped, lower case, other characters to single `-`;
/// "document" when nothing is left; at most 60 bytes.
std::string file_slug(std::string_view title);

/// Cuts text that is longer than `longest` bytes between characters, and says so by "…".
void clip(std::string& text, std::size_t longest);

/// FNV-1a, 64 bits: the one hash used for names and ids, the same on every machine.
std::uint64_t stable_hash(std::string_view bytes);

}  // namespace triptych::text
