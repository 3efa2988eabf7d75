#include "cli/folders.hpp"

#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

namespace triptych::cli {
namespace {

namespace fs = std::filesystem;

bool is_book_root(const fs::path& folder) {
    std::error_code error;
    return fs::exists(folder / "SUMMARY.md", error) || fs::exists(folder / ".gitbook.yaml", error);
}

/// The first of `folder` and the folders above it that `test` accepts.
template <typename Test>
std::optional<fs::path> nearest(fs::path folder, Test test) {
    while (true) {
        if (test(folder)) return folder;
        if (!folder.has_relative_path()) return std::nullopt;
        folder = folder.parent_path();
    }
}

/// That of the XDG Base Directory Specification, in which each variable has its usual place.
std::optional<std::string> user_folder(const char* variable, const char* usual) {
    for (const auto& [name, below] : {std::pair{variable, ""}, {"HOME", usual}}) {
        const char* folder = std::getenv(name);
        // A relative path is to be ignored.
        if (folder && fs::path(folder).is_absolute())
            return (fs::path(folder) / below / "triptych").string();
    }
    return std::nullopt;
}

}  // namespace

std::string path_from_here(const std::string& path, const std::string& typed) {
    std::error_code error;
    const fs::path here = fs::current_path(error);
    const fs::path relative = fs::path(path).lexically_relative(here);
    const bool outside = relative.empty() || *relative.begin() == "..";
    return error || (outside && fs::path(typed).is_absolute()) ? path : relative.string();
}

std::optional<SourcePlace> place_source(const std::string& source) {
    std::error_code error;
    const fs::path path = fs::canonical(source, error);
    if (error) return std::nullopt;
    if (fs::is_directory(path, error)) return SourcePlace{path.string(), {}};
    if (!fs::is_regular_file(path, error)) return std::nullopt;
    const fs::path root = nearest(path.parent_path(), is_book_root).value_or(path.parent_path());
    return SourcePlace{root.string(), path.lexically_relative(root).string()};
}

std::optional<FilePlace> place_file(const std::string& path) {
    std::error_code error;
    const fs::path file = fs::canonical(path, error);
    if (error || !fs::is_regular_file(file, error)) return std::nullopt;
    return FilePlace{file.parent_path().string(), file.filename().string()};
}

std::optional<LayoutPlace> place_layout(const std::string& layout, const std::string& book) {
    for (const fs::path& from : {fs::path(), fs::path(book)}) {
        std::error_code error;
        const fs::path folder = fs::canonical(from / layout, error);
        if (!error && fs::is_directory(folder, error))
            return LayoutPlace{folder.filename().string(), folder.string()};
    }
    return std::nullopt;
}

std::optional<std::string> user_cache_folder() { return user_folder("XDG_CACHE_HOME", ".cache"); }

std::optional<std::string> user_config_folder() {
    return user_folder("XDG_CONFIG_HOME", ".config");
}

}  // namespace triptych::cli
