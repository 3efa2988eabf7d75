#pragma once

#include <compare>
#include <cstdint>

namespace triptych {

/// A distance in 1/65536 point (1 pt = 1/72 in). Integer, so that layout is the same on every
/// machine.
struct Length {
    std::int64_t units = 0;

    __extension__ typedef __int128 Wide;  ///< for products of two lengths
    static constexpr std::int64_t per_point = 65536;
    static constexpr Length points(double value) {
        return {static_cast<std::int64_t>(value * per_point + (value < 0 ? -0.5 : 0.5))};
    }
    static constexpr Length millimetres(double value) { return points(value * 72.0 / 25.4); }
    constexpr double in_points() const { return static_cast<double>(units) / per_point; }

    friend constexpr auto operator<=>(Length, Length) = default;
    friend constexpr Length operator+(Length a, Length b) { return {a.units + b.units}; }
    friend constexpr Length operator-(Length a, Length b) { return {a.units - b.units}; }
    friend constexpr Length operator-(Length a) { return {-a.units}; }
    friend constexpr Length operator*(Length a, std::int64_t factor) { return {a.units * factor}; }
    friend constexpr Length operator/(Length a, std::int64_t divisor) {
        return {a.units / divisor};
    }
    constexpr Length& operator+=(Length b) {
        units += b.units;
        return *this;
    }
    constexpr Length& operator-=(Length b) {
        units -= b.units;
        return *this;
    }
    /// `this × numerator / denominator`, exact in 128 bits, rounded toward zero.
    constexpr Length scaled(std::int64_t numerator, std::int64_t denominator) const {
        std::int64_t product = 0;
        if (!__builtin_mul_overflow(units, numerator, &product)) return {product / denominator};
        return {static_cast<std::int64_t>(static_cast<Wide>(units) * numerator / denominator)};
    }
};

/// A share of a length, in parts of 2^-20: what authors and layouts write as decimals and percents,
/// as an integer for the same reason.
struct Share {
    std::int64_t parts = 0;

    static constexpr std::int64_t parts_of_whole = 1 << 20;
    static constexpr Share whole() { return {parts_of_whole}; }
    static constexpr Share percent(std::int64_t number) { return {parts_of_whole * number / 100}; }
    /// The nearest to `value`, which is below a thousand.
    static constexpr Share fraction(double value) {
        return {static_cast<std::int64_t>(value * parts_of_whole + 0.5)};
    }
    /// `part` as a share of `all`; of nothing, it is the whole times its own number of units.
    static constexpr Share ratio(Length part, Length all) {
        return {Length{parts_of_whole}.scaled(part.units, all.units > 0 ? all.units : 1).units};
    }
    constexpr Length of(Length whole) const { return whole.scaled(parts, parts_of_whole); }

    friend constexpr auto operator<=>(Share, Share) = default;
};

struct Size {
    Length width, height;
    friend constexpr bool operator==(Size, Size) = default;
};

/// x to the right, y down, from the top left corner of the page or box.
struct Point {
    Length x, y;
    friend constexpr bool operator==(Point, Point) = default;
    friend constexpr Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
};

struct Rect {
    Point at;
    Size size;
    friend constexpr bool operator==(Rect, Rect) = default;
};

namespace literals {
constexpr Length operator""_pt(long double value) {
    return Length::points(static_cast<double>(value));
}
constexpr Length operator""_pt(unsigned long long value) {
    return Length::points(static_cast<double>(value));
}
constexpr Length operator""_mm(long double value) {
    return Length::millimetres(static_cast<double>(value));
}
constexpr Length operator""_mm(unsigned long long value) {
    return Length::millimetres(static_cast<double>(value));
}
}  // namespace literals

}  // namespace triptych
