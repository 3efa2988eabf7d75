#pragma once

#include <cstdint>

#include "typeset/inline/shape.hpp"

namespace triptych::typeset {

/// Passes the glyphs of a word in step with its text, which spares looking each of them up. Offsets
/// are asked for in rising order.
class GlyphSteps {
public:
    GlyphSteps(const ShapedWord& word, bool rising)
        : word_(word), rising_(rising), count_(static_cast<std::uint32_t>(word.glyphs.size())) {}

    bool parts_at(std::uint32_t offset) {
        if (!rising_) return word_.parts_at(offset);
        pass(offset);
        return offset == 0 || (next_ < count_ && word_.glyphs[next_].text == offset);
    }
    /// The glyphs of the text from the end of the range before to `end`.
    ShapedWord::Range take(std::uint32_t begin, std::uint32_t end) {
        if (!rising_) return word_.glyph_range(begin, end);
        pass(end);
        const ShapedWord::Range range{taken_, next_};
        taken_ = next_;
        return range;
    }

private:
    void pass(std::uint32_t offset) {
        while (next_ < count_ && word_.glyphs[next_].text < offset) ++next_;
    }

    const ShapedWord& word_;
    bool rising_;
    std::uint32_t count_, next_ = 0, taken_ = 0;
};

}  // namespace triptych::typeset
