#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "doc/tex.hpp"
#include "doc/tex/lexer.hpp"
#include "doc/tex/symbols.hpp"

/// Reading a formula by recursive descent; the first problem ends it. Inside the room only.
namespace triptych::doc::tex {

/// The state of reading one formula.
struct Reading {
    static constexpr int deepest = 50;

    Lexer lexer;
    std::string problem{};  ///< what could not be read; empty: all could so far
    Alphabet alphabet = Alphabet::italic;
    std::string_view stop{};  ///< ends the row being read
    int depth = 0;
    bool limits = false;  ///< the symbol read last takes limits

    /// Only the first problem counts; "" is the end of the formula.
    void fail(std::string_view what);
    bool failed() const { return !problem.empty(); }
    /// Reads `text`, and fails with `what` where it is not next.
    void expect(std::string_view text, std::string_view what);
};

/// Nodes up to what ends a row, which is left for the caller. `stop` ends it, too.
Nodes read_row(Reading& reading, std::string_view stop = {});
/// What a command or a script applies to: a group or one atom.
Nodes read_argument(Reading& reading);
/// Whether `token` ends every row.
bool ends_row(std::string_view token);

/// `^12` raises the one only.
enum class Digits : std::uint8_t { all, one };
/// One thing that scripts can stand at.
Nodes read_atom(Reading& reading, Digits digits);
/// A group in braces.
Nodes read_braced(Reading& reading);
/// What follows the command `name`, which is read.
Nodes read_command(std::string_view name, Reading& reading);
/// What a command without arguments stands for.
Nodes read_symbol(std::string_view name, Reading& reading);
/// What follows `\begin`: matrices, cases, aligned equations.
Node read_environment(Reading& reading);

Node node_of(const Symbol& symbol);
/// Appends `from`, or a space of no width for nothing.
void append(Nodes& to, Nodes from);

}  // namespace triptych::doc::tex
