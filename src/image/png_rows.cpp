#include "image/png_rows.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <vector>

namespace triptych::image {
namespace {

using Byte = std::uint8_t;
using Row = std::vector<Byte>;

/// The filter "average" is left out: it costs time and hardly ever makes a file smaller.
enum Filter : Byte { none = 0, sub = 1, up = 2, paeth = 4 };
constexpr std::array filters = {none, sub, up, paeth};

/// A row, and the neighbours that filters predict it from: the bytes to the left, above, and above
/// to the left. Bytes outside the picture are 0.
struct Neighbours {
    const Byte *here, *left, *above, *corner;
};

/// The neighbour nearest to left + above − corner (§9.4). All sums are of 16 bits, so that
/// compilers work on eight bytes at once.
Byte predicted(Byte left, Byte above, Byte corner) {
    const auto distance = [](int a, int b) { return static_cast<std::int16_t>(std::abs(a - b)); };
    const std::int16_t to_left = distance(above, corner), to_above = distance(left, corner);
    const std::int16_t to_corner = distance(left + above, 2 * corner);
    const Byte upper = to_above <= to_corner ? above : corner;
    return to_left <= to_above && to_left <= to_corner ? left : upper;
}

void apply(Filter filter, const Neighbours& row, std::size_t size, Byte* out) {
    switch (filter) {
        case none:
            std::copy_n(row.here, size, out);
            break;
        case sub:
            for (std::size_t i = 0; i < size; ++i)
                out[i] = static_cast<Byte>(row.here[i] - row.left[i]);
            break;
        case up:
            for (std::size_t i = 0; i < size; ++i)
                out[i] = static_cast<Byte>(row.here[i] - row.above[i]);
            break;
        case paeth:
            for (std::size_t i = 0; i < size; ++i)
                out[i] = static_cast<Byte>(row.here[i] -
                                           predicted(row.left[i], row.above[i], row.corner[i]));
            break;
    }
}

/// The sum of the absolute values of the bytes, read as signed numbers.
std::uint32_t cost(const Row& row) {
    std::uint32_t sum = 0;
    for (const Byte byte : row) sum += std::min<Byte>(byte, static_cast<Byte>(256 - byte));
    return sum;
}

}  // namespace

std::string filtered_rows(std::string_view samples, std::size_t row, std::size_t pixel) {
    const std::size_t height = samples.size() / row;
    std::string out(height * (row + 1), '\0');
    // In front of each row stands a pixel of zeros, to be its left neighbour.
    Row above(pixel + row), here(pixel + row), best(row), trial(row);
    for (std::size_t y = 0; y < height; ++y) {
        std::copy_n(samples.data() + y * row, row, reinterpret_cast<char*>(here.data() + pixel));
        const Neighbours neighbours{here.data() + pixel, here.data(), above.data() + pixel,
                                    above.data()};
        std::uint32_t least = UINT32_MAX;
        char* target = out.data() + y * (row + 1);
        for (const Filter filter : filters) {
            apply(filter, neighbours, row, trial.data());
            const std::uint32_t sum = cost(trial);
            if (sum >= least) continue;
            least = sum;
            *target = static_cast<char>(filter);
            std::swap(best, trial);
        }
        std::copy(best.begin(), best.end(), target + 1);
        std::swap(above, here);
    }
    return out;
}

std::string plain_rows(std::string_view samples, std::size_t row) {
    std::string out;
    out.reserve(samples.size() + samples.size() / row);
    for (; !samples.empty(); samples.remove_prefix(row)) {
        out += '\0';
        out += samples.substr(0, row);
    }
    return out;
}

}  // namespace triptych::image
