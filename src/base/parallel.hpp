#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace triptych {

/// Calls `task(i)` for every i below `count`, on up to `jobs` threads (0: one a core). Tasks are
/// handed out in order, one at a time; results must go to slots of their own, so that the number of
/// threads never changes a byte. The first exception, by index, is thrown again once all have
/// ended.
void for_each_index(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& task);

/// The same for tasks that take `costs[i]` of something scarce: those that run side by side take at
/// most `budget` together, and one that needs more runs alone. Dear ones come first.
void for_each_within(std::uint64_t budget, const std::vector<std::uint64_t>& costs, unsigned jobs,
                     const std::function<void(std::size_t)>& task);

}  // namespace triptych
