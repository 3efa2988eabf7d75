#include "pdf/object/format.hpp"

#include <array>
#include <charconv>

#include "base/text.hpp"

namespace triptych::pdf::object {

namespace {

constexpr std::string_view digits = "0123456789ABCDEF";

void append_hex_byte(std::string& out, char byte) {
    const auto value = static_cast<unsigned char>(byte);
    out += digits[value >> 4];
    out += digits[value & 15];
}

bool is_regular(char c) {
    constexpr std::string_view delimiters = "()<>[]{}/%#";
    return c > ' ' && c < 127 && delimiters.find(c) == std::string_view::npos;
}

bool is_ascii_text(std::string_view text) {
    for (const char c : text)
        if (!((c >= ' ' && c < 127) || c == '\n' || c == '\t')) return false;
    return true;
}

void append_unit(std::string& out, std::uint32_t unit) {
    out += static_cast<char>(unit >> 8 & 0xFF);
    out += static_cast<char>(unit & 0xFF);
}

}  // namespace

std::string file_head(Version version) {
    constexpr std::array heads = {"%PDF-1.6", "%PDF-1.7", "%PDF-2.0"};
    return std::string(heads[static_cast<std::size_t>(version)]) + "\n%\xE2\xE3\xCF\xD3\n";
}

void append_integer(std::string& out, std::int64_t value) {
    std::array<char, 24> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    out.append(buffer.data(), end);
}

void append_hundredths(std::string& out, std::int64_t value) {
    if (value < 0) {
        out += '-';
        value = -value;
    }
    const std::int64_t whole = value / 100, rest = value % 100;
    if (whole != 0 || rest == 0) append_integer(out, whole);
    if (rest == 0) return;
    out += '.';
    out += digits[static_cast<std::size_t>(rest / 10)];
    if (rest % 10 != 0) out += digits[static_cast<std::size_t>(rest % 10)];
}

std::int64_t hundredths(Length length) {
    const std::int64_t half = length.units < 0 ? -Length::per_point / 2 : Length::per_point / 2;
    return (length.units * 100 + half) / Length::per_point;
}

void append_ref(std::string& out, Ref ref) {
    append_integer(out, static_cast<std::int64_t>(ref));
    out += " 0 R";
}

std::string reference(Ref ref) {
    std::string out;
    append_ref(out, ref);
    return out;
}

void append_name(std::string& out, std::string_view name) {
    constexpr std::size_t longest = 127;
    out += '/';
    for (const char c : name.substr(0, longest)) {
        if (is_regular(c)) {
            out += c;
            continue;
        }
        out += '#';
        append_hex_byte(out, c);
    }
}

void append_literal(std::string& out, std::string_view bytes) {
    out += '(';
    for (const char c : bytes) {
        if (c == '\r') {
            out += "\\r";
            continue;
        }
        if (c == '(' || c == ')' || c == '\\') out += '\\';
        out += c;
    }
    out += ')';
}

void append_hex(std::string& out, std::string_view bytes) {
    out += '<';
    for (const char c : bytes) append_hex_byte(out, c);
    out += '>';
}

std::string utf16(std::string_view text) {
    std::string out;
    out.reserve(text.size() * 2);
    for (std::size_t at = 0; at < text.size();) {
        const auto code_point = static_cast<std::uint32_t>(text::next_code_point(text, at));
        if (code_point < 0x10000) {
            append_unit(out, code_point);
            continue;
        }
        append_unit(out, 0xD800 + ((code_point - 0x10000) >> 10));
        append_unit(out, 0xDC00 + ((code_point - 0x10000) & 0x3FF));
    }
    return out;
}

void append_text(std::string& out, std::string_view text) {
    if (is_ascii_text(text)) {
        append_literal(out, text.substr(0, longest_string));
        return;
    }
    std::string units = "\xFE\xFF" + utf16(text);
    if (units.size() > longest_string) {
        units.resize(longest_string - 1);
        const auto high = static_cast<unsigned char>(units[units.size() - 2]);
        if (high >= 0xD8 && high < 0xDC) units.resize(units.size() - 2);
    }
    append_literal(out, units);
}

std::string xml_escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::next_code_point(text, at);
        const bool allowed = c >= 0x20 ? c != 0xFFFE && c != 0xFFFF : c == 9 || c == 10 || c == 13;
        if (!allowed) continue;
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                text::append_code_point(out, c);
        }
    }
    return out;
}

}  // namespace triptych::pdf::object
