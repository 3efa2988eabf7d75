#pragma once

#include <cstdint>

/// Margin kerning: how far punctuation may stand outside the measure, so that the edge looks even.
namespace triptych::typeset {

/// Share of the character's width that may hang, in thousandths; 0 for letters.
std::int64_t left_protrusion(char32_t character);
std::int64_t right_protrusion(char32_t character);

}  // namespace triptych::typeset
