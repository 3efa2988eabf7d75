#include "base/lock.hpp"

#include <fcntl.h>
#include <linux/landlock.h>
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstring>

#include <fmt/format.h>

namespace triptych {
namespace {

using Rights = unsigned long long;

constexpr Rights read_file = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_EXECUTE;
constexpr Rights read_folder = read_file | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr Rights write_file = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE;
/// All that the first version of Landlock knows.
constexpr Rights every = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
/// Since Linux 5.19 and 6.2; before, the one can't be done, and the other not be forbidden.
constexpr Rights refer = Rights{1} << 13, truncate = Rights{1} << 14;

int landlock_version() {
    return static_cast<int>(
        ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION));
}

Rights rights_known() {
    const int known = landlock_version();
    return every | (known >= 2 ? refer : 0) | (known >= 3 ? truncate : 0);
}

bool write_to(const char* file, const char* text) {
    const int to = ::open(file, O_WRONLY | O_CLOEXEC);
    if (to < 0) return false;
    const auto size = static_cast<::ssize_t>(std::strlen(text));
    const bool written = ::write(to, text, std::strlen(text)) == size;
    ::close(to);
    return written;
}

/// Programs talk to their own helpers over it.
bool raise_loopback() {
    const int socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (socket < 0) return false;
    ::ifreq wish{};
    std::memcpy(wish.ifr_name, "lo", 3);
    wish.ifr_flags = IFF_UP | IFF_RUNNING;
    const bool up = ::ioctl(socket, SIOCSIFFLAGS, &wish) == 0;
    ::close(socket);
    return up;
}

}  // namespace

Lock::Lock(const std::vector<std::string>& readable, const std::string& writable)
    : user_map_(fmt::format("{0} {0} 1", ::getuid())),
      group_map_(fmt::format("{0} {0} 1", ::getgid())) {
    if (landlock_version() < 1) return;
    const Rights handled = rights_known();
    // Later systems have more members, of what is not asked for here.
    ::landlock_ruleset_attr attributes{};
    attributes.handled_access_fs = handled;
    rules_ =
        static_cast<int>(::syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0));
    if (rules_ < 0) return;
    for (const std::string& path : readable) allow(path, read_folder);
    allow(writable, handled);
    for (const char* device :
         {"/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom"})
        allow(device, write_file);
    allow("/dev/shm", handled);
}

Lock::~Lock() {
    if (rules_ >= 0) ::close(rules_);
}

void Lock::allow(const std::string& path, Rights rights) {
    const int place = ::open(path.c_str(), O_PATH | O_CLOEXEC);
    if (place < 0) return;
    struct ::stat status;
    const bool is_folder = ::fstat(place, &status) == 0 && S_ISDIR(status.st_mode);
    if (!is_folder) rights &= read_file | write_file | truncate;
    const ::landlock_path_beneath_attr rule{rights, place};
    ::syscall(SYS_landlock_add_rule, rules_, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    ::close(place);
}

bool Lock::apply() const {
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWIPC) != 0) return false;
    if (!write_to("/proc/self/setgroups", "deny") ||
        !write_to("/proc/self/uid_map", user_map_.c_str()) ||
        !write_to("/proc/self/gid_map", group_map_.c_str()) || !raise_loopback())
        return false;
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           ::syscall(SYS_landlock_restrict_self, rules_, 0) == 0;
}

}  // namespace triptych
