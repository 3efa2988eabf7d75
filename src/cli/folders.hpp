#pragma once

#include <optional>
#include <string>

namespace triptych::cli {

/// Where a source lies: the root of its book, and the page when it is a single Markdown file.
struct SourcePlace {
    std::string root, page;
};

/// The path of a file or folder as it is called from the current folder: relative, unless it lies
/// elsewhere and `typed`, how the user named it or what it belongs to, is absolute.
std::string path_from_here(const std::string& path, const std::string& typed);

/// A folder is its own root. A file's root is the nearest folder above it with a `SUMMARY.md` or
/// `.gitbook.yaml`, so that its pictures are found; else the folder it lies in. Nothing when there
/// is no such file or folder.
std::optional<SourcePlace> place_source(const std::string& source);

/// Where the user's programs keep what can be made again: `triptych` in `$XDG_CACHE_HOME`, else in
/// `~/.cache` (XDG Base Directory Specification). Nothing when there is no home.
std::optional<std::string> user_cache_folder();
/// Where they keep what the user has set: `triptych` in `$XDG_CONFIG_HOME`, else in `~/.config`.
std::optional<std::string> user_config_folder();

/// A file, by the folder it lies in and its name there; nothing when there is no such file.
struct FilePlace {
    std::string folder, name;
};
std::optional<FilePlace> place_file(const std::string& path);

/// A layout named by its path: the name it goes by, and its folder.
struct LayoutPlace {
    std::string name, folder;
};
/// `layout` is a path when it holds a `/`: from the current folder, or else from `book`. Nothing
/// when there is no such folder.
std::optional<LayoutPlace> place_layout(const std::string& layout, const std::string& book);

}  // namespace triptych::cli
