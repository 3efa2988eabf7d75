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
inline constexpr std::array<SpaceCommand, 12> spaces = {{{",", 167},
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
                                                         {"space", 250}}};

struct AccentCommand {
    std::string_view command, mark;
    AccentPlace place;
    bool wide;
};
inline constexpr std::array<AccentCommand, 20> accents = {
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
     {"underbrace", "⏟", AccentPlace::under, true}}};

struct AlphabetCommand {
    std::string_view command;
    Alphabet alphabet;
};
inline constexpr std::array<AlphabetCommand, 13> alphabets = {{{"mathrm", Alphabet::roman},
                                                               {"mathup", Alphabet::roman},
                                                               {"rm", Alphabet::roman},
                                                               {"mathit", Alphabet::italic},
                                                               {"mathbf", Alphabet::bold},
                                                               {"boldsymbol", Alphabet::bold},
                                                               {"bm", Alphabet::bold},
                                                               {"mathbb", Alphabet::double_struck},
                                                               {"mathcal", Alphabet::script},
                                                               {"mathscr", Alphabet::script},
                                                               {"mathfrak", Alphabet::fraktur},
                                                               {"mathsf", Alphabet::sans_serif},
                                                               {"mathtt", Alphabet::monospace}}};

struct Environment {
    std::string_view command, open, close;
    MatrixKind kind;
};
inline constexpr std::array<Environment, 22> environments = {
    {{"matrix", "", "", MatrixKind::matrix},      {"smallmatrix", "", "", MatrixKind::small},
     {"pmatrix", "(", ")", MatrixKind::matrix},   {"bmatrix", "[", "]", MatrixKind::matrix},
     {"Bmatrix", "{", "}", MatrixKind::matrix},   {"vmatrix", "|", "|", MatrixKind::matrix},
     {"Vmatrix", "‖", "‖", MatrixKind::matrix},   {"cases", "{", "", MatrixKind::cases},
     {"dcases", "{", "", MatrixKind::cases},      {"rcases", "", "}", MatrixKind::cases},
     {"aligned", "", "", MatrixKind::aligned},    {"align", "", "", MatrixKind::aligned},
     {"align*", "", "", MatrixKind::aligned},     {"split", "", "", MatrixKind::aligned},
     {"eqnarray", "", "", MatrixKind::aligned},   {"eqnarray*", "", "", MatrixKind::aligned},
     {"gathered", "", "", MatrixKind::gathered},  {"gather", "", "", MatrixKind::gathered},
     {"gather*", "", "", MatrixKind::gathered},   {"equation", "", "", MatrixKind::gathered},
     {"equation*", "", "", MatrixKind::gathered}, {"array", "", "", MatrixKind::array}}};

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
inline constexpr std::array<WordsCommand, 9> words_commands = {{{"text", false, false},
                                                                {"textrm", false, false},
                                                                {"textnormal", false, false},
                                                                {"textit", false, true},
                                                                {"textbf", true, false},
                                                                {"textsf", false, false},
                                                                {"texttt", false, false},
                                                                {"mbox", false, false},
                                                                {"hbox", false, false}}};

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

/// The row of `table` for `command`; null when there is none.
template <typename Table>
auto find_command(const Table& table, std::string_view command) -> decltype(table.data()) {
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const auto& row) { return row.command == command; });
    return found == table.end() ? nullptr : &*found;
}

}  // namespace triptych::doc::tex
