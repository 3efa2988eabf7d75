#include <algorithm>
#include <cctype>
#include <charconv>
#include <limits>

#include "base/ascii.hpp"
#include "base/is_one_of.hpp"
#include "base/schema.hpp"
#include "base/text.hpp"

namespace triptych::schema {
namespace {

constexpr auto lowest = std::numeric_limits<std::int64_t>::min();
constexpr auto highest = std::numeric_limits<std::int64_t>::max();

bool is_digit(char c) { return c >= '0' && c <= '9'; }
/// Letters of GUIDs are large, those of bytes are not asked for it.
bool is_large_hex(char c) { return is_digit(c) || (c >= 'A' && c <= 'F'); }
bool is_hex(char c) { return is_large_hex(c) || (c >= 'a' && c <= 'f'); }

/// Values of XML Schema other than texts stand between any spaces.
std::string_view collapsed(std::string_view written) { return text::trim(written); }

std::optional<std::int64_t> integer(std::string_view written) {
    if (written.starts_with('+')) written.remove_prefix(1);
    std::int64_t value = 0;
    const char* const end = written.data() + written.size();
    const auto read = std::from_chars(written.data(), end, value);
    if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
    return value;
}

/// A decimal number without an exponent: its whole part.
std::optional<std::int64_t> decimal(std::string_view written) {
    const auto dot = written.find('.');
    const auto digits = dot == std::string_view::npos ? "0" : written.substr(dot + 1);
    const auto whole = written.substr(0, dot);
    const bool good = !digits.empty() && std::all_of(digits.begin(), digits.end(), is_digit) &&
                      !whole.empty() && is_digit(whole.back()) && whole.front() != '+';
    return good ? integer(whole) : std::nullopt;
}

bool is_guid(std::string_view written) {
    constexpr std::string_view form = "{hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh}";
    return written.size() == form.size() &&
           std::equal(written.begin(), written.end(), form.begin(),
                      [](char c, char f) { return f == 'h' ? is_large_hex(c) : c == f; });
}

bool is_media_type(std::string_view written) {
    const auto slash = written.find('/');
    return slash != std::string_view::npos && slash > 0 && slash + 1 < written.size() &&
           written.find_first_of("/ ()<>@,:\\\"[]?{}", slash + 1) == std::string_view::npos;
}

bool is_name(std::string_view written) {
    const auto may_begin = [](char c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & '\x80') != 0;
    };
    return !written.empty() && may_begin(written.front()) &&
           std::all_of(written.begin(), written.end(),
                       [&](char c) { return may_begin(c) || is_digit(c) || c == '-' || c == '.'; });
}

std::ptrdiff_t characters_of(std::string_view written) {
    return std::count_if(written.begin(), written.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
}

/// `2026`, `2026-11`, `2026-11-30` or `2026-11-30T08:25:00Z` (W3C NOTE-datetime), as far as its
/// form goes.
bool is_moment(std::string_view written) {
    constexpr std::string_view forms[] = {"dddd",
                                          "dddd-dd",
                                          "dddd-dd-dd",
                                          "dddd-dd-ddTdd:ddZ",
                                          "dddd-dd-ddTdd:dd:ddZ",
                                          "dddd-dd-ddTdd:dd:dd.ddZ"};
    return std::any_of(std::begin(forms), std::end(forms), [&](std::string_view form) {
        return std::equal(written.begin(), written.end(), form.begin(), form.end(),
                          [](char c, char f) { return f == 'd' ? is_digit(c) : c == f; });
    });
}

/// Subtags of letters and digits, the first without digits (BCP 47 §2.1).
bool is_language(std::string_view written) {
    bool first = true;
    for (const auto subtag : text::split(written, '-')) {
        const bool good = std::all_of(subtag.begin(), subtag.end(), [&](char c) {
            return ascii::is_letter(static_cast<unsigned char>(c)) || (!first && is_digit(c));
        });
        if (!good || subtag.empty() || subtag.size() > 8) return false;
        first = false;
    }
    return true;
}

/// A URI reference as far as its characters go (RFC 3986 §2).
bool is_address(std::string_view written) {
    for (std::size_t i = 0; i < written.size(); ++i) {
        if (std::string_view("\"<>\\^`{|}").find(written[i]) != std::string_view::npos)
            return false;
        const bool escape =
            i + 2 < written.size() && is_hex(written[i + 1]) && is_hex(written[i + 2]);
        if (written[i] == '%' && !escape) return false;
    }
    return true;
}

}  // namespace

Value::Value(std::string_view alternatives) {
    for (const auto written : text::split(alternatives, '|'))
        alternatives_.push_back(alternative(written));
}

Value::Alternative Value::alternative(std::string_view written) {
    auto words = text::split(written, ' ');
    const std::string_view kind = words.front();
    const auto bound = [&](std::size_t at, std::int64_t usual) {
        return at < words.size() ? integer(words[at]).value_or(usual) : usual;
    };
    if (kind == "text") return {Kind::text, 0, 0, {}};
    if (kind == "id") return {Kind::id, 0, 0, {}};
    if (kind == "lang") return {Kind::lang, 0, 0, {}};
    if (kind == "word") return {Kind::word, 0, 0, {}};
    if (kind == "sign") return {Kind::sign, 0, 0, {}};
    if (kind == "moment") return {Kind::moment, 0, 0, {}};
    if (kind == "bool") return {Kind::truth, 0, 0, {}};
    if (kind == "int") return {Kind::number, bound(1, -2147483648), bound(2, 2147483647), {}};
    if (kind == "unsigned") return {Kind::number, 0, 4294967295, {}};
    if (kind == "percent") return {Kind::percent, bound(1, lowest), bound(2, highest), {}};
    if (kind == "hex") return {Kind::hex, bound(1, 0), 0, {}};
    if (kind == "guid") return {Kind::guid, 0, 0, {}};
    if (kind == "media") return {Kind::media, 0, 0, {}};
    if (kind == "ncname") return {Kind::ncname, 0, 0, {}};
    if (kind == "address") return {Kind::address, 0, 0, {}};
    words.erase(words.begin());
    return {Kind::name, 0, 0, std::move(words)};
}

bool Value::holds(const Alternative& alternative, std::string_view written) {
    const auto value = collapsed(written);
    const auto within = [&](const std::optional<std::int64_t>& number) {
        return number && *number >= alternative.least && *number <= alternative.most;
    };
    switch (alternative.kind) {
        case Kind::text:
        case Kind::id:
            return true;
        case Kind::lang:
            return is_language(written);
        case Kind::word:
            return !value.empty();
        case Kind::sign:
            return characters_of(written) <= 1;
        case Kind::moment:
            return is_moment(value);
        case Kind::truth:
            return value == "0" || value == "1" || value == "true" || value == "false";
        case Kind::number:
            return within(integer(value));
        case Kind::percent:
            return written.ends_with('%') && within(decimal(written.substr(0, written.size() - 1)));
        case Kind::hex:
            return value.size() == static_cast<std::size_t>(alternative.least) * 2 &&
                   std::all_of(value.begin(), value.end(), is_hex);
        case Kind::guid:
            return is_guid(value);
        case Kind::media:
            return is_media_type(written);
        case Kind::ncname:
            return is_name(value);
        case Kind::address:
            return is_address(value);
        case Kind::name:
            return is_one_of(value, alternative.names);
    }
    return false;
}

bool Value::holds(std::string_view written) const {
    return std::any_of(alternatives_.begin(), alternatives_.end(),
                       [&](const Alternative& one) { return holds(one, written); });
}

bool Value::is_text() const {
    return std::any_of(alternatives_.begin(), alternatives_.end(),
                       [](const Alternative& one) { return one.kind == Kind::text; });
}

}  // namespace triptych::schema
