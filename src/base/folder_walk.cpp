#include "base/folder_walk.hpp"

#include <cerrno>
#include <memory>
#include <new>
#include <string_view>
#include <utility>
#include <vector>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

namespace triptych {
namespace {

/// More names than any path that the kernel opens has (PATH_MAX is 4096).
constexpr int deepest = 2048;

struct Close {
    void operator()(DIR* folder) const { ::closedir(folder); }
};
using Folder = std::unique_ptr<DIR, Close>;

Folder open_folder(const std::string& path) {
    Folder folder(::opendir(path.c_str()));
    if (!folder && errno == ENOMEM) throw std::bad_alloc();
    return folder;
}

EntryKind kind_of(DIR* folder, const dirent& entry) {
    switch (entry.d_type) {
        case DT_REG:
            return EntryKind::file;
        case DT_DIR:
            return EntryKind::folder;
        case DT_LNK:
            return EntryKind::link;
        case DT_UNKNOWN:
            break;
        default:
            return EntryKind::other;
    }
    // Some file systems leave the kind to a call of its own.
    struct stat facts {};
    if (::fstatat(::dirfd(folder), entry.d_name, &facts, AT_SYMLINK_NOFOLLOW) != 0)
        return EntryKind::other;
    if (S_ISREG(facts.st_mode)) return EntryKind::file;
    if (S_ISDIR(facts.st_mode)) return EntryKind::folder;
    return S_ISLNK(facts.st_mode) ? EntryKind::link : EntryKind::other;
}

}  // namespace

void walk_folder(const std::string& folder, const std::function<Walk(const FolderEntry&)>& visit,
                 const std::function<void(const std::string& path)>& closed) {
    struct Pending {
        std::string path;
        int depth;
    };
    std::vector<Pending> pending{{"", 1}};
    while (!pending.empty()) {
        const Pending here = std::move(pending.back());
        pending.pop_back();
        const Folder open = open_folder(folder + '/' + here.path);
        if (!open && closed) closed(here.path);
        while (const dirent* entry = open ? ::readdir(open.get()) : nullptr) {
            const std::string_view name = entry->d_name;
            if (name == "." || name == "..") continue;
            const std::string path =
                here.path.empty() ? std::string(name) : here.path + '/' + std::string(name);
            const EntryKind kind = kind_of(open.get(), *entry);
            const Walk answer = visit({path, name, kind, here.depth});
            if (kind == EntryKind::folder && answer == Walk::enter && here.depth < deepest)
                pending.push_back({path, here.depth + 1});
        }
    }
}

}  // namespace triptych
