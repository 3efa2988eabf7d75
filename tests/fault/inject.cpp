// Preloaded into the program, makes its system calls fail as TRIPTYCH_FAULT says:
//     CALL:N:ERROR    the N-th call and all that follow fail with this errno (`ENOSPC`)
//     CALL:N:EINTR    every N-th call is interrupted
//     CALL:N:short    every call moves N bytes at most
//     CALL:N:SIGNAL   the N-th call is preceded by this signal to the process (`SIGTERM`)
// CALL is open, tmpfile (an open of a nameless file), read, write, fsync, flock, linkat, exchange,
// rename, thread, watch (of inotify), or memory (ENOMEM, for calls of malloc and its kin). Writing
// to descriptors below 3 never fails, so that messages get out.
//
// TRIPTYCH_THREADS names a file that the program leaves behind: how many threads it had at most.

#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "inject.hpp"

namespace {

struct Word {
    const char* name;
    int value;
};
constexpr Word errors[] = {{"ENOSPC", ENOSPC}, {"EIO", EIO},       {"EROFS", EROFS},
                           {"EACCES", EACCES}, {"ENOMEM", ENOMEM}, {"EOPNOTSUPP", EOPNOTSUPP},
                           {"EMFILE", EMFILE}, {"EAGAIN", EAGAIN}, {"ENOENT", ENOENT},
                           {"EINVAL", EINVAL}, {"EINTR", EINTR},   {"EDQUOT", EDQUOT}};
constexpr Word signals[] = {{"SIGINT", SIGINT}, {"SIGTERM", SIGTERM}, {"SIGKILL", SIGKILL}};

template <std::size_t count>
int value_of(const Word (&words)[count], const char* name) {
    for (const Word& word : words)
        if (std::strcmp(word.name, name) == 0) return word.value;
    return 0;
}

/// The one fault of this process. Read by hand, without allocating.
struct Fault {
    char call[16] = {};
    long at = 0, size = 0;
    int error = 0, signal = 0;
    std::atomic<long> seen{0};

    Fault() {
        const char* text = std::getenv("TRIPTYCH_FAULT");
        const char* first = text ? std::strchr(text, ':') : nullptr;
        const char* second = first ? std::strchr(first + 1, ':') : nullptr;
        if (!second || static_cast<std::size_t>(first - text) >= sizeof call) return;
        std::memcpy(call, text, static_cast<std::size_t>(first - text));
        at = std::strtol(first + 1, nullptr, 10);
        error = value_of(errors, second + 1);
        signal = value_of(signals, second + 1);
        if (error == 0 && signal == 0) size = at;
    }
};

Fault& fault() {
    static Fault only;
    return only;
}

/// Whether this call of `name` is to fail; errno is set then.
bool fails(const char* name) {
    Fault& wanted = fault();
    if (std::strcmp(wanted.call, name) != 0 || wanted.size != 0) return false;
    const long number = ++wanted.seen;
    if (wanted.signal != 0 && number == wanted.at) ::kill(::getpid(), wanted.signal);
    if (wanted.error == 0) return false;
    if (wanted.error == EINTR ? number % wanted.at != 0 : number < wanted.at) return false;
    errno = wanted.error;
    return true;
}

/// How many of `count` bytes a call of `name` moves.
std::size_t at_most(const char* name, std::size_t count) {
    const Fault& wanted = fault();
    const auto most = static_cast<std::size_t>(wanted.size);
    return most != 0 && std::strcmp(wanted.call, name) == 0 && count > most ? most : count;
}

template <typename Function>
Function* original(Function*, const char* name) {
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

/// Threads that are alive, and that were at most; the first one counts.
std::atomic<int> threads_now{1}, threads_at_most{1};

struct Start {
    void* (*function)(void*);
    void* argument;
};

void* counted(void* given) {
    const Start start = *static_cast<Start*>(given);
    delete static_cast<Start*>(given);
    void* const result = start.function(start.argument);
    --threads_now;
    return result;
}

void count_thread() {
    const int now = ++threads_now;
    int before = threads_at_most;
    while (before < now && !threads_at_most.compare_exchange_weak(before, now)) continue;
}

void write_thread_count() {
    const char* path = std::getenv("TRIPTYCH_THREADS");
    std::FILE* file = path ? std::fopen(path, "w") : nullptr;
    if (!file) return;
    std::fprintf(file, "%d\n", threads_at_most.load());
    std::fclose(file);
}

/// Memory fails from `main` on: before that, nobody could catch it.
std::atomic<bool> running{false};
int (*main_of_program)(int, char**, char**) = nullptr;

int main_with_faults(int argc, char** argv, char** environment) {
    fault();
    running = true;
    const int code = main_of_program(argc, argv, environment);
    running = false;
    write_thread_count();
    return code;
}

}  // namespace

bool triptych::fault::memory_fails() { return running && fails("memory"); }

extern "C" {

int open(const char* path, int flags, ...) {
    std::va_list rest;
    va_start(rest, flags);
    const auto mode = static_cast<::mode_t>(va_arg(rest, unsigned));
    va_end(rest);
    if (fails((flags & O_TMPFILE) == O_TMPFILE ? "tmpfile" : "open")) return -1;
    static const auto real = original(&::open, "open");
    return real(path, flags, mode);
}

ssize_t read(int descriptor, void* bytes, std::size_t count) {
    if (fails("read")) return -1;
    static const auto real = original(&::read, "read");
    return real(descriptor, bytes, at_most("read", count));
}

ssize_t write(int descriptor, const void* bytes, std::size_t count) {
    if (descriptor > 2 && fails("write")) return -1;
    static const auto real = original(&::write, "write");
    return real(descriptor, bytes, at_most("write", count));
}

int fsync(int descriptor) {
    if (fails("fsync")) return -1;
    static const auto real = original(&::fsync, "fsync");
    return real(descriptor);
}

int flock(int descriptor, int operation) {
    if (fails("flock")) return -1;
    static const auto real = reinterpret_cast<int (*)(int, int)>(::dlsym(RTLD_NEXT, "flock"));
    return real(descriptor, operation);
}

/// Nobody waits for a lock that never comes.
int nanosleep(const timespec* time, timespec* left) {
    if (std::strcmp(fault().call, "flock") == 0) return 0;
    static const auto real = original(&::nanosleep, "nanosleep");
    return real(time, left);
}

int linkat(int from, const char* source, int to, const char* target, int flags) {
    if (fails("linkat")) return -1;
    static const auto real = original(&::linkat, "linkat");
    return real(from, source, to, target, flags);
}

int renameat2(int from, const char* source, int to, const char* target, unsigned flags) {
    if (fails("exchange")) return -1;
    using Function = int(int, const char*, int, const char*, unsigned);
    static const auto real = original(static_cast<Function*>(nullptr), "renameat2");
    return real(from, source, to, target, flags);
}

int rename(const char* source, const char* target) {
    if (fails("rename")) return -1;
    using Function = int(const char*, const char*);
    static const auto real = original(static_cast<Function*>(nullptr), "rename");
    return real(source, target);
}

int inotify_add_watch(int descriptor, const char* path, std::uint32_t mask) {
    if (fails("watch")) return -1;
    static const auto real = original(&::inotify_add_watch, "inotify_add_watch");
    return real(descriptor, path, mask);
}

int pthread_create(pthread_t* thread, const pthread_attr_t* attributes, void* (*start)(void*),
                   void* argument) {
    if (fails("thread")) return EAGAIN;
    static const auto real = original(&::pthread_create, "pthread_create");
    if (!std::getenv("TRIPTYCH_THREADS")) return real(thread, attributes, start, argument);
    count_thread();
    return real(thread, attributes, counted, new Start{start, argument});
}

int __libc_start_main(int (*main)(int, char**, char**), int argc, char** argv, void (*start)(),
                      void (*end)(), void (*leave)(), void* stack) {
    static const auto real =
        reinterpret_cast<decltype(&__libc_start_main)>(::dlsym(RTLD_NEXT, "__libc_start_main"));
    main_of_program = main;
    return real(main_with_faults, argc, argv, start, end, leave, stack);
}
}
