#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/console.hpp"
#include "cli/request.hpp"

/// Commands that go on until they are interrupted.
namespace triptych::cli {

/// What builds of a book have in common until its settings change.
struct Session {
    Arguments arguments;
    Folders folders;
    Request request;
    BuildMemory memory;
};

/// What a build says of itself.
struct Built {
    int code = 0;
    std::vector<std::string> names;  ///< of the files made, in the output folder
};

/// Builds, and builds again when anything has changed. `again` reads the arguments anew, since the
/// book may give other defaults; `build` makes the files.
int run_watch(const Arguments& arguments, Console& console, const std::function<Parsed()>& again,
              const std::function<Built(const Session&)>& build);

/// Shows the three panels in a browser, kept as they are now.
int run_serve(const Arguments& arguments, Console& console, const std::function<Parsed()>& again);

}  // namespace triptych::cli
