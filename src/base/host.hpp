#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace triptych {

/// Where the host of an address with `//` begins and ends, without user and port; both at the end
/// of an address that has none (RFC 3986 §3.2.2).
struct HostPlace {
    std::size_t begin = 0, end = 0;
};
HostPlace host_place(std::string_view address);

/// The host as it is looked up: letters of other scripts in Punycode (UTS 46, RFC 5891). Nothing
/// when no host can be called so.
std::optional<std::string> ascii_host(std::string_view host);

/// Whether `host` is the reader's own machine, or one that only the author's tools know.
bool is_local_host(std::string_view host);

}  // namespace triptych
