#include "base/address.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.hpp"
#include "base/is_one_of.hpp"
#include "base/text.hpp"

namespace triptych {

bool says_address(std::string_view title, std::string_view address) {
    const auto bare = [](std::string_view written) {
        std::string shown = text::short_address(written);
        return shown.starts_with("www.") ? shown.substr(4) : shown;
    };
    return bare(title) == bare(address);
}

bool is_linkable(std::string_view scheme) {
    constexpr std::array never = {
        "about", "afp",        "blob",       "chrome",      "cifs",
        "data",  "file",       "filesystem", "intent",      "its",
        "jar",   "javascript", "mhtml",      "mk",          "moz-extension",
        "nfs",   "res",        "resource",   "search",      "search-ms",
        "shell", "smb",        "vbscript",   "view-source", "chrome-extension"};
    const bool plain =
        !scheme.empty() && ascii::is_lower(scheme.front()) &&
        std::all_of(scheme.begin(), scheme.end(), [](char c) {
            return ascii::is_lower(c) || ascii::is_digit(c) || c == '+' || c == '-' || c == '.';
        });
    return plain && !scheme.starts_with("ms-") && !is_one_of(scheme, never);
}

bool is_usual_scheme(std::string_view scheme) {
    constexpr std::array usual = {"http", "https", "mailto", "tel", "sms"};
    return is_one_of(scheme, usual);
}

}  // namespace triptych
