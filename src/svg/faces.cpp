#include "svg/faces.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <unicode/ubidi.h>

#include "base/text.hpp"
#include "svg/values.hpp"

namespace triptych::svg {
namespace {

template <std::size_t size>
bool names_any(std::string_view written, const std::array<std::string_view, size>& names) {
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
        return written.find(name) != std::string_view::npos;
    });
}

struct FreeBidi {
    void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

/// UTF-16 and, for each of its units and its end, the byte offset in `text`.
std::pair<std::u16string, std::vector<std::size_t>> wide(std::string_view text) {
    std::pair<std::u16string, std::vector<std::size_t>> out;
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = at;
        const char32_t c = text::next_code_point(text, at);
        const auto add = [&](char32_t unit) {
            out.first += static_cast<char16_t>(unit);
            out.second.push_back(begin);
        };
        if (c >= 0x10000) add(0xD7C0 + (c >> 10));
        add(c >= 0x10000 ? 0xDC00 + (c & 0x3FF) : c);
    }
    out.second.push_back(text.size());
    return out;
}

struct Stretch {
    std::size_t begin = 0, end = 0;
    font::Direction direction{};
};

/// Stretches of one direction, as they stand from left to right (UAX 9).
std::vector<Stretch> visual_stretches(std::string_view text, bool right_to_left) {
    const bool simple = std::all_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0xD6;  // below the Hebrew block
    });
    if (simple) return {{0, text.size(), font::Direction::left_to_right}};
    const auto [units, offsets] = wide(text);
    const std::unique_ptr<UBiDi, FreeBidi> bidi(ubidi_open());
    UErrorCode error = U_ZERO_ERROR;
    ubidi_setPara(bidi.get(), units.data(), static_cast<std::int32_t>(units.size()),
                  right_to_left ? UBIDI_RTL : UBIDI_LTR, nullptr, &error);
    std::vector<Stretch> out;
    const auto count = ubidi_countRuns(bidi.get(), &error);
    for (std::int32_t i = 0; U_SUCCESS(error) && i < count; ++i) {
        std::int32_t start = 0, length = 0;
        const bool leftwards = ubidi_getVisualRun(bidi.get(), i, &start, &length) == UBIDI_RTL;
        out.push_back(
            {offsets[static_cast<std::size_t>(start)],
             offsets[static_cast<std::size_t>(start + length)],
             leftwards ? font::Direction::right_to_left : font::Direction::left_to_right});
    }
    return out;
}

/// Text is shaped at the size of the font's own units, so that no rounding can be seen.
constexpr double shaping_size = 1000;

}  // namespace

const std::string& family_for(std::string_view written, const Setting& setting) {
    static constexpr std::array<std::string_view, 8> fixed = {
        "mono", "courier", "consol", "menlo", "code", "typewriter", "fixed", "terminal"};
    static constexpr std::array<std::string_view, 9> serifs = {
        "times", "georgia", "garamond", "palatino", "cambria", "roman", "minion", "book", "cmr"};
    // Excalidraw's own fonts first: no reader has them.
    static constexpr std::array<std::string_view, 11> hands = {
        "virgil", "excalifont", "hand",        "cursive",    "comic", "segoe print",
        "caveat", "kalam",      "marker felt", "chalkboard", "xkcd"};
    const auto lower = text::lower_case(written);
    if (!setting.hand.empty() && names_any(lower, hands)) return setting.hand;
    if (names_any(lower, fixed)) return setting.mono;
    const auto plain = text::replace_all(lower, "sans-serif", "");
    if (plain.find("serif") != std::string::npos || names_any(plain, serifs)) return setting.serif;
    return setting.sans;
}

int weight_of(std::string_view written, int outer) {
    if (written == "bold") return 700;
    if (written == "normal") return 400;
    if (written == "bolder") return std::min(900, std::max(outer + 300, 400));
    if (written == "lighter") return std::max(100, outer - 300);
    const auto value = number(written);
    return value && *value >= 1 && *value <= 1000 ? static_cast<int>(*value) : outer;
}

double size_of(std::string_view written, double outer) {
    static constexpr std::array<std::pair<std::string_view, double>, 7> names = {
        {{"xx-small", 9},
         {"x-small", 10},
         {"small", 13},
         {"medium", 16},
         {"large", 18},
         {"x-large", 24},
         {"xx-large", 32}}};
    for (const auto& [name, size] : names)
        if (written == name) return size;
    if (written == "smaller") return outer / 1.2;
    if (written == "larger") return outer * 1.2;
    const auto size = length(written, {outer, outer});
    return size && *size >= 0 ? *size : outer;
}

std::vector<PlacedGlyph> shape(std::string_view text, const TextStyle& style,
                               const Setting& setting, std::string& missing) {
    std::vector<PlacedGlyph> out;
    if (!setting.fonts || text.empty()) return out;
    const auto preferred =
        setting.fonts->find(family_for(style.family, setting), style.weight, style.italic);
    const double scale = style.size / shaping_size;
    for (const auto& stretch : visual_stretches(text, style.right_to_left)) {
        const auto part = text.substr(stretch.begin, stretch.end - stretch.begin);
        auto runs = setting.fonts->itemize(part, preferred);
        if (stretch.direction == font::Direction::right_to_left)
            std::reverse(runs.begin(), runs.end());
        for (const auto& run : runs) {
            const auto words = part.substr(run.begin, run.end - run.begin);
            if (run.missing) missing += words;
            for (const auto& glyph : setting.fonts->shape({words,
                                                           run.face,
                                                           Length::points(shaping_size),
                                                           setting.language,
                                                           stretch.direction,
                                                           {}}))
                out.push_back({run.face, glyph.id, stretch.begin + run.begin + glyph.cluster,
                               glyph.advance.in_points() * scale,
                               glyph.x_offset.in_points() * scale,
                               glyph.y_offset.in_points() * scale});
        }
    }
    return out;
}

double width_of(std::string_view text, const TextStyle& style, const Setting& setting) {
    if (!setting.fonts) return static_cast<double>(text.size()) * style.size * 0.55;
    std::string missing;
    double width = 0;
    for (const auto& glyph : shape(text, style, setting, missing)) width += glyph.advance;
    return width;
}

}  // namespace triptych::svg
