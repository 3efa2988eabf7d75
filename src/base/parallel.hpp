#pragma once

#include <cstddef>
#include <functional>

namespace triptych {

/// Calls `task(i)` for every i below `count`, on up to `jobs` threads (0: one a core). Tasks are
/// handed out in order, one at a time; results must go to slots of their own, so that the number of
/// threads never changes a byte. The first exception, by index, is thrown again once all have
/// ended.
void for_each_index(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& task);

}  // namespace triptych
