#include <triptych/live.hpp>

#include <poll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include "serve/file_systems.hpp"

namespace triptych {
namespace {

namespace fs = std::filesystem;
using Milliseconds = std::chrono::milliseconds;

constexpr Milliseconds quiet_time{5};       ///< behind the last change of a burst
constexpr Milliseconds longest_burst{250};  ///< is told even if changes go on
constexpr Milliseconds look_time{500};
constexpr std::uint32_t changes =
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_ONLYDIR;

/// What editors, and builds, write beside a file, and folders that no book is made of. Linux calls
/// a file that was made without a name `#` and its number.
bool is_aside(std::string_view name) {
    return name.ends_with('~') || name.starts_with(".#") || name.starts_with('#') ||
           name == "4913" || name.ends_with(".swp") || name.ends_with(".swx") ||
           name.ends_with(".tmp") || name.ends_with(".part");
}
bool is_hidden_folder(std::string_view name) {
    return (name.starts_with('.') && name != ".gitbook") || name == "node_modules";
}

/// Size and time of every file, for systems that do not tell of changes.
using Look = std::map<std::string, std::pair<std::uintmax_t, fs::file_time_type>>;

/// Which folder has a name just now; another one has it once it was removed and made anew.
struct Identity {
    ::dev_t device = 0;
    ::ino_t number = 0;
    bool operator==(const Identity&) const = default;
};

Identity identity_of(const std::string& folder) {
    struct ::stat facts {};
    if (::stat(folder.c_str(), &facts) != 0 || !S_ISDIR(facts.st_mode)) return {};
    return {facts.st_dev, facts.st_ino};
}

bool is_told_of(const std::string& folder) {
    struct ::statfs facts {};
    return ::statfs(folder.c_str(), &facts) != 0 || tells_of_changes(facts.f_type);
}

}  // namespace

struct FolderWatch::State {
    std::vector<std::string> folders, left_out;
    std::vector<Identity> identities;  ///< of each folder
    int descriptor = -1;
    std::map<int, std::string> watched;  ///< folder of each watch
    bool looking = false;
    bool overflown = false;  ///< folders may have been made that nothing was told of
    Look seen;
    std::chrono::steady_clock::time_point looked{};

    bool is_left_out(const std::string& path) const {
        return std::any_of(left_out.begin(), left_out.end(), [&](const std::string& out) {
            return path == out || path.starts_with(out + '/');
        });
    }
    /// Calls `visit` for the folder and all below it that may hold parts of a book.
    template <typename Visit>
    void each_folder(const std::string& folder, Visit visit) const {
        std::error_code error;
        if (is_left_out(folder) || !fs::is_directory(folder, error)) return;
        visit(folder);
        for (fs::directory_iterator at(folder, error), end; !error && at != end;
             at.increment(error)) {
            std::error_code of_entry;
            if (at->is_directory(of_entry) && !at->is_symlink(of_entry) &&
                !is_hidden_folder(at->path().filename().string()))
                each_folder(at->path().string(), visit);
        }
    }
    void watch(const std::string& folder) {
        each_folder(folder, [&](const std::string& each) {
            const int id = ::inotify_add_watch(descriptor, each.c_str(), changes);
            if (id < 0)
                looking = true;
            else
                watched[id] = each;
        });
    }
    /// Watches all folders as they are now, and no other.
    void begin() {
        if (descriptor >= 0) ::close(descriptor);
        watched.clear();
        identities = identities_now();
        descriptor = ::inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
        looking = descriptor < 0 || !std::all_of(folders.begin(), folders.end(), is_told_of);
        if (!looking)
            for (const std::string& folder : folders) watch(folder);
        if (looking) seen = look();
    }
    std::vector<Identity> identities_now() const {
        std::vector<Identity> now;
        for (const std::string& folder : folders) now.push_back(identity_of(folder));
        return now;
    }
    /// What is told of folders goes with the folder, not with its name: one that is moved away,
    /// removed or made anew is found out by its name. Begins anew then, and tells of it.
    std::set<std::string> replaced() {
        std::set<std::string> changed;
        const auto now = identities_now();
        for (std::size_t i = 0; i < folders.size(); ++i)
            if (now[i] != identities[i]) changed.insert(folders[i]);
        if (!changed.empty()) begin();
        return changed;
    }
    Look look() const {
        Look found;
        for (const std::string& folder : folders)
            each_folder(folder, [&](const std::string& each) {
                std::error_code error;
                for (fs::directory_iterator at(each, error), end; !error && at != end;
                     at.increment(error)) {
                    std::error_code of_entry;
                    if (at->is_regular_file(of_entry) && !is_left_out(at->path().string()))
                        found[at->path().string()] = {at->file_size(of_entry),
                                                      at->last_write_time(of_entry)};
                }
            });
        return found;
    }
    void take_event(const inotify_event& event, std::set<std::string>& changed) {
        if (event.mask & IN_Q_OVERFLOW) {
            changed.insert(folders.begin(), folders.end());
            overflown = true;
            return;
        }
        const auto folder = watched.find(event.wd);
        if (folder == watched.end() || event.len == 0) return;
        const std::string name = event.name, path = folder->second + '/' + name;
        if (is_aside(name) || is_left_out(path)) return;
        if (event.mask & IN_ISDIR) {
            if (is_hidden_folder(name)) return;
            // Files may be in it already.
            if (event.mask & (IN_CREATE | IN_MOVED_TO)) watch(path);
        } else if ((event.mask & IN_CREATE) && !fs::is_symlink(path)) {
            return;  // it is told when it has been written
        }
        changed.insert(path);
    }
    void read_events(std::set<std::string>& changed) {
        alignas(inotify_event) std::array<char, 16384> buffer;
        const ssize_t size = ::read(descriptor, buffer.data(), buffer.size());
        for (ssize_t at = 0; at < size;) {
            const auto& event = *reinterpret_cast<const inotify_event*>(buffer.data() + at);
            take_event(event, changed);
            at += static_cast<ssize_t>(sizeof event + event.len);
        }
    }
    bool is_ready(Milliseconds at_most) const {
        pollfd ask{descriptor, POLLIN, 0};
        return ::poll(&ask, 1, static_cast<int>(at_most.count())) > 0;
    }
    std::vector<std::string> differences() {
        Look now = look();
        std::set<std::string> changed;
        for (const auto& [path, state] : now)
            if (const auto old = seen.find(path); old == seen.end() || old->second != state)
                changed.insert(path);
        for (const auto& [path, state] : seen)
            if (!now.contains(path)) changed.insert(path);
        seen = std::move(now);
        std::erase_if(changed, [](const std::string& path) {
            return is_aside(fs::path(path).filename().string());
        });
        return {changed.begin(), changed.end()};
    }
};

FolderWatch::FolderWatch(std::vector<std::string> folders, std::vector<std::string> left_out)
    : state_(std::make_unique<State>()) {
    state_->folders = std::move(folders);
    state_->left_out = std::move(left_out);
    state_->begin();
}

FolderWatch::~FolderWatch() {
    if (state_->descriptor >= 0) ::close(state_->descriptor);
}

std::vector<std::string> FolderWatch::wait(Milliseconds at_most) {
    using Clock = std::chrono::steady_clock;
    if (state_->looking) {
        ::poll(nullptr, 0, static_cast<int>(std::min(at_most, look_time).count()));
        if (Clock::now() - state_->looked < look_time) return {};
        state_->looked = Clock::now();
        return state_->differences();
    }
    std::set<std::string> changed;
    if (state_->is_ready(at_most)) {
        const auto begin = Clock::now();
        do {
            state_->read_events(changed);
        } while (state_->is_ready(quiet_time) && Clock::now() - begin < longest_burst);
    }
    if (std::exchange(state_->overflown, false)) state_->begin();
    changed.merge(state_->replaced());
    // A watch may have failed for a new folder.
    if (state_->looking) state_->seen = state_->look();
    return {changed.begin(), changed.end()};
}

void FolderWatch::leave_out(std::vector<std::string> paths) { state_->left_out = std::move(paths); }

bool FolderWatch::looks() const { return state_->looking; }

}  // namespace triptych
