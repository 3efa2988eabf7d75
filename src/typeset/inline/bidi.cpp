#include "typeset/inline/bidi.hpp"

#include <algorithm>
#include <memory>
#include <numeric>
#include <string>

#include <unicode/ubidi.h>

#include "base/text.hpp"

namespace triptych::typeset {

namespace {

struct Close {
    void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

/// UTF-16 with the byte offset of every unit and of the end.
struct Units {
    std::u16string text;
    std::vector<std::uint32_t> offsets;
};

Units to_units(std::string_view text) {
    Units units;
    units.text.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto offset = static_cast<std::uint32_t>(at);
        const char32_t c = text::next_code_point(text, at);
        if (c > 0xFFFF) {
            units.text += static_cast<char16_t>(0xD7C0 + (c >> 10));
            units.text += static_cast<char16_t>(0xDC00 + (c & 0x3FF));
            units.offsets.push_back(offset);
        } else {
            units.text += static_cast<char16_t>(c);
        }
        units.offsets.push_back(offset);
    }
    units.offsets.push_back(static_cast<std::uint32_t>(text.size()));
    return units;
}

}  // namespace

std::vector<LevelRun> level_runs(std::string_view text) {
    const auto size = static_cast<std::uint32_t>(text.size());
    const std::vector<LevelRun> plain = {{0, size, 0}};
    const Units units = to_units(text);
    const std::unique_ptr<UBiDi, Close> bidi(ubidi_open());
    UErrorCode status = U_ZERO_ERROR;
    ubidi_setPara(bidi.get(), units.text.data(), static_cast<std::int32_t>(units.text.size()),
                  UBIDI_DEFAULT_LTR, nullptr, &status);
    if (U_FAILURE(status)) return plain;
    std::vector<LevelRun> runs;
    const auto end = static_cast<std::int32_t>(units.text.size());
    for (std::int32_t at = 0; at < end;) {
        std::int32_t limit = end;
        UBiDiLevel level = 0;
        ubidi_getLogicalRun(bidi.get(), at, &limit, &level);
        if (limit <= at) return plain;
        runs.push_back({units.offsets[static_cast<std::size_t>(at)],
                        units.offsets[static_cast<std::size_t>(limit)], level});
        at = limit;
    }
    return runs.empty() ? plain : runs;
}

bool starts_right_to_left(std::string_view text) {
    const std::u16string units = to_units(text).text;
    return ubidi_getBaseDirection(units.data(), static_cast<std::int32_t>(units.size())) ==
           UBIDI_RTL;
}

std::vector<std::uint32_t> visual_order(std::span<const std::uint8_t> levels) {
    std::vector<std::uint32_t> order(levels.size());
    std::iota(order.begin(), order.end(), 0U);
    if (levels.empty()) return order;
    const std::uint8_t highest = *std::max_element(levels.begin(), levels.end());
    for (std::uint8_t level = highest; level > 0; --level) {
        for (std::size_t i = 0; i < levels.size();) {
            if (levels[i] < level) {
                ++i;
                continue;
            }
            std::size_t end = i;
            while (end < levels.size() && levels[end] >= level) ++end;
            std::reverse(order.begin() + static_cast<std::ptrdiff_t>(i),
                         order.begin() + static_cast<std::ptrdiff_t>(end));
            i = end;
        }
    }
    return order;
}

}  // namespace triptych::typeset
