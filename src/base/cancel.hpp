#pragma once

#include <atomic>
#include <exception>
#include <stop_token>

#include "base/parallel.hpp"

namespace triptych {

/// Thrown where work ends because nobody wants it any more.
class Cancelled : public std::exception {
public:
    Cancelled() { ++on_their_way_; }
    Cancelled(const Cancelled& other) : std::exception(other) { ++on_their_way_; }
    Cancelled& operator=(const Cancelled&) = default;
    ~Cancelled() override { --on_their_way_; }
    const char* what() const noexcept override { return "cancelled"; }
    /// Whether some work is ending so just now, not for want of memory.
    static bool is_on_its_way() { return on_their_way_ > 0; }

private:
    static inline std::atomic<int> on_their_way_ = 0;
};

/// From now on no task of a loop begins when a stop is requested: it throws `Cancelled` instead.
void stop_when(Threads& threads, std::stop_token stop);

}  // namespace triptych
