#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <triptych/diagnostics.hpp>

#include "doc/model.hpp"

/// Formulas: the part of TeX's mathematics that people write in handbooks, as a tree that every
/// output can set in its own way. Letters are already those of their alphabet (ℝ, 𝐱); nothing here
/// is markup.
namespace triptych::doc::tex {

struct Node;
using Nodes = std::vector<Node>;

/// A variable or the name of a function; a single letter is italic unless `upright`.
struct Identifier {
    std::string text;
    bool upright = false;
    bool function = false;  ///< stands off from what it is applied to, as in `sin x`
};
struct Number {
    std::string text;
};
enum class OperatorRole : std::uint8_t {
    ordinary,     ///< binary signs, relations, arrows
    fence,        ///< brackets at their own size
    punctuation,  ///< comma and semicolon
    large,        ///< sums and products: scripts are limits
    integral,     ///< large, with scripts at the side
    middle,       ///< a bracket that grows with the `Fenced` it stands in
};
struct Operator {
    std::string text;
    OperatorRole role{};
    std::uint8_t size = 0;  ///< of a fence: 1 for `\big` to 4 for `\Bigg`, 0 for its own size
};
/// Plain words inside a formula.
struct Words {
    std::string text;
    bool bold = false, italic = false;
};
/// Room between symbols, in thousandths of an em; may be negative.
struct Space {
    int width = 0;
};
struct Group {
    Nodes body;
};
struct Fraction {
    Nodes above, below;
    bool line = true;  ///< false for binomials, whose brackets stand around it
};
/// `degree` is empty for the square root.
struct Root {
    Nodes body, degree;
};
/// Scripts of what `base` holds; either may be empty. `limits`: under and over the base.
struct Scripts {
    Nodes base, below, above;
    bool limits = false;
};
/// Brackets that grow with what they hold; an empty one is not drawn.
struct Fenced {
    std::string open, close;
    Nodes body;
};
enum class AccentPlace : std::uint8_t { over, under };
/// A mark as wide as `body` when it is `wide`, else a hat on it.
struct Accent {
    std::string mark;
    AccentPlace place{};
    bool wide = false;
    Nodes body;
};
enum class MatrixKind : std::uint8_t {
    matrix,
    small,     ///< to stand in a line of text
    cases,     ///< columns flush left
    aligned,   ///< equations: columns flush right and left in turn
    gathered,  ///< equations in the middle
    array,     ///< says how its columns are aligned
    stacked,   ///< lines close to each other, to stand under a sign
    lines,     ///< of a formula on its own, in the middle
};
/// Rows of cells between brackets; also cases and aligned equations.
struct Matrix {
    std::string open, close;
    MatrixKind kind{};
    std::string columns;  ///< `l`, `c` or `r` for a column, `|` for a rule; else as `kind` says
    std::vector<std::vector<Nodes>> rows;
    /// Rows with a rule above them; their number: below the last.
    std::vector<std::uint32_t> rules;
    /// What the rows are called at the margin, `(1)`; empty, or one for each row.
    std::vector<std::string> tags{};
};
enum class StyleLevel : std::uint8_t { display, text, script, script_script };
/// What is set in another size and style than its place asks for.
struct Styled {
    StyleLevel level{};
    Nodes body;
};

/// How what is in `Classed` stands off from its neighbours (The TeXbook, chapter 18).
enum class SignClass : std::uint8_t {
    ordinary,
    large,
    binary,
    relation,
    opening,
    closing,
    punctuation,
    inner
};
struct Classed {
    SignClass kind{};
    Nodes body;
};
/// An arrow as long as what stands over and under it asks for.
struct Arrow {
    std::string sign;
    Nodes above, below;
};
/// A frame around `body`, or lines through it.
struct Enclosed {
    bool frame = false, rising = false, falling = false, level = false;
    Nodes body;
};
enum class Lap : std::uint8_t { none, left, right, both };
/// Room as `body` takes, or takes in part; `shown` with its ink. `lap`: without width, the ink
/// reaching out to the left, the right or both.
struct Padded {
    bool shown = false, width = true, height = true, depth = true;
    Lap lap{};
    Nodes body;
};
/// `body` in the colour of marked text that is nearest to what was asked for, or on its ground.
struct Coloured {
    MarkColour colour{};  ///< none: that of the text around
    bool ground = false;
    Nodes body;
};
/// `body` larger or smaller, in hundredths.
struct Sized {
    int percent = 100;
    Nodes body;
};
/// What is no command, as it is written.
struct Unread {
    std::string source;
};

struct Node {
    std::variant<Identifier, Number, Operator, Words, Space, Group, Fraction, Root, Scripts, Fenced,
                 Accent, Matrix, Styled, Classed, Arrow, Enclosed, Padded, Coloured, Sized, Unread>
        content;
};

/// Calls `each` with every row of nodes right inside `node`, as it is read.
void for_each_row(const Node& node, const std::function<void(const Nodes&)>& each);

/// What of a formula is not set as its author meant.
struct Problem {
    Message message, hint;
    std::size_t offset = 0, length = 0;  ///< in the source; 0, 0: not known
};
/// A row that a reference may name.
struct EquationRow {
    std::size_t end = 0;   ///< where a tag may be put into the source
    std::string label;     ///< empty: it has none
    std::string tag;       ///< given by the author
    bool counted = false;  ///< has the next number where it has no tag
};
/// A formula, or why there is none.
struct Parsed {
    std::optional<Nodes> formula;
    Message problem;  ///< where it can't be read: `'}'` or `its end`; empty with a formula
    std::vector<Problem> unread{};    ///< what is shown as written, or left out
    std::vector<EquationRow> rows{};  ///< those with a label, tag or number
};

/// Where a formula stands: in a line of text, or on lines of its own.
enum class Place : std::uint8_t { in_line, own_line };

/// Reads `source`, without the dollars around it. Braces nest at most 50 deep. Linear in its
/// length, whatever its macros ask for. A command that is not known costs itself only.
Parsed parse(std::string_view source, Place place = Place::in_line);
/// Reports what of the formula at `span`, or that all of it, stays as it is written.
void report_unread(const Parsed& parsed, std::string_view source, Span span,
                   Diagnostics& diagnostics);

}  // namespace triptych::doc::tex
