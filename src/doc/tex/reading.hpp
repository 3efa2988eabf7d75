#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "doc/tex.hpp"
#include "doc/tex/lexer.hpp"
#include "doc/tex/symbols.hpp"

/// Reading a formula by recursive descent; the first broken structure ends it. Inside the room
/// only.
namespace triptych::doc::tex {

/// What `\tag` and `\label` say of the row they stand in.
struct RowMarks {
    std::optional<std::string> tag;
    std::string label;
    bool counts = true;  ///< false: `\notag`
};

/// The state of reading one formula.
struct Reading {
    static constexpr int deepest = 50;

    std::string_view source;
    Place place{};
    Macros& macros;
    Lexer lexer;
    Message problem{};  ///< what could not be read; empty: all could so far
    std::vector<Problem> unread{};
    std::vector<EquationRow> rows{};
    RowMarks marks{};
    Alphabet alphabet = Alphabet::italic;
    std::string_view stop{};  ///< ends the row being read
    int depth = 0;
    int inside = 0;       ///< in how many raw groups that are read as formulas again
    bool limits = false;  ///< the symbol read last takes limits
    /// Cells that short rows of matrices may still lack: every output writes them.
    std::size_t lacking = 0;

    /// Only the first problem counts; "" is the end of the formula.
    void fail(std::string_view what);
    bool failed() const { return !problem.empty(); }
    /// Reads `text`, and fails with `what` where it is not next.
    void expect(std::string_view text, std::string_view what);
    /// Tells of a part of the source that something is wrong with.
    void tell(std::string_view part, Message message, Message hint);
    /// What can't be read, to be shown as it is written.
    Node keep(std::string_view written);
};

/// Nodes up to what ends a row, which is left for the caller. `stop` ends it, too.
Nodes read_row(Reading& reading, std::string_view stop = {});
/// What a command or a script applies to: a group or one atom.
Nodes read_argument(Reading& reading);
/// What stands in `raw`, all of it.
Nodes read_inside(std::string_view raw, Reading& reading);
/// Whether `token` ends every row.
bool ends_row(std::string_view token);

/// `^12` raises the one only.
enum class Digits : std::uint8_t { all, one };
/// One thing that scripts can stand at.
Nodes read_atom(Reading& reading, Digits digits);
/// A group in braces.
Nodes read_braced(Reading& reading);
/// What follows a command, which is read; `written` is its name with the backslash.
Nodes read_command(std::string_view written, Reading& reading);
/// The same for definitions, references and all else that does not look like anything; nothing
/// when `name` is no such command.
std::optional<Nodes> read_unseen(std::string_view name, Reading& reading);
/// Boxes, colours, sizes, room: what changes the look of an argument.
std::optional<Nodes> read_look(std::string_view name, Reading& reading);
/// What a command without arguments stands for.
Nodes read_symbol(std::string_view written, Reading& reading);
/// What follows `\begin`: matrices, cases, aligned equations.
Nodes read_environment(Reading& reading);
/// `\\[4pt]`: the space is not ours to set.
void skip_row_space(Reading& reading);
/// What the marks of a row that ends here say, kept in `reading`; its tag, or nothing.
std::string take_marks(bool counted, Reading& reading);

struct WordsLook {
    bool bold = false, italic = false;
};
/// Words of text mode, with formulas between dollars.
Nodes read_words(std::string_view raw, WordsLook look, Reading& reading);
/// The letters of `nodes` without their look; nothing when they are more than letters.
std::optional<std::string> plain_words(const Nodes& nodes);
/// `\ce{…}`: formulas and equations of chemistry.
Nodes read_chemistry(std::string_view raw, Reading& reading);

Node node_of(const Symbol& symbol);
/// Appends `from`, or a space of no width for nothing.
void append(Nodes& to, Nodes from);
/// `nodes` as one thing that scripts can stand at.
Nodes grouped(Nodes nodes);

}  // namespace triptych::doc::tex
