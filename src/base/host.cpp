#include "base/host.hpp"

#include <algorithm>
#include <charconv>
#include <memory>

#include <unicode/idna.h>
#include <unicode/stringpiece.h>

#include "base/check.hpp"
#include "base/text.hpp"

namespace triptych {
namespace {

bool is_host_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_';
}

/// `[2001:db8::1]`
bool is_numeric(std::string_view host) {
    return host.size() > 2 && host.front() == '[' && host.back() == ']' &&
           host.find_first_not_of("0123456789abcdefABCDEF:.", 1) == host.size() - 1;
}

/// What may stand behind the last colon: at most 65535, or nothing.
bool is_port(std::string_view port) {
    unsigned value = 0;
    const auto end = port.data() + port.size();
    return port.empty() || (port.size() <= 5 && port.front() != '-' &&
                            std::from_chars(port.data(), end, value).ptr == end && value <= 65535);
}

std::optional<std::string> punycode(std::string_view host) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::IDNA> idna(
        icu::IDNA::createUTS46Instance(UIDNA_USE_STD3_RULES | UIDNA_CHECK_BIDI |
                                           UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII,
                                       status));
    TRIPTYCH_CHECK(U_SUCCESS(status), "ICU holds its data of domain names");
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    icu::IDNAInfo info;
    idna->nameToASCII_UTF8(icu::StringPiece(host.data(), static_cast<std::int32_t>(host.size())),
                           sink, info, status);
    if (U_FAILURE(status) || info.hasErrors()) return std::nullopt;
    return out;
}

}  // namespace

HostPlace host_place(std::string_view address) {
    const auto slashes = address.find("://");
    if (slashes == std::string_view::npos) return {address.size(), address.size()};
    HostPlace out{slashes + 3, std::min(address.find_first_of("/?#", slashes + 3), address.size())};
    if (const auto user = address.substr(0, out.end).rfind('@');
        user != std::string_view::npos && user >= out.begin)
        out.begin = user + 1;
    const auto host = address.substr(out.begin, out.end - out.begin);
    const auto colon = host.rfind(':');
    if (colon != std::string_view::npos && is_port(host.substr(colon + 1)))
        out.end = out.begin + colon;
    return out;
}

std::optional<std::string> ascii_host(std::string_view host) {
    constexpr std::size_t longest = 255;
    if (host.empty() || host.size() > 4 * longest) return std::nullopt;
    const auto decoded = text::percent_decode(host);
    if (is_numeric(decoded)) return decoded;
    if (!text::is_ascii(decoded)) return punycode(decoded);
    const bool good = decoded.size() <= longest && decoded.front() != '.' &&
                      decoded.find("..") == std::string::npos &&
                      std::all_of(decoded.begin(), decoded.end(), is_host_character);
    return good ? std::optional(decoded) : std::nullopt;
}

bool is_local_host(std::string_view host) {
    const auto name = text::lower_case(host);
    return name == "localhost" || name.ends_with(".localhost") || name == "[::1]" ||
           name == "0.0.0.0" ||
           (name.starts_with("127.") &&
            name.find_first_not_of("0123456789.") == std::string::npos) ||
           name.find("vscode-resource") != std::string::npos;
}

}  // namespace triptych
