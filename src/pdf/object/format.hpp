#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/length.hpp"

/// Text of PDF objects (ISO 32000-1 §7.3), in the shortest form. Nothing here looks at the locale.
namespace triptych::pdf::object {

/// Number of an indirect object; its generation is always 0.
enum class Ref : std::uint32_t { none = 0 };

/// Longest string, in bytes, that PDF/A-2 allows (ISO 19005-2 §6.1.13).
inline constexpr std::size_t longest_string = 32767;

/// The version of PDF that a file is written in.
enum class Version : std::uint8_t { v1_6, v1_7, v2_0 };
/// What a file begins with: the version, and bytes that show that it is no text (§7.5.2).
std::string file_head(Version version);

void append_integer(std::string& out, std::int64_t value);
/// `value` hundredths: 1250 is `12.5`, -5 is `-.05`.
void append_hundredths(std::string& out, std::int64_t value);
/// A length in points as `append_hundredths` takes it, rounded half away from zero.
std::int64_t hundredths(Length length);
/// `12 0 R`.
void append_ref(std::string& out, Ref ref);
std::string reference(Ref ref);

/// `/Name`, with `#xx` for what a name can't hold as it is (§7.3.5); cut at 127 bytes.
void append_name(std::string& out, std::string_view name);
/// `(bytes)`, escaped (§7.3.4.2).
void append_literal(std::string& out, std::string_view bytes);
/// `<hex digits>` (§7.3.4.3).
void append_hex(std::string& out, std::string_view bytes);
/// UTF-16BE, without a byte order mark.
std::string utf16(std::string_view text);
/// A text string (§7.9.2.2): ASCII as it is, other text as UTF-16BE with byte order mark; cut at a
/// character within `longest_string`.
void append_text(std::string& out, std::string_view text);

/// `text` for XML: markup escaped, characters that XML 1.0 §2.2 forbids dropped.
std::string xml_escaped(std::string_view text);

}  // namespace triptych::pdf::object
