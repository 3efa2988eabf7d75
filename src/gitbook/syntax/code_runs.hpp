#pragma once

#include <cstddef>
#include <map>
#include <string_view>
#include <vector>

namespace triptych::gitbook {

/// The runs of back-ticks in a line; a run of as many closes the code that one opens.
class CodeRuns {
public:
    explicit CodeRuns(std::string_view line);
    /// Where the code that the run of `length` before `at` opens ends, or 0 when it is no code.
    std::size_t end_of_code(std::size_t at, std::size_t length) const;

private:
    std::map<std::size_t, std::vector<std::size_t>> by_length_;  ///< their offsets, in order
};

}  // namespace triptych::gitbook
