#include "doc/tex/letters.hpp"

#include <algorithm>
#include <array>

namespace triptych::doc::tex {
namespace {

struct Pair {
    char32_t letter, italic;
};
/// Letters that do not follow the order of their alphabet.
constexpr std::array<Pair, 10> out_of_order = {{{U'h', U'ℎ'},
                                                {U'ı', U'\x1D6A4'},
                                                {U'ȷ', U'\x1D6A5'},
                                                {U'∂', U'\x1D715'},
                                                {U'ϵ', U'\x1D716'},
                                                {U'ϑ', U'\x1D717'},
                                                {U'ϰ', U'\x1D718'},
                                                {U'ϕ', U'\x1D719'},
                                                {U'ϱ', U'\x1D71A'},
                                                {U'ϖ', U'\x1D71B'}}};

}  // namespace

char32_t italic_letter(char32_t letter) {
    const auto* found = std::find_if(out_of_order.begin(), out_of_order.end(),
                                     [&](const Pair& pair) { return pair.letter == letter; });
    if (found != out_of_order.end()) return found->italic;
    if (letter >= U'A' && letter <= U'Z') return 0x1D434 + (letter - U'A');
    if (letter >= U'a' && letter <= U'z') return 0x1D44E + (letter - U'a');
    if (letter >= U'Α' && letter <= U'Ω') return 0x1D6E2 + (letter - U'Α');
    if (letter >= U'α' && letter <= U'ω') return 0x1D6FC + (letter - U'α');
    return letter;
}

}  // namespace triptych::doc::tex
