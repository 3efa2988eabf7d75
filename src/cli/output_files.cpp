#include "cli/output_files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <filesystem>
#include <functional>
#include <system_error>
#include <thread>
#include <utility>

namespace triptych::cli {
namespace {

bool sync_fully(int descriptor) {
    while (::fsync(descriptor) != 0)
        if (errno != EINTR) return false;
    return true;
}

std::string system_message(std::string_view action, const std::string& path) {
    return fmt::format("can't {} '{}': {}", action, path, std::strerror(errno));
}

/// Another build holds the lock while it writes its files, which takes seconds at most.
constexpr auto lock_pause = std::chrono::milliseconds(100);
constexpr int most_lock_pauses = 300;

/// A folder that one build at a time writes into, so that what a killed build left under a
/// temporary name belongs to nobody. Folders that can't be locked are written without.
class LockedFolder {
public:
    /// Calls `waiting` once where another program has the lock.
    LockedFolder(const std::string& path, const std::function<void()>& waiting)
        : descriptor_(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
        if (descriptor_ < 0) return;
        for (int pauses = 0; ::flock(descriptor_, LOCK_EX | LOCK_NB) != 0;) {
            if (errno == EINTR) continue;
            is_taken_ = errno == EWOULDBLOCK && pauses++ == most_lock_pauses;
            if (is_taken_ || errno != EWOULDBLOCK) return;
            if (pauses == 1 && waiting) waiting();
            std::this_thread::sleep_for(lock_pause);
        }
    }
    ~LockedFolder() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    LockedFolder(const LockedFolder&) = delete;
    LockedFolder& operator=(const LockedFolder&) = delete;
    /// Whether another program has kept the lock for too long.
    bool is_taken() const { return is_taken_; }
    void sync() const {
        if (descriptor_ >= 0) ::fsync(descriptor_);
    }

private:
    int descriptor_;
    bool is_taken_ = false;
};

/// Holds back SIGINT, SIGTERM and SIGHUP until the files are complete or removed.
class SignalsWait {
public:
    SignalsWait() {
        ::sigset_t ends;
        ::sigemptyset(&ends);
        for (const int signal : {SIGINT, SIGTERM, SIGHUP}) ::sigaddset(&ends, signal);
        ::sigprocmask(SIG_BLOCK, &ends, &before_);
    }
    ~SignalsWait() { ::sigprocmask(SIG_SETMASK, &before_, nullptr); }
    SignalsWait(const SignalsWait&) = delete;
    SignalsWait& operator=(const SignalsWait&) = delete;

private:
    ::sigset_t before_{};
};

}  // namespace

/// A file on its way: without a name where the file system allows it, so that nothing is left
/// behind even by a kill.
class PendingFile {
public:
    PendingFile(std::string folder, const std::string& name)
        : folder_(std::move(folder)),
          path_(folder_ + "/" + name),
          temporary_(fmt::format("{}/.{}.part", folder_, name)) {}
    PendingFile(const PendingFile&) = delete;
    PendingFile& operator=(const PendingFile&) = delete;
    ~PendingFile() {
        if (named_) ::unlink(temporary_.c_str());
        if (descriptor_ >= 0) ::close(descriptor_);
    }

    /// False when the file would need a name, or can't be written.
    bool begin(const std::string& bytes) { return open_nameless() && fill(bytes); }
    std::optional<std::string> write(const std::string& bytes) {
        if (!open_nameless() && !open_named()) return system_message("create a file in", folder_);
        if (!fill(bytes)) return system_message("write", path_);
        return std::nullopt;
    }
    /// Waits until the disk has all of it; what went wrong, or 0.
    int sync() const { return sync_fully(descriptor_) ? 0 : errno; }
    std::string sync_message(int error) const {
        errno = error;
        return system_message("write", path_);
    }

    /// Takes the place of the old file, which is kept under the temporary name for `withdraw`.
    std::optional<std::string> publish() {
        if (!named_ && !give_name()) return system_message("name", temporary_);
        named_ = true;
        struct ::stat facts {};
        if (::lstat(path_.c_str(), &facts) == 0 && S_ISDIR(facts.st_mode)) {
            errno = EISDIR;
            return system_message("replace", path_);
        }
        if (exchange()) return std::nullopt;
        first_ = errno == ENOENT;
        if (::rename(temporary_.c_str(), path_.c_str()) != 0)
            return system_message("replace", path_);
        named_ = false;
        return std::nullopt;
    }

    /// Undoes `publish`.
    void withdraw() {
        if (named_)
            exchange();
        else if (first_)
            ::unlink(path_.c_str());
    }

private:
    static constexpr ::mode_t mode = 0666;

    bool open_nameless() {
        descriptor_ = ::open(folder_.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, mode);
        return descriptor_ >= 0;
    }
    /// In place of what a killed build has left.
    bool open_named() {
        ::unlink(temporary_.c_str());
        descriptor_ =
            ::open(temporary_.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, mode);
        named_ = descriptor_ >= 0;
        return named_;
    }
    /// The disk begins with the file while the next one is written; whether it can is told by
    /// `sync`.
    bool fill(const std::string& bytes) const {
        if (!write_fully(descriptor_, bytes)) return false;
        ::sync_file_range(descriptor_, 0, 0, SYNC_FILE_RANGE_WRITE);
        return true;
    }

    /// Links the nameless file (open(2), O_TMPFILE), in place of what a killed build has left.
    bool give_name() {
        ::unlink(temporary_.c_str());
        const auto source = fmt::format("/proc/self/fd/{}", descriptor_);
        return ::linkat(AT_FDCWD, source.c_str(), AT_FDCWD, temporary_.c_str(),
                        AT_SYMLINK_FOLLOW) == 0;
    }

    /// Swaps the new file with the old one; false when there is no old one.
    bool exchange() {
        return ::renameat2(AT_FDCWD, temporary_.c_str(), AT_FDCWD, path_.c_str(),
                           RENAME_EXCHANGE) == 0;
    }

    std::string folder_, path_, temporary_;
    int descriptor_ = -1;
    bool named_ = false;  ///< something stands under the temporary name
    bool first_ = false;  ///< there was no old file
};

namespace {

using PendingFiles = std::vector<std::unique_ptr<PendingFile>>;

/// The work for all indices, on as many threads as there are and as there is memory for: it waits
/// for the disk. Throws nothing that the work does not.
void wait_side_by_side(std::size_t count, std::size_t most_threads,
                       const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next{0};
    const auto work_on = [&] {
        for (std::size_t i = next++; i < count; i = next++) work(i);
    };
    std::vector<std::jthread> helpers;
    try {
        for (std::size_t i = 1; i < std::min(count, most_threads); ++i)
            helpers.emplace_back(work_on);
    } catch (const std::exception&) {
        // No memory or no more threads: those there are do the work.
    }
    work_on();
}

std::optional<std::string> sync(const PendingFiles& files, std::size_t most_threads) {
    std::vector<int> errors(files.size());
    wait_side_by_side(files.size(), most_threads,
                      [&](std::size_t i) { errors[i] = files[i]->sync(); });
    for (std::size_t i = 0; i < files.size(); ++i)
        if (errors[i] != 0) return files[i]->sync_message(errors[i]);
    return std::nullopt;
}

/// Publishes all or none.
std::optional<std::string> publish(const PendingFiles& files) {
    for (std::size_t done = 0; done < files.size(); ++done) {
        const auto problem = files[done]->publish();
        if (!problem) continue;
        while (done > 0) files[--done]->withdraw();
        return problem;
    }
    return std::nullopt;
}

}  // namespace

bool write_fully(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const auto written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

OutputFolder::OutputFolder(std::string path, unsigned jobs)
    : path_(std::move(path)),
      most_threads_(jobs > 0 ? jobs : std::max(1U, std::thread::hardware_concurrency())) {}
OutputFolder::~OutputFolder() = default;

void OutputFolder::begin(const OutputFile& file) {
    std::error_code error;
    auto pending = std::make_unique<PendingFile>(path_, file.name);
    if (!std::filesystem::is_directory(path_, error) || !pending->begin(file.bytes)) return;
    const std::lock_guard lock(mutex_);
    begun_[file.name] = std::move(pending);
}

std::optional<std::string> OutputFolder::write(const std::vector<OutputFile>& files) {
    std::error_code error;
    std::filesystem::create_directories(path_, error);
    if (error)
        return fmt::format("can't make the folder '{}': {}", path_, std::strerror(error.value()));
    const LockedFolder locked(path_, waiting_);
    if (locked.is_taken())
        return fmt::format("the folder '{}' stays locked by another program", path_);
    const SignalsWait wait;
    PendingFiles pending;
    for (const auto& file : files) {
        if (auto begun = begun_.extract(file.name)) {
            pending.push_back(std::move(begun.mapped()));
            continue;
        }
        pending.push_back(std::make_unique<PendingFile>(path_, file.name));
        if (auto problem = pending.back()->write(file.bytes)) return problem;
    }
    begun_.clear();
    if (auto problem = sync(pending, most_threads_)) return problem;
    auto problem = publish(pending);
    if (!problem) locked.sync();
    // Old files are removed; large ones take a while.
    wait_side_by_side(pending.size(), most_threads_, [&](std::size_t i) { pending[i].reset(); });
    return problem;
}

}  // namespace triptych::cli
