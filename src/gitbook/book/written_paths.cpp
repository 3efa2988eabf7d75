#include "gitbook/book/written_paths.hpp"

#include <algorithm>

#include <triptych/files.hpp>

#include "base/ascii.hpp"
#include "base/text.hpp"

namespace triptych::gitbook {
namespace {

/// `01-start` as `start`.
std::string_view without_number(std::string_view name) {
    const auto* letter =
        std::find_if_not(name.begin(), name.end(), [](char c) { return ascii::is_digit(c); });
    const auto digits = static_cast<std::size_t>(letter - name.begin());
    const bool parted = digits > 0 && digits + 1 < name.size() &&
                        std::string_view("-_. ").find(*letter) != std::string_view::npos;
    return parted ? name.substr(digits + 1) : name;
}

std::string without_numbers(std::string_view path) {
    std::string plain;
    for (const std::string_view part : text::split(path, '/')) {
        if (!plain.empty()) plain += '/';
        plain += without_number(part);
    }
    return plain;
}

/// Folders whose files are published at the root of the site.
std::vector<std::string> public_folders(const Space& space) {
    if (space.dialect == Dialect::docusaurus) return {"static"};
    if (space.dialect == Dialect::vuepress)
        return {join(space.root, "public"), join(space.root, ".vuepress/public")};
    return {};
}

}  // namespace

std::string address_of_page(std::string_view path, std::string_view slug, const Space& space) {
    const std::string own = page_address(path);
    if (slug.empty())
        return space.dialect == Dialect::docusaurus && without_numbers(own) != own
                   ? without_numbers(own)
                   : std::string();
    const bool absolute = slug.starts_with('/');
    strip_slashes(slug);
    if (absolute) return join(space.root, slug);
    const std::string_view folder = folder_of(own);
    return join(
        space.dialect == Dialect::docusaurus ? without_numbers(folder) : std::string(folder), slug);
}

std::string page_address(std::string_view path) {
    if (is_readme(path)) return std::string(folder_of(path));
    if (is_markdown(path)) path = path.substr(0, path.rfind('.'));
    strip_slashes(path);
    return std::string(path);
}

void strip_slashes(std::string_view& path) {
    while (path.starts_with('/')) path.remove_prefix(1);
    while (path.ends_with('/')) path.remove_suffix(1);
}

std::string published_address(const std::string& site_url, std::string_view path,
                              std::string_view address, const Space& space) {
    const std::string root = join(space.root, "");
    std::string page(address);
    if (page.empty()) {
        if (path.starts_with(root)) path.remove_prefix(root.size());
        page = page_address(path);
    } else if (page.starts_with(root)) {
        page.erase(0, root.size());
    }
    return page.empty() ? site_url : site_url + '/' + text::percent_encode(page);
}

WrittenPaths::WrittenPaths(const FileIndex& files, const std::vector<Space>& spaces,
                           const std::vector<LinkedPage>& pages)
    : files_(files), spaces_(spaces) {
    for (const LinkedPage& page : pages)
        if (!page.address.empty()) by_address_.try_emplace(page.address, &page.path);
}

const std::string* WrittenPaths::find(std::string_view path, const Origin& origin) const {
    // Docusaurus writes `@site` for the folder of its configuration.
    if (path.starts_with("@site/")) return files_.find(path.substr(6));
    return path.starts_with('/') ? find_from_root(path, spaces_[origin.space])
                                 : find_below(path, origin);
}

const std::string* WrittenPaths::find_from_root(std::string_view path, const Space& space) const {
    strip_slashes(path);
    if (const std::string* file = find_in_space(path, space)) return file;
    for (const std::string& folder : public_folders(space))
        if (const std::string* file = files_.find(join(folder, path))) return file;
    if (const std::string* file = find_page_or_file(path)) return file;
    if (const std::string* file = find_address(join(space.root, path))) return file;
    return find_address(path);
}

const std::string* WrittenPaths::find_below(std::string_view path, const Origin& origin) const {
    const Space& space = spaces_[origin.space];
    const auto normal = normal_path(join(folder_of(origin.path), path));
    if (normal) {
        if (const std::string* file = find_page_or_file(*normal)) return file;
        const std::string root = join(space.root, "");
        if (normal->starts_with(root))
            if (const std::string* file =
                    find_in_space(std::string_view(*normal).substr(root.size()), space))
                return file;
        if (const std::string* file = find_address(*normal)) return file;
    }
    // With one `..` too many, or in a file included from elsewhere, assets are still told by name.
    return path.find(".gitbook/assets/") != std::string_view::npos
               ? files_.find_asset(name_of(path))
               : nullptr;
}

const std::string* WrittenPaths::find_in_space(std::string_view path, const Space& space) const {
    const auto inside = [&](std::string_view below) {
        const auto normal = normal_path(join(space.root, below));
        return normal ? find_page_or_file(*normal) : nullptr;
    };
    if (const std::string* file = inside(path)) return file;
    for (const std::string& from : {std::string(path), page_address(path)}) {
        const auto redirect = space.redirects.find(from);
        if (redirect == space.redirects.end()) continue;
        if (const std::string* file = inside(redirect->second)) return file;
    }
    return nullptr;
}

const std::string* WrittenPaths::find_page_or_file(std::string_view path) const {
    strip_slashes(path);
    if (const std::string* file = files_.find(path)) return file;
    if (const std::string* file = files_.find_readme(path)) return file;
    if (path.ends_with(".html")) path.remove_suffix(5);
    if (path.empty()) return nullptr;
    for (const char* ending : {".md", ".mdx", ".markdown"})
        if (const std::string* file = files_.find(std::string(path) + ending)) return file;
    return is_readme(std::string(path) + ".md") ? files_.find_readme(folder_of(path)) : nullptr;
}

const std::string* WrittenPaths::find_address(std::string_view path) const {
    if (by_address_.empty()) return nullptr;
    const auto page = by_address_.find(page_address(path));
    return page == by_address_.end() ? nullptr : page->second;
}

}  // namespace triptych::gitbook
