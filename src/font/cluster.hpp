#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// What must be drawn by one face, inside the room only.
namespace triptych::font {

/// How a cluster wants to look (UTS 51 §1.4).
enum class Presentation : std::uint8_t { text, emoji };

/// A grapheme cluster: a base with its marks, or an emoji sequence, flag or keycap.
struct Cluster {
    std::size_t begin = 0, end = 0;  ///< byte offsets
    char32_t base = 0;
    std::size_t code_points = 0;
    Presentation presentation{};
};

/// The cluster that starts at `at`, which must lie before the end of `text`. Follows UAX 29 rules
/// GB9, GB9a, GB11 and GB12; of no interest here are those that only part what one face draws
/// anyway (Hangul, prepended signs).
Cluster next_cluster(std::string_view text, std::size_t at);

/// Asks for the emoji before it as text.
inline constexpr char32_t text_selector = 0xFE0E;
bool is_skin_tone(char32_t code_point);
/// White space, which any face can draw.
bool is_space(char32_t code_point);
/// Nothing to see unless a face does something special with it: joiners, variation selectors,
/// controls (UAX 44, Default_Ignorable_Code_Point).
bool is_ignorable(char32_t code_point);

}  // namespace triptych::font
