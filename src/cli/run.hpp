#pragma once

namespace triptych::cli {

/// The whole program: returns 0 when all went well, 1 after errors (with `--strict`: warnings), 2
/// for wrong use.
int run(int argc, char** argv);

}  // namespace triptych::cli
