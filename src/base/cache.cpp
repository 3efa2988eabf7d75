#include <triptych/cache.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <triptych/files.hpp>

#include "base/ascii.hpp"
#include "base/folder_walk.hpp"

namespace triptych {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view extension = ".entry", unfinished = ".part";
/// Tells programs that make backups to leave the folder out (bford.info/cachedir).
constexpr std::string_view tag_name = "CACHEDIR.TAG";
constexpr std::string_view tag = "Signature: 8a477f597d28d172789f06886806bc55\n";

bool is_key(std::string_view key) {
    return key.size() >= 3 && std::all_of(key.begin(), key.end(), [](char c) {
               return ascii::is_lower(c) || ascii::is_digit(c) || c == '-';
           });
}

struct Entry {
    fs::path path;
    std::uint64_t size = 0;
    fs::file_time_type used;
};

/// A folder for each pair of first characters, so that none holds too many files.
class FolderCache final : public Cache {
public:
    FolderCache(const std::string& folder, std::uint64_t limit) : folder_(folder), limit_(limit) {}
    ~FolderCache() override {
        if (saved_ > 0) trim();
    }
    FolderCache(const FolderCache&) = delete;
    FolderCache& operator=(const FolderCache&) = delete;

    std::optional<std::string> load(std::string_view key) override {
        if (!is_key(key)) return std::nullopt;
        const std::string name = path_of(key).lexically_relative(folder_).string();
        auto bytes = folder_files(folder_.string())->read(name);
        if (bytes) ::utimensat(AT_FDCWD, path_of(key).c_str(), nullptr, AT_SYMLINK_NOFOLLOW);
        return bytes;
    }

    void save(std::string_view key, std::string_view bytes) override {
        if (!is_key(key) || bytes.size() > limit_) return;
        const fs::path path = path_of(key);
        std::error_code error;
        fs::create_directories(path.parent_path(), error);
        if (error || !write_file(path, bytes)) return;
        if (saved_ == 0) write_file(folder_ / tag_name, tag);
        saved_ += bytes.size();
    }

private:
    /// Whole or not at all: a reader never sees half a file.
    bool write_file(const fs::path& path, std::string_view bytes) {
        fs::path part = path;
        part += fmt::format(".{}-{}{}", ::getpid(), parts_++, unfinished);
        std::ofstream file(part, std::ios::binary);
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        file.close();
        std::error_code error;
        if (file) fs::rename(part, path, error);
        if (file && !error) return true;
        fs::remove(part, error);
        return false;
    }

    fs::path path_of(std::string_view key) const {
        return folder_ / key.substr(0, 2) / fmt::format("{}{}", key.substr(2), extension);
    }

    static void add(const fs::path& path, std::vector<Entry>& entries) {
        std::error_code error;
        const Entry entry{path, fs::file_size(path, error), fs::last_write_time(path, error)};
        if (!error) entries.push_back(entry);
    }

    /// Entries, and what builds that were killed left behind; nothing else in the folder.
    std::vector<Entry> entries() const {
        std::vector<Entry> found;
        walk_folder(folder_.string(), [&](const FolderEntry& entry) {
            fs::path path = folder_ / entry.path;
            const bool own = entry.depth == 2 && entry.kind == EntryKind::file &&
                             (path.extension() == extension || path.extension() == unfinished);
            if (own) add(path, found);
            return entry.depth == 1 ? Walk::enter : Walk::pass;
        });
        return found;
    }

    void trim() const {
        auto all = entries();
        std::uint64_t total = 0;
        for (const Entry& entry : all) total += entry.size;
        if (total <= limit_) return;
        std::sort(all.begin(), all.end(),
                  [](const Entry& a, const Entry& b) { return a.used < b.used; });
        std::error_code error;
        for (const Entry& entry : all) {
            if (total <= limit_) return;
            if (fs::remove(entry.path, error)) total -= entry.size;
        }
    }

    fs::path folder_;
    std::uint64_t limit_;
    std::atomic<std::uint64_t> saved_{0};
    std::atomic<unsigned> parts_{0};
};

}  // namespace

std::unique_ptr<Cache> folder_cache(const std::string& folder, std::uint64_t limit) {
    return std::make_unique<FolderCache>(folder, limit);
}

}  // namespace triptych
