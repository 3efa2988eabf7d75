#include "image/palette.hpp"

#include <array>
#include <cstddef>

namespace triptych::image {
namespace {

constexpr std::size_t most_colours = 256;

/// Colours by number, looked up in a table with open addressing that stays half empty.
class Palette {
public:
    /// The number of a colour; nothing when all numbers are taken.
    std::optional<std::uint8_t> number(std::uint32_t colour) {
        std::size_t at = (colour * 0x9E3779B1U) >> 23;
        while (slots_[at] != empty && slots_[at] >> 8 != colour) at = (at + 1) % slots_.size();
        if (slots_[at] == empty) {
            if (count_ == most_colours) return std::nullopt;
            slots_[at] = std::uint64_t{colour} << 8 | count_++;
            for (const unsigned shift : {16U, 8U, 0U})
                bytes_ += static_cast<char>(colour >> shift & 0xFF);
        }
        return static_cast<std::uint8_t>(slots_[at]);
    }
    std::size_t count() const { return count_; }
    const std::string& bytes() const { return bytes_; }

private:
    /// No entry has this value: a colour and its number take 32 bits.
    static constexpr std::uint64_t empty = UINT64_MAX;
    std::array<std::uint64_t, 2 * most_colours> slots_ = filled();
    std::size_t count_ = 0;
    std::string bytes_;

    static std::array<std::uint64_t, 2 * most_colours> filled() {
        std::array<std::uint64_t, 2 * most_colours> slots;
        slots.fill(empty);
        return slots;
    }
};

std::uint32_t byte(char c) { return static_cast<unsigned char>(c); }

std::optional<std::string> numbered(const Raster& raster, Palette& palette) {
    const std::size_t count = std::size_t{raster.width} * raster.height;
    std::string out(count, '\0');
    std::uint32_t last = UINT32_MAX;
    for (std::size_t i = 0; i < count; ++i) {
        const char* pixel = raster.pixels.data() + 3 * i;
        const std::uint32_t colour = byte(pixel[0]) << 16 | byte(pixel[1]) << 8 | byte(pixel[2]);
        if (colour == last) {
            out[i] = out[i - 1];
            continue;
        }
        const auto number = palette.number(colour);
        if (!number) return std::nullopt;
        out[i] = static_cast<char>(*number);
        last = colour;
    }
    return out;
}

std::uint8_t bits_for(std::size_t colours) {
    if (colours <= 2) return 1;
    if (colours <= 4) return 2;
    return colours <= 16 ? 4 : 8;
}

/// Rows begin on a byte; the leftmost pixel is in the high bits (ISO/IEC 15948 §7.2).
std::string packed(const std::string& numbers, std::size_t width, std::size_t row, unsigned bits) {
    std::string out(numbers.size() / width * row, '\0');
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const std::size_t y = i / width, bit = i % width * bits;
        char& target = out[y * row + bit / 8];
        target = static_cast<char>(byte(target) | byte(numbers[i]) << (8 - bits - bit % 8));
    }
    return out;
}

}  // namespace

std::optional<Indexed> indexed(const Raster& raster) {
    if (raster.channels != 3 || !raster.alpha.empty()) return std::nullopt;
    Palette palette;
    auto numbers = numbered(raster, palette);
    if (!numbers) return std::nullopt;
    Indexed out;
    out.bits = bits_for(palette.count());
    out.row = (std::size_t{raster.width} * out.bits + 7) / 8;
    out.palette = palette.bytes();
    out.rows =
        out.bits == 8 ? *std::move(numbers) : packed(*numbers, raster.width, out.row, out.bits);
    return out;
}

}  // namespace triptych::image
