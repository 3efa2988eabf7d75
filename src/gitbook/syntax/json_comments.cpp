#include "gitbook/syntax/json_comments.hpp"

#include <algorithm>

namespace triptych::gitbook {
namespace {

/// Where the text that opens at `at` ends.
std::size_t end_of_string(std::string_view json, std::size_t at) {
    const char quote = json[at];
    for (++at; at < json.size() && json[at] != quote; ++at)
        if (json[at] == '\\') ++at;
    return std::min(at + 1, json.size());
}

/// Where the comment at `at` ends; `at` when none stands there, or none that ends.
std::size_t end_of_comment(std::string_view json, std::size_t at) {
    const std::string_view rest = json.substr(at);
    if (rest.starts_with("//")) return std::min(json.find('\n', at), json.size());
    const std::size_t close = rest.starts_with("/*") ? rest.find("*/", 2) : rest.npos;
    return close == rest.npos ? at : at + close + 2;
}

}  // namespace

std::optional<PlainJson> without_comments(std::string_view json) {
    std::optional<PlainJson> plain;
    for (std::size_t at = 0; at < json.size();) {
        if (json[at] == '"' || json[at] == '\'') {
            at = end_of_string(json, at);
            continue;
        }
        const std::size_t end = json[at] == '/' ? end_of_comment(json, at) : at;
        // One that does not end would be sought again at every other.
        if (end == at && json.substr(at).starts_with("/*")) break;
        if (end == at) {
            ++at;
            continue;
        }
        if (!plain) plain = PlainJson{std::string(json), at, end - at};
        for (; at < end; ++at)
            if (json[at] != '\n') plain->text[at] = ' ';
    }
    return plain;
}

}  // namespace triptych::gitbook
