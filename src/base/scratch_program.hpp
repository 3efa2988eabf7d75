#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/message.hpp>

namespace triptych {

class Lock;

/// A program that is run once in a scratch folder.
struct ScratchRun {
    std::vector<std::string> words;  ///< the first is the program's path
    std::vector<std::string> environment;
    std::string folder;          ///< exists; becomes its folder and its home
    std::string input;           ///< of a file in `folder`, its standard input; empty: nothing
    const Lock* lock = nullptr;  ///< null: it may do what the user may
};

/// Bounds of one run. They are wide: what a picture looks like never depends on them, only whether
/// there is one.
inline constexpr unsigned most_seconds = 120;
inline constexpr std::uint64_t most_memory = std::uint64_t{4} << 30U;
inline constexpr std::uint64_t most_written = std::uint64_t{64} << 20U;

struct ScratchEnd {
    Message problem;          ///< empty when it ended well
    bool locked_out = false;  ///< it was not run: the system could not lock it in
};

/// Runs it to its end. Its standard output and its errors are the files `stdout` and `stderr` of
/// the folder.
ScratchEnd run_in_scratch(const ScratchRun& run);

}  // namespace triptych
