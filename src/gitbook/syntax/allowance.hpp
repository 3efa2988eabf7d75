#pragma once

#include <cstddef>
#include <cstdint>

namespace triptych::gitbook {

/// How many bytes a page may take in from elsewhere: files, values of variables. Without a bound,
/// few words of a page could stand for more than any machine holds.
class Allowance {
public:
    enum class Answer : std::uint8_t {
        granted,
        used_up,  ///< refused, for the first time
        refused,
    };

    explicit Allowance(std::size_t most) : most_(most), left_(most) {}

    std::size_t most() const { return most_; }
    std::size_t left() const { return left_; }
    /// Once bytes are refused, all are.
    Answer take(std::size_t bytes) {
        if (is_used_up_) return Answer::refused;
        is_used_up_ = bytes > left_;
        if (is_used_up_) return Answer::used_up;
        left_ -= bytes;
        return Answer::granted;
    }

private:
    std::size_t most_, left_;
    bool is_used_up_ = false;
};

}  // namespace triptych::gitbook
