#include "base/scratch_program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

#include "base/lock.hpp"

namespace triptych {
namespace {

/// Codes that no program has of itself: shells keep them for the same.
constexpr int not_locked = 125, not_found = 127;

/// All that the child needs, made before it, since it may make system calls only.
class Prepared {
public:
    explicit Prepared(const ScratchRun& run)
        : run_(run), words_(pointers(run.words)), environment_(pointers(run.environment)) {}

    /// Becomes the program.
    [[noreturn]] void become() {
        ::setpgid(0, 0);
        if (::chdir(run_.folder.c_str()) != 0) ::_exit(not_found);
        const char* input = run_.input.empty() ? "/dev/null" : run_.input.c_str();
        put(::open(input, O_RDONLY), STDIN_FILENO);
        constexpr int made = O_WRONLY | O_CREAT | O_TRUNC;
        put(::open("stdout", made, 0600), STDOUT_FILENO);
        put(::open("stderr", made, 0600), STDERR_FILENO);
        bound(RLIMIT_CPU, most_seconds);
        bound(RLIMIT_DATA, most_memory);
        bound(RLIMIT_FSIZE, most_written);
        bound(RLIMIT_CORE, 0);
        if (run_.lock && !run_.lock->apply()) ::_exit(not_locked);
        ::syscall(SYS_close_range, STDERR_FILENO + 1, ~0U, 0);
        for (const int signal : {SIGPIPE, SIGINT, SIGTERM, SIGHUP}) ::signal(signal, SIG_DFL);
        ::sigset_t none;
        ::sigemptyset(&none);
        ::sigprocmask(SIG_SETMASK, &none, nullptr);
        ::execve(words_[0], words_.data(), environment_.data());
        ::_exit(not_found);
    }

private:
    static std::vector<char*> pointers(const std::vector<std::string>& texts) {
        std::vector<char*> all;
        all.reserve(texts.size() + 1);
        for (const std::string& text : texts) all.push_back(const_cast<char*>(text.c_str()));
        all.push_back(nullptr);
        return all;
    }
    static void put(int from, int to) {
        if (from < 0 || ::dup2(from, to) < 0) ::_exit(not_found);
        if (from != to) ::close(from);
    }
    static void bound(__rlimit_resource_t resource, std::uint64_t most) {
        const ::rlimit limit{most, most};
        ::setrlimit(resource, &limit);
    }

    const ScratchRun& run_;
    std::vector<char*> words_, environment_;
};

/// Waits as long as the program may take; false when that was not enough.
bool wait_for(::pid_t pid, int& status) {
    const int handle = static_cast<int>(::syscall(SYS_pidfd_open, pid, 0));
    ::pollfd end{handle, POLLIN, 0};
    int ready = handle < 0 ? 1 : -1;
    while (ready < 0) {
        ready = ::poll(&end, 1, static_cast<int>(most_seconds) * 1000);
        if (ready < 0 && errno != EINTR) break;
    }
    if (handle >= 0) ::close(handle);
    // Helpers that it started go with it.
    if (ready == 0) ::kill(-pid, SIGKILL);
    while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) continue;
    ::kill(-pid, SIGKILL);
    return ready != 0;
}

}  // namespace

ScratchEnd run_in_scratch(const ScratchRun& run) {
    Prepared prepared(run);
    const ::pid_t pid = ::fork();
    if (pid < 0) return {say("the system starts no more programs")};
    if (pid == 0) prepared.become();
    int status = 0;
    const bool ended = wait_for(pid, status);
    const int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    if (!ended || signal == SIGXCPU) return {say("it took more than {} seconds", most_seconds)};
    if (signal == SIGXFSZ) return {say("it wrote too much")};
    if (signal != 0) return {say("it was ended by signal {}", signal)};
    const int code = WEXITSTATUS(status);
    if (run.lock && code == not_locked) return {say("this system can't lock it in"), true};
    if (code == not_found) return {say("it can't be run")};
    if (code != 0) return {say("it ended with code {}", code)};
    return {};
}

}  // namespace triptych
