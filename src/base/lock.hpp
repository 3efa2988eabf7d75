#pragma once

#include <string>
#include <vector>

namespace triptych {

/// What a process that draws something from a book can reach: the files it is given here, and no
/// network (Landlock, and a network of its own). Made before the process, which applies it.
class Lock {
public:
    /// `writable` is one folder; folders and files of `readable` may be read and run. Names of
    /// nothing are passed over.
    Lock(const std::vector<std::string>& readable, const std::string& writable);
    ~Lock();
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

    /// False when the system has no such thing.
    bool is_made() const { return rules_ >= 0; }
    /// Locks this process in, for good; false when that fails, and then it must not go on. Makes
    /// system calls only, so that it may be called between fork and exec.
    bool apply() const;

private:
    void allow(const std::string& path, unsigned long long rights);

    int rules_ = -1;
    std::string user_map_, group_map_;
};

}  // namespace triptych
