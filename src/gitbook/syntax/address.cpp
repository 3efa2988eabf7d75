#include "gitbook/syntax/address.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/ascii.hpp"
#include "base/is_one_of.hpp"
#include "base/text.hpp"

namespace triptych::gitbook {

std::string scheme_of(std::string_view address) {
    const std::size_t colon = address.find(':');
    if (colon == std::string_view::npos || colon == 0 || !ascii::is_letter(address[0])) return {};
    const auto scheme = address.substr(0, colon);
    const bool well_formed = std::all_of(scheme.begin(), scheme.end(), [](char c) {
        return ascii::is_alphanumeric(c) || c == '+' || c == '-' || c == '.';
    });
    // "page.md: note" is a path, "https://…" and "mailto:a@b" are addresses.
    const bool is_path = scheme.find('.') != std::string_view::npos;
    return well_formed && !is_path ? text::lower_case(scheme) : std::string{};
}

bool is_mistyped_web_scheme(std::string_view scheme) {
    constexpr std::array slips = {"hhttps", "hhttp", "ttps",   "ttp",   "htps",  "htp",   "hhtps",
                                  "htttps", "htttp", "httpss", "httpd", "htpps", "hptts", "tps"};
    return is_one_of(scheme, slips);
}

bool is_email(std::string_view text) {
    const std::size_t at = text.find('@');
    if (at == std::string_view::npos || at == 0 || text.find('@', at + 1) != text.npos)
        return false;
    const auto domain = text.substr(at + 1);
    const auto plain = [](char c) {
        return ascii::is_alphanumeric(c) || c == '.' || c == '-' || c == '_' || c == '+';
    };
    return domain.find('.') != std::string_view::npos && domain.find('.') != 0 &&
           std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), plain) &&
           std::all_of(domain.begin(), domain.end(), plain);
}

std::string host_of(std::string_view address) {
    const std::size_t slashes = address.find("://");
    if (slashes == std::string_view::npos) return {};
    address.remove_prefix(slashes + 3);
    address = address.substr(0, std::min(address.find_first_of("/?#"), address.size()));
    if (const std::size_t user = address.rfind('@'); user != std::string_view::npos)
        address.remove_prefix(user + 1);
    std::string host = text::lower_case(address);
    if (host.starts_with("www.")) host.erase(0, 4);
    return host;
}

bool is_local_host(std::string_view host) {
    host = host.substr(0, host.find(':'));
    return host == "localhost" || host.ends_with(".localhost") || host.ends_with(".local") ||
           host.starts_with("127.") || host == "0.0.0.0" || host.starts_with("192.168.") ||
           host.starts_with("10.") || host.find("vscode-resource") != std::string_view::npos;
}

Reference split_reference(std::string_view reference) {
    Reference parts;
    const std::size_t hash = reference.find('#');
    if (hash != std::string_view::npos) parts.fragment = reference.substr(hash + 1);
    parts.path = reference.substr(0, std::min(hash, reference.size()));
    const std::size_t mark = parts.path.find('?');
    if (mark != std::string_view::npos) parts.query = parts.path.substr(mark + 1);
    parts.path = parts.path.substr(0, std::min(mark, parts.path.size()));
    return parts;
}

std::string with_slashes(std::string_view path) {
    std::string forward(path);
    std::replace(forward.begin(), forward.end(), '\\', '/');
    return forward;
}

std::string without_escapes(std::string_view path) {
    std::string plain;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const bool escapes = path[i] == '\\' && i + 1 < path.size() &&
                             std::ispunct(static_cast<unsigned char>(path[i + 1])) != 0;
        plain += path[escapes ? ++i : i];
    }
    return plain;
}

std::string without_export_escapes(std::string_view words) {
    constexpr std::string_view escaped = "\\`*_{}[]()#+-.!|~\"'$&";
    std::string plain;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == '\\' &&
            (++i == words.size() || escaped.find(words[i]) == std::string_view::npos))
            return std::string(words);
        plain += words[i];
    }
    return plain;
}

}  // namespace triptych::gitbook
