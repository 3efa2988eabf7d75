#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace triptych {

/// The threads that a build may use: the one that made the build, and others that start when there
/// is work for them. Loops share them out, loops inside a loop's tasks included: together they
/// never run more tasks at once than there are threads. Safe to use from several threads.
class Threads {
public:
    /// At most `jobs` threads, the caller's among them; 0: one a core. Where the system gives
    /// fewer, those do all the work.
    explicit Threads(unsigned jobs);
    /// No loop may be running.
    ~Threads();
    Threads(const Threads&) = delete;
    Threads& operator=(const Threads&) = delete;

    class Pool;
    Pool& pool() { return *pool_; }

private:
    std::unique_ptr<Pool> pool_;
};

/// No thread but the caller's own.
Threads& calling_thread();

/// Calls `task(i)` for every i below `count`. Tasks are handed out in order, one at a time; results
/// must go to slots of their own, so that the number of threads never changes a byte. The first
/// exception, by index, is thrown again once all have ended.
void for_each_index(std::size_t count, Threads& threads,
                    const std::function<void(std::size_t)>& task);

/// The same for tasks that take `costs[i]` of something scarce: those that run side by side take at
/// most `budget` together, and one that needs more runs alone. The most costly ones start first.
void for_each_within(std::uint64_t budget, const std::vector<std::uint64_t>& costs,
                     Threads& threads, const std::function<void(std::size_t)>& task);

}  // namespace triptych
