#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <triptych/message.hpp>

namespace triptych {

/// Bytes of a file that stay where they are as long as a copy of `owner` lives.
struct Mapping {
    std::shared_ptr<const void> owner;
    std::string_view bytes;
};

/// Why a file can't be read.
enum class Obstacle : std::uint8_t { absent, no_permission, too_large, no_file, unreadable };
/// The same for people, such as "you have no permission to read it".
Message reason(Obstacle obstacle);

/// The files of a folder, and the folders below it that can't be opened to look for more.
struct Listing {
    std::vector<std::string> files, closed;
};

/// A read-only tree of files. Every path is relative to its root, with `/` between the parts and
/// without `.` or `..` in its normal form; a path that leaves the root, an absolute path, a device
/// or a link that points outside is refused as if it did not exist. Safe to call from several
/// threads.
class Files {
public:
    virtual ~Files() = default;
    /// The whole content, or nothing when there is no such regular file within the bounds.
    virtual std::optional<std::string> read(std::string_view path) const = 0;
    /// The same bytes, without a copy where the tree can give them so: for large files of which
    /// only a small part is read, such as fonts. They must not change on disk while they are held.
    virtual std::optional<Mapping> map(std::string_view path) const;
    virtual bool is_file(std::string_view path) const = 0;
    virtual bool is_folder(std::string_view path) const = 0;
    /// All regular files below `folder` ("" is the root), as full relative paths in byte order.
    virtual std::vector<std::string> list(std::string_view folder) const = 0;
    /// The same, with the folders that can't be opened, where the tree can have such.
    virtual Listing listing(std::string_view folder) const { return {list(folder), {}}; }
    /// Why `read` gives nothing.
    virtual Obstacle obstacle(std::string_view path) const;
};

inline Obstacle Files::obstacle(std::string_view path) const {
    if (is_folder(path)) return Obstacle::no_file;
    return is_file(path) ? Obstacle::too_large : Obstacle::absent;
}

inline std::optional<Mapping> Files::map(std::string_view path) const {
    std::optional<std::string> bytes = read(path);
    if (!bytes) return std::nullopt;
    const auto owner = std::make_shared<const std::string>(std::move(*bytes));
    return Mapping{owner, *owner};
}

/// Largest file that `read` returns; larger ones count as unreadable.
inline constexpr std::size_t largest_file = std::size_t{256} << 20;

/// A folder on disk.
std::unique_ptr<Files> folder_files(const std::string& root);
/// Files held in memory: path to content. For tests and embedding.
std::unique_ptr<Files> memory_files(std::map<std::string, std::string> files);

/// `path` with `.`, `..` and doubled `/` resolved; nothing when it would leave the root or is
/// absolute.
std::optional<std::string> normal_path(std::string_view path);

}  // namespace triptych
