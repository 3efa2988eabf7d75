#pragma once

#include <sys/types.h>

#include <mutex>
#include <string>
#include <vector>

namespace triptych::client {

/// How a process ended, and what it printed.
struct Ended {
    int exit_code = -1;  ///< -1: by a signal, or it was never started
    bool started = false;
    std::string out, err;
};

/// One process at a time, that another thread may end.
class Process {
public:
    /// Runs a program until it ends; `words` are its arguments, the first is its name.
    Ended run(const std::string& program, const std::vector<std::string>& words);
    /// Asks what runs to end, and the next one to be started not to begin until `reset`.
    void cancel();
    void reset();
    bool is_cancelled() const;

private:
    /// False when it can't be started, or was cancelled before.
    bool start(const std::string& program, const std::vector<std::string>& words, int out, int err);
    int wait();

    mutable std::mutex mutex_;
    ::pid_t child_ = 0;  ///< 0: none runs
    bool cancelled_ = false;
};

}  // namespace triptych::client
