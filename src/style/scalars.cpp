#include "style/scalars.hpp"

#include <charconv>
#include <cmath>
#include <cstdlib>

#include "base/text.hpp"

namespace triptych::style {
namespace {

/// Far more than any page; keeps arithmetic on lengths from overflowing.
constexpr double greatest_points = 20'000;
constexpr int greatest_number = 10'000;

/// The number in front of `text`, which is cut off.
template <typename Number>
std::optional<Number> take_number(std::string_view& text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{}) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

std::optional<double> points_of(std::string_view unit, const Scale& scale) {
    if (unit == "pt") return 1.0;
    if (unit == "mm") return 72 / 25.4;
    if (unit == "cm") return 720 / 25.4;
    if (unit == "in") return 72.0;
    if (unit == "em") return scale.em.in_points();
    if (unit == "line") return scale.line.in_points();
    return std::nullopt;
}

std::optional<Length> parse_length(std::string_view text, const Scale& scale) {
    const auto number = take_number<double>(text);
    if (!number || !std::isfinite(*number)) return std::nullopt;
    const std::string_view unit = text::trim(text);
    if (unit.empty() && *number == 0) return Length{};
    const auto factor = points_of(unit, scale);
    if (!factor || std::abs(*number * *factor) > greatest_points) return std::nullopt;
    return Length::points(*number * *factor);
}

std::optional<Colour> parse_hex(std::string_view digits) {
    std::uint32_t number = 0;
    const char* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, number, 16);
    if (digits.size() != 6 || error != std::errc{} || stop != end) return std::nullopt;
    return Colour{static_cast<std::uint8_t>(number >> 16), static_cast<std::uint8_t>(number >> 8),
                  static_cast<std::uint8_t>(number)};
}

/// "3-12" or "3".
std::optional<std::pair<int, int>> parse_columns(std::string_view text) {
    const auto first = take_number<int>(text);
    if (!first) return std::nullopt;
    if (text.empty()) return std::pair{*first, *first};
    if (text[0] != '-') return std::nullopt;
    text.remove_prefix(1);
    const auto last = take_number<int>(text);
    if (!last || !text.empty()) return std::nullopt;
    return std::pair{*first, *last};
}

/// The first word of `text`, which is cut off with the spaces behind it.
std::string_view take_word(std::string_view& text) {
    const std::size_t space = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, space);
    text = text::trim(text.substr(space));
    return word;
}

}  // namespace

std::pair<Length, Length> Grid::span(int first, int last) const {
    const Length step = (width + gutter) / columns;
    return {left + step * (first - 1), step * (last - first + 1) - gutter};
}

std::optional<Length> Form<Length>::read(const Value& value, const Scale& scale) {
    return parse_length(value.scalar, scale);
}

std::optional<Colour> Form<Colour>::read(const Value& value, const Scale& scale) {
    if (value.scalar.starts_with('#')) return parse_hex(std::string_view(value.scalar).substr(1));
    const auto named = scale.palette->find(value.scalar);
    if (named == scale.palette->end()) return std::nullopt;
    return named->second;
}

std::optional<std::optional<Colour>> Form<std::optional<Colour>>::read(const Value& value,
                                                                       const Scale& scale) {
    if (value.scalar == "none") return std::optional<Colour>{};
    const auto colour = Form<Colour>::read(value, scale);
    if (!colour) return std::nullopt;
    return colour;
}

std::optional<bool> Form<bool>::read(const Value& value, const Scale&) {
    if (value.scalar == "yes" || value.scalar == "true") return true;
    if (value.scalar == "no" || value.scalar == "false") return false;
    return std::nullopt;
}

std::optional<int> Form<int>::read(const Value& value, const Scale&) {
    std::string_view text = value.scalar;
    const auto number = take_number<int>(text);
    const bool sensible = number && std::abs(*number) <= greatest_number;
    return sensible && text.empty() ? number : std::nullopt;
}

std::optional<std::string> Form<std::string>::read(const Value& value, const Scale&) {
    if (value.form != Value::Form::scalar || value.scalar.empty()) return std::nullopt;
    return value.scalar;
}

std::optional<Size> Form<Size>::read(const Value& value, const Scale& scale) {
    if (value.scalar == "A4") return Size{Length::millimetres(210), Length::millimetres(297)};
    if (value.scalar == "A5") return Size{Length::millimetres(148), Length::millimetres(210)};
    if (value.scalar == "16:9") return Size{Length::points(960), Length::points(540)};
    if (value.items.size() != 2) return std::nullopt;
    const auto width = Form<Length>::read(value.items[0], scale);
    const auto height = Form<Length>::read(value.items[1], scale);
    if (!width || !height || *width <= Length{} || *height <= Length{}) return std::nullopt;
    return Size{*width, *height};
}

std::optional<Rect> Form<Rect>::read(const Value& value, const Scale& scale) {
    if (value.items.size() != 3) return std::nullopt;
    const auto columns = parse_columns(value.items[0].scalar);
    const auto top = Form<Length>::read(value.items[1], scale);
    const auto height = Form<Length>::read(value.items[2], scale);
    if (!columns || !top || !height || *height < Length{}) return std::nullopt;
    const auto [first, last] = *columns;
    if (first < 1 || last < first || last > scale.grid.columns) return std::nullopt;
    const auto [left, width] = scale.grid.span(first, last);
    return Rect{{left, *top}, {width, *height}};
}

std::optional<FontFile> Form<FontFile>::read(const Value& value, const Scale&) {
    std::string_view text = value.scalar;
    std::string_view weight = take_word(text);
    FontFile file;
    const auto number = take_number<int>(weight);
    if (!number || !weight.empty() || *number < 1 || *number > 1000) return std::nullopt;
    file.weight = *number;
    if (text.starts_with("italic ")) {
        take_word(text);
        file.italic = true;
    }
    file.path = text;
    if (file.path.empty()) return std::nullopt;
    return file;
}

}  // namespace triptych::style
