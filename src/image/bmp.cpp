#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "image/raster.hpp"

namespace triptych::image {
namespace {

/// Reads outside of the file give 0.
class Bitmap {
public:
    explicit Bitmap(std::string_view bytes) : bytes_(bytes) {}

    std::uint32_t u8(std::size_t at) const {
        return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0U;
    }
    std::uint32_t u16(std::size_t at) const { return u8(at) | u8(at + 1) << 8; }
    std::uint32_t u32(std::size_t at) const { return u16(at) | u16(at + 2) << 16; }
    std::int32_t i32(std::size_t at) const { return static_cast<std::int32_t>(u32(at)); }
    std::size_t size() const { return bytes_.size(); }

private:
    std::string_view bytes_;
};

/// Where the bits of a channel are in a pixel.
struct Channel {
    std::uint32_t mask = 0;
    unsigned char of(std::uint32_t pixel) const {
        if (mask == 0) return 0;
        std::uint32_t most = mask, value = pixel & mask;
        while ((most & 1U) == 0) most >>= 1U, value >>= 1U;
        return static_cast<unsigned char>(std::uint64_t{value} * 255 / most);
    }
};

enum Compression : std::uint32_t { plain = 0, runs_of_8 = 1, runs_of_4 = 2, masks = 3 };

/// A file with the header of Windows 3 or a later one (BITMAPINFOHEADER).
class BitmapReader {
public:
    explicit BitmapReader(std::string_view file) : file_(file) {}

    std::optional<Raster> read() {
        const std::int32_t height = file_.i32(22);
        width_ = file_.u32(18);
        height_ = static_cast<std::uint32_t>(height < 0 ? -std::int64_t{height} : height);
        from_top_ = height < 0;
        bits_ = file_.u16(28);
        compression_ = file_.u32(30);
        if (file_.u32(14) < 40 || !is_reasonable(width_, height_) || !is_known())
            return std::nullopt;
        // A header alone must not make us allocate memory.
        if (std::uint64_t{width_} * height_ > std::uint64_t{file_.size()} * most_packed)
            return std::nullopt;
        samples_.assign(std::size_t{width_} * height_ * 4, 0xFF);
        if (bits_ <= 8) read_palette();
        const bool whole = compression_ == runs_of_8 || compression_ == runs_of_4 ? read_runs()
                           : bits_ <= 8                                           ? read_indices()
                                                                                  : read_colours();
        if (!whole) return std::nullopt;
        return raster_from_samples(samples_.data(), {width_, height_}, 4);
    }

private:
    /// Pixels that a byte of a file may stand for.
    static constexpr std::uint64_t most_packed = 1032;

    bool is_known() const {
        switch (compression_) {
            case plain:
                return bits_ == 1 || bits_ == 4 || bits_ == 8 || bits_ == 16 || bits_ == 24 ||
                       bits_ == 32;
            case runs_of_8:
                return bits_ == 8 && !from_top_;
            case runs_of_4:
                return bits_ == 4 && !from_top_;
            case masks:
                return bits_ == 16 || bits_ == 32;
            default:
                return false;
        }
    }

    std::size_t palette_begin() const { return 14 + std::size_t{file_.u32(14)}; }

    void read_palette() {
        for (std::size_t i = 0; i < palette_.size(); ++i)
            palette_[i] = file_.u32(palette_begin() + 4 * i);
    }

    unsigned char* pixel(std::uint32_t x, std::uint32_t row) {
        const std::uint32_t y = from_top_ ? row : height_ - 1 - row;
        return samples_.data() + (std::size_t{y} * width_ + x) * 4;
    }
    /// Palettes hold blue, green, red.
    void put_index(std::uint32_t x, std::uint32_t row, std::uint32_t index) {
        if (x >= width_ || row >= height_) return;
        unsigned char* to = pixel(x, row);
        for (const unsigned shift : {16U, 8U, 0U})
            *to++ = static_cast<unsigned char>(palette_[index & 0xFF] >> shift & 0xFF);
    }

    std::size_t row_size() const { return (std::size_t{width_} * bits_ + 31) / 32 * 4; }
    bool has_rows() const {
        const std::uint64_t begin = file_.u32(10);
        return begin + std::uint64_t{row_size()} * height_ <= file_.size();
    }

    bool read_indices() {
        if (!has_rows()) return false;
        const unsigned a_byte = 8 / bits_;
        for (std::uint32_t row = 0; row < height_; ++row)
            for (std::uint32_t x = 0; x < width_; ++x) {
                const std::uint32_t byte = file_.u8(file_.u32(10) + row * row_size() + x / a_byte);
                const unsigned shift = 8 - bits_ * (x % a_byte + 1);
                put_index(x, row, byte >> shift & ((1U << bits_) - 1));
            }
        return true;
    }

    bool read_colours() {
        if (!has_rows()) return false;
        std::array<Channel, 4> channels = {Channel{0xFF0000}, {0xFF00}, {0xFF}, {0}};
        if (bits_ == 16) channels = {Channel{0x7C00}, {0x3E0}, {0x1F}, {0}};
        if (compression_ == masks)
            for (std::size_t i = 0; i < 4; ++i)
                channels[i].mask = i < 3 || file_.u32(14) >= 56 ? file_.u32(54 + 4 * i) : 0;
        const std::size_t step = bits_ / 8;
        for (std::uint32_t row = 0; row < height_; ++row)
            for (std::uint32_t x = 0; x < width_; ++x) {
                const std::size_t at = file_.u32(10) + row * row_size() + x * step;
                const std::uint32_t value = step == 2   ? file_.u16(at)
                                            : step == 3 ? file_.u32(at) & 0xFFFFFF
                                                        : file_.u32(at);
                unsigned char* const to = pixel(x, row);
                for (std::size_t c = 0; c < 3; ++c) to[c] = channels[c].of(value);
                if (channels[3].mask != 0) to[3] = channels[3].of(value);
            }
        return true;
    }

    /// Runs of one colour or of two in turn, and stretches of plain indices; the rest is the first
    /// colour.
    bool read_runs() {
        for (std::uint32_t row = 0; row < height_; ++row)
            for (std::uint32_t x = 0; x < width_; ++x) put_index(x, row, 0);
        std::uint32_t x = 0, row = 0;
        for (std::size_t at = file_.u32(10); at + 1 < file_.size() && row < height_; at += 2) {
            const std::uint32_t count = file_.u8(at), value = file_.u8(at + 1);
            if (count > 0) {
                for (std::uint32_t i = 0; i < count; ++i) put_index(x++, row, nibble(value, i));
            } else if (value == 0) {
                x = 0;
                ++row;
            } else if (value == 1) {
                return true;
            } else if (value == 2) {
                x += file_.u8(at + 2);
                row += file_.u8(at + 3);
                at += 2;
            } else {
                const std::size_t bytes = bits_ == 8 ? value : (value + 1) / 2;
                for (std::uint32_t i = 0; i < value; ++i)
                    put_index(x++, row, nibble(file_.u8(at + 2 + (bits_ == 8 ? i : i / 2)), i));
                at += (bytes + 1) / 2 * 2;
            }
        }
        return true;
    }
    std::uint32_t nibble(std::uint32_t byte, std::uint32_t i) const {
        if (bits_ == 8) return byte;
        return i % 2 == 0 ? byte >> 4 : byte & 15;
    }

    Bitmap file_;
    std::uint32_t width_ = 0, height_ = 0, bits_ = 0, compression_ = 0;
    bool from_top_ = false;
    std::array<std::uint32_t, 256> palette_{};
    std::vector<unsigned char> samples_;
};

}  // namespace

std::optional<Raster> decode_bmp(std::string_view bytes) {
    return bytes.starts_with("BM") ? BitmapReader(bytes).read() : std::nullopt;
}

}  // namespace triptych::image
