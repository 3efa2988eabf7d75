#pragma once

#include <algorithm>
#include <array>
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
};
inline constexpr std::array<AccentCommand, 19> accents = {
    {{"hat", "^", AccentPlace::over},
     {"widehat", "^", AccentPlace::over},
     {"bar", "¯", AccentPlace::over},
     {"overline", "¯", AccentPlace::over},
     {"vec", "→", AccentPlace::over},
     {"overrightarrow", "→", AccentPlace::over},
     {"dot", "˙", AccentPlace::over},
     {"ddot", "¨", AccentPlace::over},
     {"tilde", "~", AccentPlace::over},
     {"widetilde", "~", AccentPlace::over},
     {"check", "ˇ", AccentPlace::over},
     {"breve", "˘", AccentPlace::over},
     {"acute", "´", AccentPlace::over},
     {"grave", "`", AccentPlace::over},
     {"mathring", "˚", AccentPlace::over},
     {"overbrace", "⏞", AccentPlace::over},
     {"underline", "_", AccentPlace::under},
     {"underbar", "_", AccentPlace::under},
     {"underbrace", "⏟", AccentPlace::under}}};

struct AlphabetCommand {
    std::string_view command;
    Alphabet alphabet;
};
inline constexpr std::array<AlphabetCommand, 12> alphabets = {{{"mathrm", Alphabet::roman},
                                                               {"mathup", Alphabet::roman},
                                                               {"rm", Alphabet::roman},
                                                               {"mathit", Alphabet::italic},
                                                               {"mathbf", Alphabet::bold},
                                                               {"boldsymbol", Alphabet::bold},
                                                               {"mathbb", Alphabet::double_struck},
                                                               {"mathcal", Alphabet::script},
                                                               {"mathscr", Alphabet::script},
                                                               {"mathfrak", Alphabet::fraktur},
                                                               {"mathsf", Alphabet::sans_serif},
                                                               {"mathtt", Alphabet::monospace}}};

struct Environment {
    std::string_view command, open, close;
    MatrixAlign align;
};
inline constexpr std::array<Environment, 14> environments = {
    {{"matrix", "", "", MatrixAlign::centre},
     {"smallmatrix", "", "", MatrixAlign::centre},
     {"pmatrix", "(", ")", MatrixAlign::centre},
     {"bmatrix", "[", "]", MatrixAlign::centre},
     {"Bmatrix", "{", "}", MatrixAlign::centre},
     {"vmatrix", "|", "|", MatrixAlign::centre},
     {"Vmatrix", "‖", "‖", MatrixAlign::centre},
     {"cases", "{", "", MatrixAlign::left},
     {"aligned", "", "", MatrixAlign::alternating},
     {"align", "", "", MatrixAlign::alternating},
     {"align*", "", "", MatrixAlign::alternating},
     {"split", "", "", MatrixAlign::alternating},
     {"gathered", "", "", MatrixAlign::centre},
     {"array", "", "", MatrixAlign::centre}}};

/// The row of `table` for `command`; null when there is none.
template <typename Table>
auto find_command(const Table& table, std::string_view command) -> decltype(table.data()) {
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const auto& row) { return row.command == command; });
    return found == table.end() ? nullptr : &*found;
}

}  // namespace triptych::doc::tex
