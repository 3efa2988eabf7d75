#pragma once

namespace triptych {

/// Prints the failed condition with its place and ends the process; for bugs of ours only, never
/// for bad input.
[[noreturn]] void check_failed(const char* condition, const char* reason, const char* file,
                               int line);

}  // namespace triptych

#define TRIPTYCH_CHECK(condition, reason) \
    ((condition) ? void(0) : ::triptych::check_failed(#condition, reason, __FILE__, __LINE__))
