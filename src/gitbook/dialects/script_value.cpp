#include "gitbook/dialects/script_value.hpp"

#include <algorithm>

#include "base/ascii.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t longest_value = 200;

bool is_word(char c) { return ascii::is_alphanumeric(c) || c == '_'; }

}  // namespace

std::optional<std::string> script_literal(std::string_view script) {
    script.remove_prefix(std::min(script.find_first_not_of(" \t\n"), script.size()));
    if (script.empty() || std::string_view("'\"`").find(script[0]) == std::string_view::npos)
        return std::nullopt;
    std::string value;
    for (std::size_t at = 1; at < std::min(script.size(), longest_value); ++at) {
        if (script[at] == script[0]) return value;
        if (script[at] == '\\') ++at;
        if (at < script.size()) value += script[at];
    }
    return std::nullopt;
}

std::string script_value(std::string_view script, std::string_view key) {
    for (std::size_t at = script.find(key); at != script.npos; at = script.find(key, at + 1)) {
        if (at > 0 && is_word(script[at - 1])) continue;
        std::string_view rest = script.substr(at + key.size());
        if (rest.starts_with('\'') || rest.starts_with('"')) rest.remove_prefix(1);
        rest = rest.substr(std::min(rest.find_first_not_of(' '), rest.size()));
        if (!rest.starts_with(':')) continue;
        if (auto value = script_literal(rest.substr(1))) return *value;
    }
    return {};
}

}  // namespace triptych::gitbook
