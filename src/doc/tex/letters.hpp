#pragma once

/// The mathematical alphabets of Unicode.
namespace triptych::doc::tex {

/// The italic form of a letter in formulas (𝑥, 𝛼); what has none stays.
char32_t italic_letter(char32_t letter);

}  // namespace triptych::doc::tex
