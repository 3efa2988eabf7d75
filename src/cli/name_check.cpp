#include "cli/name_check.hpp"

#include <algorithm>
#include <string_view>

namespace triptych::cli {
namespace {

/// Enough of a name to know it by.
std::string shortened(const std::string& name) {
    constexpr std::size_t most_shown = 40;
    if (name.size() <= most_shown) return name;
    std::size_t end = most_shown;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;
    return name.substr(0, end) + "…";
}

}  // namespace

std::string problem_with_name(const std::string& name) {
    constexpr std::size_t longest = 200;
    const bool odd = std::any_of(name.begin(), name.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 ||
               std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos;
    });
    if (name.empty() || name.size() > longest || odd || name.front() == '.' || name.back() == '.' ||
        name.back() == ' ')
        return "'" + shortened(name) +
               "' can't name files on every system: 1 to 200 bytes, without slashes, colons, "
               "stars, quotes or brackets, and no dot or space at the ends";
    std::string lower = name.substr(0, name.find('.'));
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    for (const std::string_view device : {"con", "prn", "aux", "nul"})
        if (lower == device) return "'" + shortened(name) + "' is kept for a device on Windows";
    const bool numbered = lower.size() == 4 && lower[3] >= '0' && lower[3] <= '9';
    if (numbered && (lower.starts_with("com") || lower.starts_with("lpt")))
        return "'" + shortened(name) + "' is kept for a device on Windows";
    return {};
}

}  // namespace triptych::cli
