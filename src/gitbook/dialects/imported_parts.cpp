#include "gitbook/dialects/imported_parts.hpp"

#include <algorithm>
#include <string>

#include "base/ascii.hpp"
#include "base/text.hpp"

namespace triptych::gitbook {
namespace {

bool is_name(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return ascii::is_alphanumeric(c) || c == '_';
    });
}

/// The name in `<Name …/>` or `<Name></Name>` alone on `line`, or "".
std::string_view component_in(std::string_view line) {
    line = text::trim(line);
    if (line.size() < 4 || !line.starts_with('<')) return {};
    const std::string_view name = line.substr(1, line.find_first_of(" />") - 1);
    const bool whole = line.find('>') == line.size() - 1 && line.ends_with("/>");
    const bool pair = line == "<" + std::string(name) + "></" + std::string(name) + ">";
    return is_name(name) && name[0] >= 'A' && name[0] <= 'Z' && (whole || pair)
               ? name
               : std::string_view();
}

}  // namespace

std::optional<ImportedPart> imported_part(std::string_view line) {
    line = text::trim(line);
    if (!line.starts_with("import ")) return std::nullopt;
    const std::size_t from = line.find(" from ");
    if (from == line.npos) return std::nullopt;
    const std::string_view name = text::trim(line.substr(7, from - std::min<std::size_t>(from, 7)));
    std::string_view path = text::trim(line.substr(from + 6));
    while (path.ends_with(';')) path.remove_suffix(1);
    path = text::trim(path);
    if (path.size() < 3 || path.front() != path.back() || (path[0] != '"' && path[0] != '\''))
        return std::nullopt;
    path = path.substr(1, path.size() - 2);
    const bool markdown = path.ends_with(".md") || path.ends_with(".mdx");
    return is_name(name) && markdown ? std::optional(ImportedPart{name, path}) : std::nullopt;
}

void ImportedParts::note(std::string_view lines) {
    for (const std::string_view line : text::split(lines, '\n'))
        if (const auto part = imported_part(line)) paths_[part->name] = part->path;
}

std::string_view ImportedParts::shown_on(std::string_view line) const {
    if (paths_.empty()) return {};
    const auto part = paths_.find(component_in(line));
    return part == paths_.end() ? std::string_view() : part->second;
}

}  // namespace triptych::gitbook
