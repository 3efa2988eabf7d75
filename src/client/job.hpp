#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <triptych.h>

#include "client/process.hpp"

/// What the C functions do; all may throw `std::bad_alloc`.
struct triptych_job {
public:
    triptych_job() = default;
    ~triptych_job() { remove_own_folder(); }
    triptych_job(const triptych_job&) = delete;
    triptych_job& operator=(const triptych_job&) = delete;

    bool set(std::string_view option, const char* value);
    triptych_status build(const std::string& source);
    triptych_status check(const std::string& source);
    triptych_status verify(const std::string& path);
    void cancel() { process_.cancel(); }

    struct Output {
        std::string name, path;
        std::optional<std::string> bytes{};  ///< when they have been asked for
    };
    std::vector<Output> outputs;
    std::string error, findings = "[]";

private:
    using Words = std::vector<std::string>;
    Words with_options(Words words) const;
    /// Runs the program with `words`; what it prints is read as a list.
    triptych_status run(Words words);
    triptych_status ended(const triptych::client::Ended& ended);
    void forget();
    /// What was asked for, or a folder that goes with the job; "" when none can be made.
    std::string folder();
    void remove_own_folder();

    std::vector<std::pair<std::string, std::optional<std::string>>> options_;
    std::string output_;      ///< the folder that was asked for
    std::string own_folder_;  ///< that was made for this job
    triptych::client::Process process_;
};
