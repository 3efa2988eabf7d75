#include "typeset/inline/bidi.hpp"

#include <algorithm>
#include <memory>
#include <numeric>
#include <string>

#include <unicode/ubidi.h>
#include <unicode/uchar.h>

#include "base/text.hpp"

namespace triptych::typeset {

namespace {

struct Close {
    void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

constexpr char16_t left_to_right_isolate = 0x2066, first_strong_isolate = 0x2068,
                   end_of_isolate = 0x2069;

/// UTF-16 with the byte offset of every unit and of the end. Signs of isolates have the offset of
/// what stands behind them.
struct Units {
    std::u16string text;
    std::vector<std::uint32_t> offsets;
    std::vector<bool> inserted;

    void add(char16_t unit, std::uint32_t offset, bool is_inserted = false) {
        text += unit;
        offsets.push_back(offset);
        inserted.push_back(is_inserted);
    }
};

Units to_units(std::string_view text, std::span<const Isolate> isolates) {
    Units units;
    units.text.reserve(text.size());
    std::size_t next = 0;
    bool inside = false;
    for (std::size_t at = 0; at <= text.size();) {
        const auto offset = static_cast<std::uint32_t>(at);
        if (inside && isolates[next].end <= at) {
            units.add(end_of_isolate, offset, true);
            inside = false;
            ++next;
        }
        if (!inside && next < isolates.size() && isolates[next].begin <= at && at < text.size()) {
            const bool to_right = isolates[next].direction == Isolate::Direction::to_right;
            units.add(to_right ? left_to_right_isolate : first_strong_isolate, offset, true);
            inside = true;
        }
        if (at == text.size()) break;
        const char32_t c = text::next_code_point(text, at);
        if (c > 0xFFFF) {
            units.add(static_cast<char16_t>(0xD7C0 + (c >> 10)), offset);
            units.add(static_cast<char16_t>(0xDC00 + (c & 0x3FF)), offset);
        } else {
            units.add(static_cast<char16_t>(c), offset);
        }
    }
    return units;
}

/// The signs of isolates part what stands beside each other, and are not drawn: what reads as the
/// paragraph does has the paragraph's own level, so as not to join what reads the other way.
void lower_isolates(const Units& units, UBiDiLevel base, std::vector<UBiDiLevel>& levels) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        if (!units.inserted[i]) continue;
        const bool ends = units.text[i] == end_of_isolate;
        const auto from = levels.begin() + static_cast<std::ptrdiff_t>(begin);
        const auto to = levels.begin() + static_cast<std::ptrdiff_t>(i);
        if (ends && from < to && *std::min_element(from, to) >= base + 2)
            std::for_each(from, to, [](UBiDiLevel& level) { level -= 2; });
        begin = i + 1;
    }
}

}  // namespace

std::vector<LevelRun> level_runs(std::string_view text, ParagraphDirection direction,
                                 std::span<const Isolate> isolates) {
    const bool to_left = direction == ParagraphDirection::to_left;
    const std::vector<LevelRun> plain = {
        {0, static_cast<std::uint32_t>(text.size()), static_cast<std::uint8_t>(to_left ? 1 : 0)}};
    const Units units = to_units(text, isolates);
    const std::unique_ptr<UBiDi, Close> bidi(ubidi_open());
    UErrorCode status = U_ZERO_ERROR;
    ubidi_setPara(bidi.get(), units.text.data(), static_cast<std::int32_t>(units.text.size()),
                  plain.front().level, nullptr, &status);
    if (U_FAILURE(status) || units.text.empty()) return plain;
    const UBiDiLevel* given = ubidi_getLevels(bidi.get(), &status);
    if (U_FAILURE(status)) return plain;
    std::vector<UBiDiLevel> levels(given, given + units.text.size());
    lower_isolates(units, plain.front().level, levels);
    std::vector<LevelRun> runs;
    for (std::size_t i = 0; i < units.text.size(); ++i) {
        if (units.inserted[i]) continue;
        if (!runs.empty() && runs.back().level == levels[i]) continue;
        if (!runs.empty()) runs.back().end = units.offsets[i];
        runs.push_back({units.offsets[i], 0, levels[i]});
    }
    if (runs.empty()) return plain;
    runs.back().end = static_cast<std::uint32_t>(text.size());
    return runs;
}

bool letters_join(std::string_view text, std::size_t at) {
    const auto type = [](char32_t c) {
        return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_JOINING_TYPE);
    };
    if (at == 0 || at >= text.size()) return false;
    std::size_t behind = at;
    const int next = type(text::next_code_point(text, behind));
    if (next != U_JT_DUAL_JOINING && next != U_JT_RIGHT_JOINING && next != U_JT_JOIN_CAUSING)
        return false;
    for (std::size_t before = at; before > 0;) {
        before = text::start_of_character(text, before - 1);
        std::size_t read = before;
        const int last = type(text::next_code_point(text, read));
        if (last == U_JT_TRANSPARENT) continue;
        return last == U_JT_DUAL_JOINING || last == U_JT_LEFT_JOINING || last == U_JT_JOIN_CAUSING;
    }
    return false;
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
