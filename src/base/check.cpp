#include "base/check.hpp"

#include <cstdio>
#include <cstdlib>

namespace triptych {

void check_failed(const char* condition, const char* reason, const char* file, int line) {
    std::fprintf(stderr, "triptych: internal error: %s (%s) at %s:%d\n", reason, condition, file,
                 line);
    std::abort();
}

}  // namespace triptych
