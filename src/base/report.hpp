#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <triptych/verify.hpp>

namespace triptych {

/// Collects the violations found in a finished file, up to the number that is listed.
class Report {
public:
    void expect(bool holds, const char* clause, const Message& message) {
        if (!holds && all_.size() < most_violations) all_.push_back({clause, message});
    }
    std::vector<Violation> take() { return std::move(all_); }

private:
    static constexpr std::size_t most_violations = 200;

    std::vector<Violation> all_;
};

}  // namespace triptych
