#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "doc/tex.hpp"
#include "doc/tex/symbols.hpp"

/// TeX's commands that are told by a table; symbols have their own.
namespace triptych::doc::tex {

struct SpaceCommand {
    std::string_view command;
    int width;
};
inline constexpr std::array<SpaceCommand, 21> spaces = {{{",", 167},
                                                         {"thinspace", 167},
                                                         {":", 222},
                                                         {">", 222},
                                                         {";", 278},
                                                         {"!", -167},
                                                         {" ", 250},
                                                         {"\n", 250},
                                                         {"enspace", 500},
                                                         {"quad", 1000},
                                                         {"qquad", 2000},
                                                         {"space", 250},
                                                         {"nobreakspace", 250},
                                                         {"medspace", 222},
                                                         {"thickspace", 278},
                                                         {"enskip", 500},
                                                         {"negthinspace", -167},
                                                         {"negmedspace", -222},
                                                         {"negthickspace", -278},
                                                         {"/", 0},
                                                         {"-", 0}}};

struct AccentCommand {
    std::string_view command, mark;
    AccentPlace place;
    bool wide;
};
inline constexpr std::array<AccentCommand, 50> accents = {
    {{"hat", "^", AccentPlace::over, false},
     {"widehat", "^", AccentPlace::over, true},
     {"bar", "¯", AccentPlace::over, false},
     {"overline", "¯", AccentPlace::over, true},
     {"vec", "→", AccentPlace::over, false},
     {"overrightarrow", "→", AccentPlace::over, true},
     {"overleftarrow", "←", AccentPlace::over, true},
     {"dot", "˙", AccentPlace::over, false},
     {"ddot", "¨", AccentPlace::over, false},
     {"tilde", "~", AccentPlace::over, false},
     {"widetilde", "~", AccentPlace::over, true},
     {"check", "ˇ", AccentPlace::over, false},
     {"breve", "˘", AccentPlace::over, false},
     {"acute", "´", AccentPlace::over, false},
     {"grave", "`", AccentPlace::over, false},
     {"mathring", "˚", AccentPlace::over, false},
     {"overbrace", "⏞", AccentPlace::over, true},
     {"underline", "_", AccentPlace::under, true},
     {"underbar", "_", AccentPlace::under, true},
     {"underbrace", "⏟", AccentPlace::under, true},
     {"overbracket", "⎴", AccentPlace::over, true},
     {"underbracket", "⎵", AccentPlace::under, true},
     {"overgroup", "⏠", AccentPlace::over, true},
     {"undergroup", "⏡", AccentPlace::under, true},
     {"overleftrightarrow", "↔", AccentPlace::over, true},
     {"Overrightarrow", "⇒", AccentPlace::over, true},
     {"overleftharpoon", "↼", AccentPlace::over, true},
     {"overrightharpoon", "⇀", AccentPlace::over, true},
     {"underrightarrow", "→", AccentPlace::under, true},
     {"underleftarrow", "←", AccentPlace::under, true},
     {"underleftrightarrow", "↔", AccentPlace::under, true},
     {"utilde", "~", AccentPlace::under, true},
     {"widecheck", "ˇ", AccentPlace::over, true},
     {"overlinesegment", "¯", AccentPlace::over, true},
     {"underlinesegment", "_", AccentPlace::under, true},
     {"Bar", "¯", AccentPlace::over, true},
     {"Hat", "^", AccentPlace::over, false},
     {"Vec", "→", AccentPlace::over, false},
     {"dddot", "\u20DB", AccentPlace::over, false},
     {"ddddot", "\u20DC", AccentPlace::over, false},
     {"^", "^", AccentPlace::over, false},
     {"`", "`", AccentPlace::over, false},
     {"'", "´", AccentPlace::over, false},
     {"\"", "¨", AccentPlace::over, false},
     {"~", "~", AccentPlace::over, false},
     {"=", "¯", AccentPlace::over, false},
     {".", "˙", AccentPlace::over, false},
     {"u", "˘", AccentPlace::over, false},
     {"v", "ˇ", AccentPlace::over, false},
     {"r", "˚", AccentPlace::over, false}}};

struct AlphabetCommand {
    std::string_view command;
    Alphabet alphabet;
};
inline constexpr std::array<AlphabetCommand, 17> alphabets = {{{"mathrm", Alphabet::roman},
                                                               {"mathup", Alphabet::roman},
                                                               {"mathit", Alphabet::italic},
                                                               {"mathbf", Alphabet::bold},
                                                               {"boldsymbol", Alphabet::bold},
                                                               {"bm", Alphabet::bold},
                                                               {"mathbb", Alphabet::double_struck},
                                                               {"mathcal", Alphabet::script},
                                                               {"mathscr", Alphabet::script},
                                                               {"mathfrak", Alphabet::fraktur},
                                                               {"mathsf", Alphabet::sans_serif},
                                                               {"mathtt", Alphabet::monospace},
                                                               {"mathnormal", Alphabet::italic},
                                                               {"mathsfit", Alphabet::sans_serif},
                                                               {"mathbfit", Alphabet::bold},
                                                               {"Bbb", Alphabet::double_struck},
                                                               {"symbf", Alphabet::bold}}};
/// Those that hold to the end of their group.
inline constexpr std::array<AlphabetCommand, 8> alphabet_switches = {{{"rm", Alphabet::roman},
                                                                      {"it", Alphabet::italic},
                                                                      {"bf", Alphabet::bold},
                                                                      {"bfseries", Alphabet::bold},
                                                                      {"cal", Alphabet::script},
                                                                      {"sf", Alphabet::sans_serif},
                                                                      {"tt", Alphabet::monospace},
                                                                      {"mit", Alphabet::italic}}};

/// Which rows of an environment have a number of their own.
enum class Counted : std::uint8_t { no, rows };
struct Environment {
    std::string_view command, open, close;
    MatrixKind kind;
    Counted counted = Counted::no;
    bool display = false;  ///< cells in display style, whatever the kind says
};
inline constexpr std::array<Environment, 40> environments = {
    {{"matrix", "", "", MatrixKind::matrix},
     {"smallmatrix", "", "", MatrixKind::small},
     {"pmatrix", "(", ")", MatrixKind::matrix},
     {"bmatrix", "[", "]", MatrixKind::matrix},
     {"Bmatrix", "{", "}", MatrixKind::matrix},
     {"vmatrix", "|", "|", MatrixKind::matrix},
     {"Vmatrix", "‖", "‖", MatrixKind::matrix},
     {"matrix*", "", "", MatrixKind::matrix},
     {"pmatrix*", "(", ")", MatrixKind::matrix},
     {"bmatrix*", "[", "]", MatrixKind::matrix},
     {"Bmatrix*", "{", "}", MatrixKind::matrix},
     {"vmatrix*", "|", "|", MatrixKind::matrix},
     {"Vmatrix*", "‖", "‖", MatrixKind::matrix},
     {"cases", "{", "", MatrixKind::cases},
     {"dcases", "{", "", MatrixKind::cases, Counted::no, true},
     {"rcases", "", "}", MatrixKind::cases},
     {"drcases", "", "}", MatrixKind::cases, Counted::no, true},
     {"aligned", "", "", MatrixKind::aligned},
     {"alignedat", "", "", MatrixKind::aligned},
     {"split", "", "", MatrixKind::aligned},
     {"align", "", "", MatrixKind::aligned, Counted::rows},
     {"align*", "", "", MatrixKind::aligned},
     {"alignat", "", "", MatrixKind::aligned, Counted::rows},
     {"alignat*", "", "", MatrixKind::aligned},
     {"flalign", "", "", MatrixKind::aligned, Counted::rows},
     {"flalign*", "", "", MatrixKind::aligned},
     {"eqnarray", "", "", MatrixKind::aligned, Counted::rows},
     {"eqnarray*", "", "", MatrixKind::aligned},
     {"gathered", "", "", MatrixKind::gathered},
     {"gather", "", "", MatrixKind::gathered, Counted::rows},
     {"gather*", "", "", MatrixKind::gathered},
     {"multline", "", "", MatrixKind::gathered, Counted::rows},
     {"multline*", "", "", MatrixKind::gathered},
     {"equation", "", "", MatrixKind::gathered, Counted::rows},
     {"equation*", "", "", MatrixKind::gathered},
     {"math", "", "", MatrixKind::gathered},
     {"displaymath", "", "", MatrixKind::gathered},
     {"array", "", "", MatrixKind::array},
     {"darray", "", "", MatrixKind::array, Counted::no, true},
     {"subarray", "", "", MatrixKind::stacked}}};

struct StyleCommand {
    std::string_view command;
    StyleLevel level;
};
inline constexpr std::array<StyleCommand, 4> styles = {
    {{"displaystyle", StyleLevel::display},
     {"textstyle", StyleLevel::text},
     {"scriptstyle", StyleLevel::script},
     {"scriptscriptstyle", StyleLevel::script_script}}};

/// Fractions and binomials; `level` where they say it themselves.
struct FractionCommand {
    std::string_view command;
    bool line;
    std::optional<StyleLevel> level;
};
inline constexpr std::array<FractionCommand, 7> fractions = {
    {{"frac", true, {}},
     {"dfrac", true, StyleLevel::display},
     {"cfrac", true, StyleLevel::display},
     {"tfrac", true, StyleLevel::text},
     {"binom", false, {}},
     {"dbinom", false, StyleLevel::display},
     {"tbinom", false, StyleLevel::text}}};

struct WordsCommand {
    std::string_view command;
    bool bold, italic;
};
inline constexpr std::array<WordsCommand, 14> words_commands = {{{"text", false, false},
                                                                 {"textrm", false, false},
                                                                 {"textnormal", false, false},
                                                                 {"textit", false, true},
                                                                 {"textbf", true, false},
                                                                 {"textsf", false, false},
                                                                 {"texttt", false, false},
                                                                 {"mbox", false, false},
                                                                 {"hbox", false, false},
                                                                 {"textup", false, false},
                                                                 {"textmd", false, false},
                                                                 {"textsl", false, true},
                                                                 {"textsc", false, false},
                                                                 {"emph", false, true}}};

/// Brackets of a size of their own.
struct SizeCommand {
    std::string_view command;
    std::uint8_t size;
};
inline constexpr std::array<SizeCommand, 16> sizes = {{{"big", 1},
                                                       {"bigl", 1},
                                                       {"bigr", 1},
                                                       {"bigm", 1},
                                                       {"Big", 2},
                                                       {"Bigl", 2},
                                                       {"Bigr", 2},
                                                       {"Bigm", 2},
                                                       {"bigg", 3},
                                                       {"biggl", 3},
                                                       {"biggr", 3},
                                                       {"biggm", 3},
                                                       {"Bigg", 4},
                                                       {"Biggl", 4},
                                                       {"Biggr", 4},
                                                       {"Biggm", 4}}};

/// Signs between what stands over and what stands under.
struct InfixCommand {
    std::string_view command, open, close;
    bool line;
};
inline constexpr std::array<InfixCommand, 5> infixes = {{{"over", "", "", true},
                                                         {"atop", "", "", false},
                                                         {"choose", "(", ")", false},
                                                         {"brace", "{", "}", false},
                                                         {"brack", "[", "]", false}}};

struct ClassCommand {
    std::string_view command;
    SignClass kind;
};
inline constexpr std::array<ClassCommand, 8> classes = {{{"mathord", SignClass::ordinary},
                                                         {"mathop", SignClass::large},
                                                         {"mathbin", SignClass::binary},
                                                         {"mathrel", SignClass::relation},
                                                         {"mathopen", SignClass::opening},
                                                         {"mathclose", SignClass::closing},
                                                         {"mathpunct", SignClass::punctuation},
                                                         {"mathinner", SignClass::inner}}};

struct ArrowCommand {
    std::string_view command, sign;
};
inline constexpr std::array<ArrowCommand, 22> arrows = {{{"xrightarrow", "→"},
                                                         {"xleftarrow", "←"},
                                                         {"xleftrightarrow", "↔"},
                                                         {"xRightarrow", "⇒"},
                                                         {"xLeftarrow", "⇐"},
                                                         {"xLeftrightarrow", "⇔"},
                                                         {"xhookrightarrow", "↪"},
                                                         {"xhookleftarrow", "↩"},
                                                         {"xmapsto", "↦"},
                                                         {"xrightharpoonup", "⇀"},
                                                         {"xrightharpoondown", "⇁"},
                                                         {"xleftharpoonup", "↼"},
                                                         {"xleftharpoondown", "↽"},
                                                         {"xrightleftharpoons", "⇌"},
                                                         {"xleftrightharpoons", "⇋"},
                                                         {"xtwoheadrightarrow", "↠"},
                                                         {"xtwoheadleftarrow", "↞"},
                                                         {"xlongequal", "="},
                                                         {"xtofrom", "⇄"},
                                                         {"xrightleftarrows", "⇄"},
                                                         {"xleftrightarrows", "⇆"},
                                                         {"xequal", "="}}};

/// Sizes of letters, in hundredths, to the end of the group.
struct LetterSizeCommand {
    std::string_view command;
    int percent;
};
inline constexpr std::array<LetterSizeCommand, 11> letter_sizes = {{{"tiny", 50},
                                                                    {"sixptsize", 60},
                                                                    {"scriptsize", 70},
                                                                    {"footnotesize", 80},
                                                                    {"small", 90},
                                                                    {"normalsize", 100},
                                                                    {"large", 120},
                                                                    {"Large", 144},
                                                                    {"LARGE", 173},
                                                                    {"huge", 207},
                                                                    {"Huge", 249}}};

/// The row of `table` for `command`; null when there is none.
template <typename Table>
auto find_command(const Table& table, std::string_view command) -> decltype(table.data()) {
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const auto& row) { return row.command == command; });
    return found == table.end() ? nullptr : &*found;
}

}  // namespace triptych::doc::tex
