#include "gitbook/book/file_index.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"

namespace triptych::gitbook {
namespace {

std::string fold(std::string_view path) {
    std::string folded(path);
    bool ascii = true;
    for (char& c : folded) {
        ascii = ascii && (c & 0x80) == 0;
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    }
    return ascii ? folded : text::lower_case(text::nfc(path));
}

/// Whether a part of `path` is a folder that tools own.
bool belongs_to_tools(std::string_view path) {
    const auto inside = [&](std::string_view folder) {
        const std::size_t at = path.find(folder);
        return at != std::string_view::npos && (at == 0 || path[at - 1] == '/');
    };
    return inside(".git/") || inside("node_modules/") || inside("_book/");
}

}  // namespace

FileIndex::FileIndex(std::vector<std::string> paths) : paths_(std::move(paths)) {
    std::erase_if(paths_, [](const std::string& path) { return belongs_to_tools(path); });
    folded_.reserve(paths_.size());
    for (std::uint32_t i = 0; i < paths_.size(); ++i) {
        folded_.try_emplace(fold(paths_[i]), i);
        if (paths_[i].find(".gitbook/assets/") != std::string::npos)
            assets_.try_emplace(fold(name_of(paths_[i])), i);
    }
}

const std::string* FileIndex::find(std::string_view path) const {
    const auto exact = std::lower_bound(paths_.begin(), paths_.end(), path);
    if (exact != paths_.end() && *exact == path) return &*exact;
    const auto found = folded_.find(fold(path));
    return found == folded_.end() ? nullptr : &paths_[found->second];
}

const std::string* FileIndex::find_asset(std::string_view name) const {
    const auto found = assets_.find(fold(name));
    return found == assets_.end() ? nullptr : &paths_[found->second];
}

const std::string* FileIndex::find_readme(std::string_view path) const {
    for (const char* name : {"README.md", "index.md", "README.mdx", "index.mdx"})
        if (const std::string* found = find(join(path, name))) return found;
    return nullptr;
}

const std::string* FileIndex::find_page(const std::string& path) const {
    for (const char* ending : {"", ".md", ".mdx"})
        if (const std::string* found = find(path + ending))
            if (is_markdown(*found)) return found;
    return find_readme(path);
}

bool is_hidden(std::string_view path) {
    return path.starts_with('.') || path.find("/.") != std::string_view::npos;
}

bool may_hold_pages(std::string_view folder) {
    return !belongs_to_tools(std::string(folder) + '/') && !is_hidden(folder);
}

std::string_view folder_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

std::string_view name_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string join(std::string_view folder, std::string_view path) {
    std::string joined(folder);
    if (!joined.empty() && joined.back() != '/') joined += '/';
    return joined.append(path);
}

bool is_markdown(std::string_view path) {
    const std::string name = fold(name_of(path));
    return name.ends_with(".md") || name.ends_with(".markdown") || name.ends_with(".mdx");
}

bool is_readme(std::string_view path) {
    const std::string name = fold(name_of(path));
    return name == "readme.md" || name == "index.md" || name == "readme.mdx" || name == "index.mdx";
}

}  // namespace triptych::gitbook
