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

std::string in_single_quotes(std::string_view text, std::string_view quote) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string(quote) : std::string(1, c);
    return out + '\'';
}

std::string quoted(const std::string& word) {
    const bool is_word = !word.empty() && std::all_of(word.begin(), word.end(), is_plain);
    return is_word ? word : in_single_quotes(word);
}

}  // namespace triptych::cli
