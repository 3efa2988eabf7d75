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

#include "cli/foreign_words.hpp"
#include "cli/pending_output.hpp"

namespace triptych::cli {
namespace {

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

using PendingOutputs = std::vector<std::unique_ptr<PendingOutput>>;

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

std::optional<Message> sync(const PendingOutputs& files, std::size_t most_threads) {
    std::vector<int> errors(files.size());
    wait_side_by_side(files.size(), most_threads,
                      [&](std::size_t i) { errors[i] = files[i]->sync(); });
    for (std::size_t i = 0; i < files.size(); ++i)
        if (errors[i] != 0) return files[i]->sync_message(errors[i]);
    return std::nullopt;
}

/// Publishes all or none.
std::optional<Message> publish(const PendingOutputs& files) {
    for (std::size_t done = 0; done < files.size(); ++done) {
        const auto problem = files[done]->publish();
        if (!problem) continue;
        while (done > 0) files[--done]->withdraw();
        return problem;
    }
    return std::nullopt;
}

}  // namespace

OutputFolder::OutputFolder(std::string path, unsigned jobs)
    : path_(std::move(path)),
      most_threads_(jobs > 0 ? jobs : std::max(1U, std::thread::hardware_concurrency())) {}
OutputFolder::~OutputFolder() = default;

void OutputFolder::begin(const OutputFile& file) {
    if (file.name.find('/') != std::string::npos) return;
    std::error_code error;
    auto pending = std::make_unique<PendingFile>(path_, file.name);
    if (!std::filesystem::is_directory(path_, error) || !pending->begin(file.bytes)) return;
    const std::lock_guard lock(mutex_);
    begun_[file.name] = std::move(pending);
}

std::optional<Message> OutputFolder::write(const std::vector<OutputFile>& files) {
    std::error_code error;
    std::filesystem::create_directories(path_, error);
    if (error) return say("can't make the folder '{}': {}", path_, said_by_system(error.value()));
    const LockedFolder locked(path_, waiting_);
    if (locked.is_taken()) return say("the folder '{}' stays locked by another program", path_);
    const SignalsWait wait;
    PendingOutputs pending;
    std::map<std::string, std::vector<OutputFile>> folders;  // by name
    for (const auto& file : files) {
        if (const auto slash = file.name.find('/'); slash != std::string::npos) {
            folders[file.name.substr(0, slash)].push_back(
                {file.name.substr(slash + 1), file.bytes});
            continue;
        }
        if (auto begun = begun_.extract(file.name)) {
            pending.push_back(std::move(begun.mapped()));
            continue;
        }
        auto made = std::make_unique<PendingFile>(path_, file.name);
        if (auto problem = made->write(file.bytes)) return problem;
        pending.push_back(std::move(made));
    }
    for (const auto& [name, inside] : folders) {
        auto made = std::make_unique<PendingFolder>(path_, name);
        if (auto problem = made->write(inside)) return problem;
        pending.push_back(std::move(made));
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
