#pragma once

#include <exception>
#include <stop_token>

#include "base/parallel.hpp"

namespace triptych {

/// Thrown where work ends because nobody wants it any more.
struct Cancelled : std::exception {
    const char* what() const noexcept override { return "cancelled"; }
};

/// From now on no task of a loop begins when a stop is requested: it throws `Cancelled` instead.
void stop_when(Threads& threads, std::stop_token stop);

}  // namespace triptych
