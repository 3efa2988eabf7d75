#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "pages/pages.hpp"

namespace triptych::pdf {

/// Glyphs [begin, end) of a run that draw `text` together: a letter, a ligature, a letter and its
/// marks.
struct Cluster {
    std::size_t begin = 0, end = 0;
    std::string_view text;
};

/// Calls `take(Cluster)` for every cluster of `run`, in the order of its glyphs. Runs from right to
/// left have their text offsets falling.
template <typename Take>
void for_each_cluster(const pages::GlyphRun& run, Take take) {
    const auto& glyphs = run.glyphs;
    if (glyphs.empty()) return;
    const bool falling = run.right_to_left || glyphs.front().text > glyphs.back().text;
    std::size_t above = run.text.size();  // start of the cluster drawn before, when falling
    for (std::size_t begin = 0; begin < glyphs.size();) {
        const std::size_t from = std::min<std::size_t>(glyphs[begin].text, run.text.size());
        std::size_t end = begin + 1;
        while (end < glyphs.size() && glyphs[end].text == glyphs[begin].text) ++end;
        std::size_t to = above;
        if (!falling && end < glyphs.size()) to = glyphs[end].text;
        if (!falling && end == glyphs.size()) to = run.text.size();
        to = std::clamp(to, from, run.text.size());
        take(Cluster{begin, end, std::string_view(run.text).substr(from, to - from)});
        above = from;
        begin = end;
    }
}

/// How far the glyph stands from where the pen is.
inline Point offset_of(const pages::GlyphRun& run, std::size_t glyph) {
    const auto found = std::partition_point(
        run.offsets.begin(), run.offsets.end(),
        [&](const pages::GlyphOffset& offset) { return offset.glyph < glyph; });
    if (found == run.offsets.end() || found->glyph != glyph) return {};
    return {Length{found->x}, Length{found->y}};
}

}  // namespace triptych::pdf
