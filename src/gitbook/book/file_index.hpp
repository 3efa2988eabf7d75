#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// Finds the files of a book however they are written: composed or decomposed, in any case.
namespace triptych::gitbook {

class FileIndex {
public:
    /// `paths` as `Files::list` gives them. Version control's and package managers' folders are
    /// left out.
    explicit FileIndex(std::vector<std::string> paths);

    /// The true path of the file meant by `path` (normal form): exactly so, else the same after NFC
    /// and case folding. Null when there is none.
    const std::string* find(std::string_view path) const;
    /// The file called `name` under any `.gitbook/assets/`, for references whose folder is wrong.
    const std::string* find_asset(std::string_view name) const;
    /// The page that stands for the folder at `path`. Null when there is none.
    const std::string* find_readme(std::string_view path) const;
    /// The page at `path`, whose ending may be left out, or the one that stands for the folder at
    /// `path`. Null when there is none.
    const std::string* find_page(const std::string& path) const;
    /// In byte order.
    const std::vector<std::string>& paths() const { return paths_; }

private:
    std::vector<std::string> paths_;
    std::unordered_map<std::string, std::uint32_t> folded_, assets_;
};

/// Whether `path`, or a folder in it, is hidden.
bool is_hidden(std::string_view path);
/// Whether pages can lie in a folder: not in hidden ones and those of tools.
bool may_hold_pages(std::string_view folder);
/// Folder of `path` without a final slash; "" for a file at the root.
std::string_view folder_of(std::string_view path);
/// The last part of `path`.
std::string_view name_of(std::string_view path);
/// `folder` and `path` joined by one slash; `path` alone when the folder is "".
std::string join(std::string_view folder, std::string_view path);
bool is_markdown(std::string_view path);
/// Whether `path` is the page that stands for its folder: `README.md` in any case, or `index.md`;
/// `.mdx` for `.md` in Docusaurus.
bool is_readme(std::string_view path);

}  // namespace triptych::gitbook
