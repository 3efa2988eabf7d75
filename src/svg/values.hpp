#pragma once

#include <optional>
#include <string_view>
#include <vector>

/// The forms of values in SVG, and what they say.
namespace triptych::svg {

/// Numbers beyond this are no coordinates of a picture.
inline constexpr double largest_number = 1e9;

/// A single word of letters, digits and hyphens.
bool is_word(std::string_view value);
/// Words with spaces between them.
bool is_words(std::string_view value);
bool is_hexadecimal(std::string_view value);
/// Numbers in bounds, with units or percent signs, between spaces, commas and slashes.
bool is_numbers(std::string_view value);
/// Commands and numbers of a path, or the points of a polygon.
bool is_path_data(std::string_view value);
/// A list of transformations (SVG 1.1 §7.6).
bool is_transform(std::string_view value);
/// What an element of a filter may be called.
bool is_name(std::string_view value);
bool is_aspect_ratio(std::string_view value);

/// All numbers in `value`, their units left out.
std::vector<double> numbers(std::string_view value);
/// The first number of `value`; nothing when it begins with none.
std::optional<double> number(std::string_view value);
/// A length in pixels of CSS, relative ones by the size of the font, or by `whole` for percent;
/// nothing for what is none.
struct Measure {
    double font_size = 16, whole = 0;
};
std::optional<double> length(std::string_view value, const Measure& measure);

/// Whether a value of CSS names something that is neither in the file nor part of the value.
bool leads_out(std::string_view css);

/// The beginning of `text` on one line, short enough for a message.
std::string quoted(std::string_view text);

}  // namespace triptych::svg
