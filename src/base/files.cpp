#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <triptych/files.hpp>

#include "base/folder_walk.hpp"
#include "base/text.hpp"

namespace triptych {

namespace {

namespace fs = std::filesystem;

/// An open file, closed at the end.
class Descriptor {
public:
    explicit Descriptor(const std::string& path)
        : number_(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }

private:
    int number_;
};

/// Size of the open regular file, when there is one and `largest_file` allows it.
std::optional<std::size_t> size_of(const Descriptor& file) {
    struct stat facts {};
    if (file.number() < 0 || ::fstat(file.number(), &facts) != 0 || !S_ISREG(facts.st_mode))
        return {};
    const auto size = static_cast<std::size_t>(facts.st_size);
    return size <= largest_file ? std::optional(size) : std::nullopt;
}

/// The bytes of the regular file at `path`, which must not be a link.
std::optional<std::string> read_regular_file(const std::string& path) {
    const Descriptor file(path);
    const auto size = size_of(file);
    if (!size) return {};
    std::string bytes(*size, '\0');
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const ssize_t got = ::read(file.number(), bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return {};
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
    }
    bytes.resize(filled);
    return bytes;
}

/// The same bytes, mapped into memory.
std::optional<Mapping> map_regular_file(const std::string& path) {
    const Descriptor file(path);
    const auto size = size_of(file);
    if (!size) return {};
    if (*size == 0) return Mapping{};
    void* start = ::mmap(nullptr, *size, PROT_READ, MAP_PRIVATE, file.number(), 0);
    if (start == MAP_FAILED) return {};
    const auto unmap = [size = *size](const void* at) { ::munmap(const_cast<void*>(at), size); };
    return Mapping{std::shared_ptr<const void>(start, unmap),
                   {static_cast<const char*>(start), *size}};
}

class FolderFiles final : public Files {
public:
    explicit FolderFiles(const std::string& root) {
        std::error_code failure;
        const fs::path real = fs::canonical(root, failure);
        if (!failure && fs::is_directory(real, failure)) root_ = real.string();
        if (root_ == "/")
            root_.clear();
        else if (root_.empty())
            root_ = nowhere;
    }

    std::optional<std::string> read(std::string_view path) const override {
        const auto real = real_path(path);
        return real ? read_regular_file(*real) : std::nullopt;
    }

    std::optional<Mapping> map(std::string_view path) const override {
        const auto real = real_path(path);
        return real ? map_regular_file(*real) : std::nullopt;
    }

    bool is_file(std::string_view path) const override {
        struct stat facts {};
        const auto real = real_path(path);
        return real && ::stat(real->c_str(), &facts) == 0 && S_ISREG(facts.st_mode);
    }

    bool is_folder(std::string_view path) const override {
        struct stat facts {};
        const auto real = real_path(path);
        return real && ::stat(real->c_str(), &facts) == 0 && S_ISDIR(facts.st_mode);
    }

    std::vector<std::string> list(std::string_view folder) const override {
        return listing(folder).files;
    }

    Listing listing(std::string_view folder) const override {
        const auto normal = normal_path(folder);
        if (!normal || !is_folder(*normal)) return {};
        Listing found;
        const std::string prefix = normal->empty() ? "" : *normal + '/';
        const auto visit = [&](const FolderEntry& entry) {
            std::string path = prefix + entry.path;
            if (entry.kind == EntryKind::file || (entry.kind == EntryKind::link && is_file(path)))
                found.files.push_back(std::move(path));
            return entry.name == ".git" ? Walk::pass : Walk::enter;
        };
        walk_folder(root_ + '/' + *normal, visit, [&](const std::string& path) {
            found.closed.push_back(path.empty() ? *normal : prefix + path);
        });
        std::sort(found.files.begin(), found.files.end());
        std::sort(found.closed.begin(), found.closed.end());
        return found;
    }

    Obstacle obstacle(std::string_view path) const override {
        std::error_code failure;
        const auto real = real_path(path, failure);
        if (failure == std::errc::permission_denied) return Obstacle::no_permission;
        if (!real) return Obstacle::absent;
        struct stat facts {};
        if (::stat(real->c_str(), &facts) != 0) return Obstacle::absent;
        if (!S_ISREG(facts.st_mode)) return Obstacle::no_file;
        if (static_cast<std::size_t>(facts.st_size) > largest_file) return Obstacle::too_large;
        return ::access(real->c_str(), R_OK) != 0 ? Obstacle::no_permission : Obstacle::unreadable;
    }

private:
    /// A root that can't exist, for a folder that could not be opened: every path is refused.
    static constexpr const char* nowhere = "/dev/null/nowhere";

    /// `path` with all links followed, when it exists and is still below the root.
    std::optional<std::string> real_path(std::string_view path) const {
        std::error_code failure;
        return real_path(path, failure);
    }
    std::optional<std::string> real_path(std::string_view path, std::error_code& failure) const {
        const auto normal = normal_path(path);
        if (!normal) return {};
        std::string real = fs::canonical(root_ + '/' + *normal, failure).string();
        if (failure || !real.starts_with(root_)) return {};
        if (real.size() > root_.size() && real[root_.size()] != '/') return {};
        return real;
    }

    std::string root_;  ///< real path without a final `/`
};

class MemoryFiles final : public Files {
public:
    explicit MemoryFiles(std::map<std::string, std::string> files) {
        for (auto& [path, bytes] : files)
            if (auto normal = normal_path(path))
                files_.emplace(*std::move(normal), std::move(bytes));
    }

    std::optional<std::string> read(std::string_view path) const override {
        const auto found = find(path);
        if (found == files_.end() || found->second.size() > largest_file) return {};
        return found->second;
    }

    bool is_file(std::string_view path) const override { return find(path) != files_.end(); }

    bool is_folder(std::string_view path) const override {
        const auto normal = normal_path(path);
        return normal && (normal->empty() || first_below(*normal) != files_.end());
    }

    std::vector<std::string> list(std::string_view folder) const override {
        const auto normal = normal_path(folder);
        if (!normal) return {};
        const std::string prefix = normal->empty() ? "" : *normal + '/';
        std::vector<std::string> found;
        for (auto at = files_.lower_bound(prefix); at != files_.end(); ++at) {
            if (!at->first.starts_with(prefix)) break;
            found.push_back(at->first);
        }
        return found;
    }

private:
    using Map = std::map<std::string, std::string>;

    Map::const_iterator find(std::string_view path) const {
        const auto normal = normal_path(path);
        return normal ? files_.find(*normal) : files_.end();
    }

    Map::const_iterator first_below(const std::string& folder) const {
        const auto at = files_.lower_bound(folder + '/');
        return at != files_.end() && at->first.starts_with(folder + '/') ? at : files_.end();
    }

    Map files_;
};

}  // namespace

Message reason(Obstacle obstacle) {
    switch (obstacle) {
        case Obstacle::absent:
            return say("there is no such file");
        case Obstacle::no_permission:
            return say("you have no permission to read it");
        case Obstacle::too_large:
            return say("it is larger than {} MB", largest_file >> 20);
        case Obstacle::no_file:
            return say("it is not a file");
        case Obstacle::unreadable:
            break;
    }
    return say("the disk does not give it");
}

std::unique_ptr<Files> folder_files(const std::string& root) {
    return std::make_unique<FolderFiles>(root);
}

std::unique_ptr<Files> memory_files(std::map<std::string, std::string> files) {
    return std::make_unique<MemoryFiles>(std::move(files));
}

std::optional<std::string> normal_path(std::string_view path) {
    if (path.starts_with('/') || path.find('\0') != std::string_view::npos) return {};
    std::vector<std::string_view> parts;
    for (const std::string_view part : text::split(path, '/')) {
        if (part.empty() || part == ".") continue;
        if (part != "..") {
            parts.push_back(part);
        } else if (parts.empty()) {
            return {};
        } else {
            parts.pop_back();
        }
    }
    std::string normal;
    for (const std::string_view part : parts) {
        if (!normal.empty()) normal += '/';
        normal += part;
    }
    return normal;
}

}  // namespace triptych
