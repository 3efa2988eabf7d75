#include "gitbook/book/included_files.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "gitbook/book/front_matter.hpp"
#include "gitbook/syntax/source_text.hpp"

namespace triptych::gitbook {
namespace {

/// The quoted text at the front of `text`, or "".
std::string_view quoted(std::string_view text) {
    text = text::trim(text.substr(0, std::min(text.find('\n'), text.size())));
    if (text.empty() || (text[0] != '"' && text[0] != '\'')) return {};
    const std::size_t end = text.find(text[0], 1);
    return end == std::string_view::npos ? std::string_view{} : text.substr(1, end - 1);
}

void add_tag_paths(std::string_view text, std::vector<std::string>& paths) {
    for (std::size_t at = text.find("{%"); at != text.npos; at = text.find("{%", at + 2)) {
        std::string_view tag = text.substr(at + 2, 2000);
        if (tag.starts_with('-')) tag.remove_prefix(1);
        tag.remove_prefix(std::min(tag.find_first_not_of(" \t"), tag.size()));
        if (!tag.starts_with("include")) continue;
        const auto path = quoted(tag.substr(7));
        if (!path.empty()) paths.emplace_back(path);
    }
}

void add_import_paths(std::string_view text, std::vector<std::string>& paths) {
    for (std::size_t at = text.find("[import"); at != text.npos;
         at = text.find("[import", at + 7)) {
        const auto line = text.substr(at, std::min(text.find('\n', at), text.size()) - at);
        const std::size_t open = line.find("](");
        const std::size_t close = open == line.npos ? line.npos : line.find(')', open);
        if (close != line.npos) paths.emplace_back(line.substr(open + 2, close - open - 2));
    }
}

}  // namespace

std::vector<std::string> included_paths(std::string_view text) {
    std::vector<std::string> paths;
    add_tag_paths(text, paths);
    add_import_paths(text, paths);
    return paths;
}

void IncludedFiles::collect(FileId file, std::size_t space, Sources& sources,
                            Diagnostics& diagnostics) {
    std::vector<FileId> waiting{file};
    while (!waiting.empty()) {
        const FileId from = waiting.back();
        waiting.pop_back();
        for (const std::string& written : included_paths(sources.text(from))) {
            const std::string* path = locate(written, sources.name(from), space);
            if (path == nullptr || by_path_.contains(*path)) continue;
            const auto added = add_source(files_, *path, sources, diagnostics);
            if (!added) continue;
            Included included{*added};
            if (is_markdown(*path)) {
                const auto front = parse_front_matter(sources.text(*added), *added, diagnostics);
                included.begin = front.body_begin;
            }
            by_path_.emplace(*path, included);
            waiting.push_back(*added);
        }
    }
}

const std::string* IncludedFiles::locate(std::string_view written, std::string_view from,
                                         std::size_t space) const {
    const std::string& root = spaces_[space].root;
    const std::string decoded = text::percent_decode(written);
    std::string_view below = decoded;
    while (below.starts_with('/') || below.starts_with("../"))
        below.remove_prefix(below.front() == '/' ? 1 : 3);
    const bool absolute = decoded.starts_with('/');
    for (const std::string& candidate :
         {absolute ? join(root, below) : join(folder_of(from), decoded), join(root, below)}) {
        const auto normal = normal_path(candidate);
        const std::string* path = normal ? index_.find(*normal) : nullptr;
        if (path != nullptr) return path;
    }
    return nullptr;
}

std::optional<Inclusion> IncludedFiles::find(std::string_view written, std::string_view from,
                                             std::size_t space, const Sources& sources) const {
    const std::string* path = locate(written, from, space);
    const auto found = path == nullptr ? by_path_.end() : by_path_.find(*path);
    if (found == by_path_.end()) return std::nullopt;
    const auto& [file, begin] = found->second;
    return Inclusion{sources.text(file), file, begin};
}

}  // namespace triptych::gitbook
