#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "svg/clean.hpp"

namespace triptych::svg {

/// How a stretch of text in a drawing is set; sizes in its own units.
struct TextStyle {
    std::string family;  ///< as the author wrote it
    double size = 16;
    int weight = 400;
    bool italic = false;
    bool right_to_left = false;  ///< what `direction` says of the text as a whole
};

/// The family of the layout that is nearest in kind to what the author asked for.
const std::string& family_for(std::string_view written, const Setting& setting);
/// `normal`, `bold`, `bolder`, `lighter` or a number, under a text of weight `outer`.
int weight_of(std::string_view written, int outer);
/// `font-size` in units of the drawing, under a text of size `outer`.
double size_of(std::string_view written, double outer);

struct PlacedGlyph {
    FaceId face{};
    std::uint16_t id = 0;
    std::size_t cluster = 0;           ///< byte offset in the text
    double advance = 0, x = 0, y = 0;  ///< x and y: moved by so much, y down
};
/// The glyphs of a text in one direction, from left to right. `missing` takes what no face has.
std::vector<PlacedGlyph> shape(std::string_view text, const TextStyle& style,
                               const Setting& setting, std::string& missing);
/// Its width; estimated where there are no faces.
double width_of(std::string_view text, const TextStyle& style, const Setting& setting);

}  // namespace triptych::svg
