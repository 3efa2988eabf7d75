#include "typeset/math/spacing.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/text.hpp"

namespace triptych::typeset::math {
namespace {

constexpr int thin = 3, medium = 4, thick = 5;

/// The TeXbook, p. 170: 1 thin, 2 medium, 3 thick; negative ones not in scripts. A star there is a
/// zero here: such pairs do not occur.
constexpr std::array<std::array<int, 8>, 8> table = {{
    {0, 1, -2, -3, 0, 0, 0, -1},
    {1, 1, 0, -3, 0, 0, 0, -1},
    {-2, -2, 0, 0, -2, 0, 0, -2},
    {-3, -3, 0, 0, -3, 0, 0, -3},
    {0, 0, 0, 0, 0, 0, 0, 0},
    {0, 1, -2, -3, 0, 0, 0, -1},
    {-1, -1, 0, -1, -1, -1, -1, -1},
    {-1, 1, -2, -3, -1, 0, -1, -1},
}};

constexpr std::u32string_view binaries =
    U"+−±∓×÷⋅·∗*∘∙•⋆∩∪⊓⊔⊎∧∨∖⊕⊖⊗⊘⊙†‡∔⋉⋊⋓⋒⊞⊟⊠≀⨿◃▹⋖⋗⋇⋋⋌⋏⋎⊝⊛⊺⊼⊻⊚⊡⋄";
constexpr std::u32string_view openings = U"([{⟨⌈⌊⟦⟪⎰⟮⌜⌞⦃", closings = U")]}⟩⌉⌋⟧⟫⎱⟯⌝⌟⦄!?";
constexpr std::u32string_view inner_signs = U"…⋯⋱";
constexpr std::u32string_view ordinary_operators = U"∀∁∂∃∄∅∆∇∏∐∑√∛∜∞∟∠∡∢∫∬∭∮";

bool holds(std::u32string_view set, char32_t c) { return set.find(c) != set.npos; }

/// Arrows and the block of mathematical operators, but for those that are something else.
bool is_relation(char32_t c) {
    const bool block = (c >= 0x2190 && c <= 0x22FF) || (c >= 0x27F0 && c <= 0x27FF) ||
                       (c >= 0x2900 && c <= 0x297F) || (c >= 0x2A66 && c <= 0x2AE0);
    const bool is_dots = c >= 0x22EE && c <= 0x22F1;
    return c == U'=' || c == U'<' || c == U'>' || c == U':' || c == U'⌣' || c == U'⌢' ||
           (block && !is_dots && c != U'¬' && !holds(ordinary_operators, c));
}

bool takes_operand_on_its_left(Class left) {
    return left == Class::ordinary || left == Class::closing || left == Class::inner;
}

bool ends_operand(Class right) {
    return right == Class::relation || right == Class::closing || right == Class::punctuation;
}

}  // namespace

Class class_of(std::string_view sign) {
    std::size_t at = 0;
    const char32_t c = sign.empty() ? U' ' : text::next_code_point(sign, at);
    if (holds(binaries, c)) return Class::binary;
    if (holds(openings, c)) return Class::opening;
    if (holds(closings, c)) return Class::closing;
    if (holds(inner_signs, c)) return Class::inner;
    if (c == U',' || c == U';') return Class::punctuation;
    return is_relation(c) ? Class::relation : Class::ordinary;
}

void resolve_binaries(std::vector<Class>& classes) {
    Class* binary = nullptr;
    Class left = Class::none;
    for (Class& one : classes) {
        if (one == Class::none) continue;
        if (one == Class::binary && !takes_operand_on_its_left(left)) one = Class::ordinary;
        if (binary != nullptr && ends_operand(one)) *binary = Class::ordinary;
        binary = one == Class::binary ? &one : nullptr;
        left = one;
    }
    if (binary != nullptr) *binary = Class::ordinary;
}

int space_between(Class left, Class right, doc::tex::StyleLevel level) {
    if (left == Class::none || right == Class::none) return 0;
    const int entry = table[static_cast<std::size_t>(left)][static_cast<std::size_t>(right)];
    const bool script = level >= doc::tex::StyleLevel::script;
    if (entry == 0 || (entry < 0 && script)) return 0;
    constexpr std::array spaces = {0, thin, medium, thick};
    return spaces[static_cast<std::size_t>(std::abs(entry))];
}

}  // namespace triptych::typeset::math
