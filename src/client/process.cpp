#include "client/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>

extern char** environ;

namespace triptych::client {
namespace {

/// The two ends of a pipe, closed at the end.
class Pipe {
public:
    Pipe() { open_ = ::pipe2(ends_.data(), O_CLOEXEC) == 0; }
    ~Pipe() {
        close(0);
        close(1);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;

    bool is_open() const { return open_; }
    int reads() const { return ends_[0]; }
    int writes() const { return ends_[1]; }
    void close(std::size_t end) {
        if (ends_[end] >= 0) ::close(ends_[end]);
        ends_[end] = -1;
    }

private:
    std::array<int, 2> ends_{-1, -1};
    bool open_ = false;
};

/// Appends what there is to read; false at the end.
bool read_some(int descriptor, std::string& to) {
    std::array<char, 65536> buffer;
    const auto count = ::read(descriptor, buffer.data(), buffer.size());
    if (count < 0) return errno == EINTR || errno == EAGAIN;
    to.append(buffer.data(), static_cast<std::size_t>(count));
    return count > 0;
}

/// Both at once, since a full pipe holds the process up.
void read_both(int out, int err, Ended& ended) {
    std::array<::pollfd, 2> open{{{out, POLLIN, 0}, {err, POLLIN, 0}}};
    const std::array<std::string*, 2> texts{&ended.out, &ended.err};
    while (open[0].fd >= 0 || open[1].fd >= 0) {
        if (::poll(open.data(), open.size(), -1) < 0 && errno != EINTR) return;
        for (std::size_t i = 0; i < open.size(); ++i)
            if (open[i].fd >= 0 && open[i].revents != 0 && !read_some(open[i].fd, *texts[i]))
                open[i].fd = -1;
    }
}

}  // namespace

Ended Process::run(const std::string& program, const std::vector<std::string>& words) {
    Ended ended;
    Pipe out, err;
    if (!out.is_open() || !err.is_open()) return ended;
    ended.started = start(program, words, out.writes(), err.writes());
    out.close(1);
    err.close(1);
    if (!ended.started) return ended;
    read_both(out.reads(), err.reads(), ended);
    ended.exit_code = wait();
    return ended;
}

void Process::cancel() {
    const std::lock_guard lock(mutex_);
    cancelled_ = true;
    if (child_ > 0) ::kill(child_, SIGTERM);
}

void Process::reset() {
    const std::lock_guard lock(mutex_);
    cancelled_ = false;
}

bool Process::is_cancelled() const {
    const std::lock_guard lock(mutex_);
    return cancelled_;
}

bool Process::start(const std::string& program, const std::vector<std::string>& words, int out,
                    int err) {
    std::vector<std::string> own = words;
    std::vector<char*> arguments;
    arguments.reserve(own.size() + 1);
    for (std::string& word : own) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    ::posix_spawn_file_actions_t actions;
    ::posix_spawnattr_t attributes;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawnattr_init(&attributes);
    ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, err, STDERR_FILENO);
    // Signals that the caller keeps from its threads still end the program.
    ::sigset_t none;
    ::sigemptyset(&none);
    ::posix_spawnattr_setsigmask(&attributes, &none);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    const std::lock_guard lock(mutex_);
    ::pid_t child = 0;
    const bool started = !cancelled_ && ::posix_spawnp(&child, program.c_str(), &actions,
                                                       &attributes, arguments.data(), environ) == 0;
    ::posix_spawnattr_destroy(&attributes);
    ::posix_spawn_file_actions_destroy(&actions);
    if (started) child_ = child;
    return started;
}

int Process::wait() {
    ::siginfo_t info{};
    // Its number stays its own until it is waited for, so nobody else is ended by `cancel`.
    while (::waitid(P_PID, static_cast<::id_t>(child_), &info, WEXITED | WNOWAIT) != 0)
        if (errno != EINTR) break;
    const std::lock_guard lock(mutex_);
    int status = 0;
    const bool waited = ::waitpid(child_, &status, 0) == child_;
    child_ = 0;
    return waited && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace triptych::client
