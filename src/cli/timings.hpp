#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/build.hpp>

namespace triptych::cli {

/// Where the time of a build goes, measured from outside. Safe to call from several threads.
class Timings {
public:
    /// To be called as a stage begins and ends.
    void note(std::string_view stage, Step step);

    /// Stages in the order they began, with the milliseconds from the start of the first to their
    /// own and from there to their end; then processor time and peak memory of the program.
    std::string to_text(MessageLanguage language) const;
    std::string to_json() const;

private:
    using Clock = std::chrono::steady_clock;
    struct Stage {
        std::string name;
        Clock::time_point begin, end;
    };
    double from_start(Clock::time_point time) const;

    mutable std::mutex mutex_;
    std::vector<Stage> stages_;
};

}  // namespace triptych::cli
