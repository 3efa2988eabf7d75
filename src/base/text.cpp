#include "base/text.hpp"

#include <algorithm>
#include <cstring>

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include "base/ascii.hpp"
#include "base/check.hpp"

namespace triptych::text {

namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr std::size_t longest_slug = 60;

unsigned byte_at(std::string_view text, std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

/// Length of the well-formed sequence at `at` (Unicode 15, table 3-7), or 0.
std::size_t sequence_length(std::string_view text, std::size_t at) {
    const unsigned lead = byte_at(text, at);
    const unsigned second = byte_at(text, at + 1);
    const auto trails = [&](std::size_t offset) {
        return (byte_at(text, at + offset) & 0xC0U) == 0x80U;
    };
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return trails(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const unsigned lowest = lead == 0xE0 ? 0xA0 : 0x80;
        const unsigned highest = lead == 0xED ? 0x9F : 0xBF;
        return second >= lowest && second <= highest && trails(2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const unsigned lowest = lead == 0xF0 ? 0x90 : 0x80;
        const unsigned highest = lead == 0xF4 ? 0x8F : 0xBF;
        return second >= lowest && second <= highest && trails(2) && trails(3) ? 4 : 0;
    }
    return 0;
}

/// First byte at or behind `at` that is not ASCII, eight bytes at a time.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
    while (at + 8 <= text.size()) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data() + at, 8);
        if ((eight & 0x8080808080808080U) != 0) break;
        at += 8;
    }
    while (at < text.size() && byte_at(text, at) < 0x80) ++at;
    return at;
}

std::string normalised(const icu::Normalizer2* form, std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::StringPiece piece(text.data(), static_cast<int32_t>(text.size()));
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    form->normalizeUTF8(0, piece, sink, nullptr, status);
    TRIPTYCH_CHECK(U_SUCCESS(status), "normalisation needs only memory");
    return out;
}

int hex_value(char c) {
    if (ascii::is_digit(c)) return c - '0';
    const char lower = ascii::to_lower(c);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// Whether `%XX` stands at `at`.
bool is_escape(std::string_view text, std::size_t at) {
    return text[at] == '%' && at + 2 < text.size() && hex_value(text[at + 1]) >= 0 &&
           hex_value(text[at + 2]) >= 0;
}

/// Unreserved and reserved characters (RFC 3986 §2.2, §2.3) that may stand in every part.
bool is_uri_character(char c) {
    constexpr std::string_view signs = "-._~:/?@!$&'()*+,;=";
    return ascii::is_alphanumeric(c) || signs.find(c) != std::string_view::npos;
}

/// Where the authority of `address` ends, 0 when it has none: brackets may stand there only.
std::size_t end_of_authority(std::string_view address) {
    const std::size_t slashes = address.find("://");
    if (slashes == std::string_view::npos) return 0;
    return std::min(address.find_first_of("/?#", slashes + 3), address.size());
}

/// The ASCII characters that replace `code_point` in a file name; none for an accent that NFD has
/// split off.
std::string_view ascii_form(char32_t code_point, char& buffer) {
    if (code_point >= 0x300 && code_point <= 0x36F) return {};
    switch (code_point) {
        case U'œ':
            return "oe";
        case U'æ':
            return "ae";
        case U'ß':
            return "ss";
        case U'ø':
            return "o";
        case U'ł':
            return "l";
        case U'đ':
        case U'ð':
            return "d";
        case U'þ':
            return "th";
        case U'ħ':
            return "h";
        case U'ı':
            return "i";
        default:
            break;
    }
    const bool kept = ascii::is_lower(code_point) || ascii::is_digit(code_point);
    buffer = kept ? static_cast<char>(code_point) : '-';
    return {&buffer, 1};
}

}  // namespace

std::size_t start_of_character(std::string_view text, std::size_t at) {
    while (at > 0 && at < text.size() && (byte_at(text, at) & 0xC0U) == 0x80U) --at;
    return at;
}

bool is_ascii(std::string_view text) { return skip_ascii(text, 0) == text.size(); }

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

char32_t next_beyond_ascii(std::string_view text, std::size_t& at) {
    // What nearly all of it is: three bytes or two, and well formed.
    const std::size_t left = at < text.size() ? text.size() - at : 0;
    const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data()) + at;
    constexpr unsigned trail = 0x80, bits = 0x3F;
    if (left >= 3 && (bytes[0] & 0xF0U) == 0xE0 &&
        ((bytes[1] ^ trail) | (bytes[2] ^ trail)) <= bits) {
        const char32_t c = (bytes[0] & 0x0FU) << 12 | (bytes[1] & bits) << 6 | (bytes[2] & bits);
        if (c >= 0x800 && (c & 0xF800U) != 0xD800) {
            at += 3;
            return c;
        }
    } else if (left >= 2 && bytes[0] >= 0xC2 && bytes[0] < 0xE0 && (bytes[1] ^ trail) <= bits) {
        at += 2;
        return (bytes[0] & 0x1FU) << 6 | (bytes[1] & bits);
    }
    const std::size_t length = sequence_length(text, at);
    if (length <= 1) {
        const unsigned byte = byte_at(text, at++);
        return length == 1 ? byte : replacement;
    }
    char32_t code_point = byte_at(text, at) & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i)
        code_point = code_point << 6 | (byte_at(text, at + i) & 0x3FU);
    at += length;
    return code_point;
}

void append_code_point(std::string& out, char32_t code_point) {
    const auto trail = [&](int shift) {
        out += static_cast<char>(0x80U | ((code_point >> shift) & 0x3FU));
    };
    if (code_point < 0x80) {
        out += static_cast<char>(code_point);
    } else if (code_point < 0x800) {
        out += static_cast<char>(0xC0U | code_point >> 6);
        trail(0);
    } else if (code_point < 0x10000) {
        out += static_cast<char>(0xE0U | code_point >> 12);
        trail(6);
        trail(0);
    } else {
        out += static_cast<char>(0xF0U | code_point >> 18);
        trail(12);
        trail(6);
        trail(0);
    }
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
    for (std::size_t at = skip_ascii(text, 0); at < text.size(); at = skip_ascii(text, at)) {
        const std::size_t length = sequence_length(text, at);
        if (length == 0) return at;
        at += length;
    }
    return {};
}

std::string repair_utf8(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (const auto invalid = first_invalid_utf8(text)) {
        out += text.substr(0, *invalid);
        append_code_point(out, replacement);
        text.remove_prefix(*invalid + 1);
    }
    return out += text;
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && ascii::is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && ascii::is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t end = text.find(separator); end != std::string_view::npos;
         end = text.find(separator, begin)) {
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    parts.push_back(text.substr(begin));
    return parts;
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
    std::size_t found = from.empty() ? std::string::npos : text.find(from);
    if (found == std::string::npos) return text;
    std::string out;
    std::size_t begin = 0;
    for (; found != std::string::npos; found = text.find(from, begin)) {
        out.append(text, begin, found - begin).append(to);
        begin = found + from.size();
    }
    return out.append(text, begin);
}

std::string collapse_spaces(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : trim(text)) {
        if (!ascii::is_space(c))
            out += c;
        else if (out.back() != ' ')
            out += ' ';
    }
    return out;
}

std::string nfc(std::string_view text) {
    if (is_ascii(text)) return std::string(text);
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(status);
    TRIPTYCH_CHECK(U_SUCCESS(status), "ICU holds its NFC data");
    return normalised(form, text);
}

std::string nfd(std::string_view text) {
    if (is_ascii(text)) return std::string(text);
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* form = icu::Normalizer2::getNFDInstance(status);
    TRIPTYCH_CHECK(U_SUCCESS(status), "ICU holds its NFD data");
    return normalised(form, text);
}

std::string lower_case(std::string_view text) {
    std::string out(text.size(), '\0');
    std::transform(text.begin(), text.end(), out.begin(), ascii::to_lower);
    if (is_ascii(text)) return out;
    out.clear();
    UErrorCode status = U_ZERO_ERROR;
    const icu::StringPiece piece(text.data(), static_cast<int32_t>(text.size()));
    icu::StringByteSink<std::string> sink(&out);
    icu::CaseMap::utf8ToLower("", 0, piece, sink, nullptr, status);
    TRIPTYCH_CHECK(U_SUCCESS(status), "lower case needs only memory");
    return out;
}

std::size_t count_visible(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        const bool blank = c <= U' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F ||
                           c == 0xAD || c == 0x3000;
        count += blank ? 0 : 1;
    }
    return count;
}

std::string percent_decode(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const int high = text[at] == '%' && at + 2 < text.size() ? hex_value(text[at + 1]) : -1;
        const int low = high >= 0 ? hex_value(text[at + 2]) : -1;
        out += low >= 0 ? static_cast<char>(high * 16 + low) : text[at];
        if (low >= 0) at += 2;
    }
    return out;
}

std::string percent_encode(std::string_view address) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    out.reserve(address.size());
    const std::size_t authority_end = end_of_authority(address), hash = address.find('#');
    for (std::size_t at = 0; at < address.size(); ++at) {
        const char c = address[at];
        const unsigned byte = byte_at(address, at);
        const bool bracket = (c == '[' || c == ']') && at < authority_end;
        if (is_uri_character(c) || is_escape(address, at) || bracket || at == hash)
            out += c;
        else
            out += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    return out;
}

std::string short_address(std::string_view address) {
    for (const std::string_view scheme : {"https://", "http://", "mailto:", "tel:"}) {
        if (address.starts_with(scheme)) address.remove_prefix(scheme.size());
    }
    if (address.ends_with('/')) address.remove_suffix(1);
    return std::string(address);
}

std::string file_slug(std::string_view title) {
    const std::string folded = nfd(lower_case(title));
    std::string slug;
    char buffer = '-';
    for (std::size_t at = 0; at < folded.size() && slug.size() < longest_slug;) {
        const auto form = ascii_form(next_code_point(folded, at), buffer);
        if (form != "-" || (!slug.empty() && slug.back() != '-')) slug += form;
    }
    slug.resize(std::min(slug.size(), longest_slug));
    while (slug.ends_with('-')) slug.pop_back();
    return slug.empty() ? "document" : slug;
}

void clip(std::string& text, std::size_t longest) {
    if (text.size() <= longest) return;
    text.resize(start_of_character(text, longest));
    text += "…";
}

std::uint64_t stable_hash(std::string_view bytes) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char byte : bytes) {
        hash ^= static_cast<unsigned char>(byte);
        hash *= 0x100000001B3U;
    }
    return hash;
}

}  // namespace triptych::text
