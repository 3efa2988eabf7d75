#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// What TeX's commands for symbols stand for.
namespace triptych::doc::tex {

enum class SymbolKind : std::uint8_t {
    letter,          ///< lower-case Greek and the like
    upright_letter,  ///< upper-case Greek, digits' kin
    sign,            ///< binary operators, relations, arrows
    punctuation,
    fence,
    large,
    integral,
    function,             ///< set upright by its own name
    function_with_limits  ///< the same, with scripts under and over it
};
struct Symbol {
    std::string_view command, text;
    SymbolKind kind{};
};

/// Nothing when `command`, without its backslash, is no symbol.
const Symbol* find_symbol(std::string_view command);
/// The first symbol that stands for `text`; null when none does.
const Symbol* find_symbol_for(std::string_view text);

/// Whether a character that no symbol stands for is an operator, not a letter.
bool is_sign(char32_t c);

enum class Alphabet : std::uint8_t {
    italic,
    roman,
    bold,
    double_struck,
    script,
    fraktur,
    sans_serif,
    monospace
};
/// The letter or digit `c` in `alphabet` (Unicode's mathematical alphanumeric symbols); as it is
/// where the alphabet has none. `italic` and `roman` change nothing.
std::string letter_in(Alphabet alphabet, char c);
/// The bold form of a Greek letter; `letter` itself when it is none.
std::string bold_greek(std::string_view letter);

}  // namespace triptych::doc::tex
