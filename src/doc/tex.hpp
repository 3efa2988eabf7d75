#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <triptych/diagnostics.hpp>

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
};
/// Rows of cells between brackets; also cases and aligned equations.
struct Matrix {
    std::string open, close;
    MatrixKind kind{};
    std::string columns;  ///< of an array: `l`, `c` or `r` for a column, `|` for a rule
    std::vector<std::vector<Nodes>> rows;
    /// Rows with a rule above them; their number: below the last.
    std::vector<std::uint32_t> rules;
};
enum class StyleLevel : std::uint8_t { display, text, script, script_script };
/// What is set in another size and style than its place asks for.
struct Styled {
    StyleLevel level{};
    Nodes body;
};

struct Node {
    std::variant<Identifier, Number, Operator, Words, Space, Group, Fraction, Root, Scripts, Fenced,
                 Accent, Matrix, Styled>
        content;
};

/// A formula, or why there is none.
struct Parsed {
    std::optional<Nodes> formula;
    std::string problem;  ///< where it can't be read: `'\foo'` or `its end`; empty with a formula
};

/// Reads `source`, without the dollars around it. Braces nest at most 50 deep. Linear in its
/// length.
Parsed parse(std::string_view source);
/// Reports that the formula at `span`, which was not read, stays as it is written.
void report_unread(const Parsed& parsed, Span span, Diagnostics& diagnostics);

}  // namespace triptych::doc::tex
