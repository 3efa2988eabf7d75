#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include <triptych/diagrams.hpp>

#include "cli/arguments.hpp"

namespace triptych::cli {

/// `--diagram` and `--trust-diagrams`.
void add_diagrams(CLI::App& command, Arguments& arguments);

/// What the user's own `diagrams.conf` says: a program a line, `mermaid = mmdc -i {in} -o {out}`;
/// empty lines and those that begin with `#` say nothing.
struct DiagramsFile {
    std::vector<DiagramProgram> programs;
    std::size_t wrong_line = 0;  ///< the first that can't be understood; 0: there is none
};
DiagramsFile read_diagram_programs(std::string_view text);

}  // namespace triptych::cli
