#include "cli/quoted.hpp"

#include <algorithm>
#include <string_view>

namespace triptych::cli {
namespace {

/// Letters of any script, and signs that mean nothing to a shell.
bool is_plain(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') ||
           std::string_view("/._-+:@%,=").find(c) != std::string_view::npos;
}

}  // namespace

std::string quoted(const std::string& word) {
    if (!word.empty() && std::all_of(word.begin(), word.end(), is_plain)) return word;
    std::string out = "'";
    for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + '\'';
}

}  // namespace triptych::cli
