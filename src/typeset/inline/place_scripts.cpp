#include <algorithm>
#include <utility>

#include <unicode/uchar.h>

#include "typeset/inline/east_asian.hpp"
#include "typeset/inline/opportunities.hpp"
#include "typeset/inline/place.hpp"

namespace triptych::typeset {

namespace {

/// Around the place of its item.
pages::Path circle(Length radius) {
    const Length r = radius, k = radius.scaled(5523, 10'000);  // as near to a circle as curves come
    pages::Path path;
    path.segments = {pages::MoveTo{{r, {}}},
                     pages::CurveTo{{r, k}, {k, r}, {{}, r}},
                     pages::CurveTo{{-k, r}, {-r, k}, {-r, {}}},
                     pages::CurveTo{{-r, -k}, {-k, -r}, {{}, -r}},
                     pages::CurveTo{{k, -r}, {r, -k}, {r, {}}},
                     pages::ClosePath{}};
    return path;
}

}  // namespace

void LinePlacer::grow_to_ink(const Fragment& fragment) {
    const Look& look = text_.looks[fragment.look];
    for (const FacePart& part : fragment.word->parts) {
        if (!part.connected) continue;
        const int units = context_.resources.fonts.metrics(part.face).units_per_em;
        line_.ascent = std::max(line_.ascent, look.size.scaled(part.above, units) + look.rise);
        line_.descent = std::max(line_.descent, look.size.scaled(part.below, units) - look.rise);
    }
}

/// Over Japanese, under Chinese (W3C, "Requirements for Chinese Text Layout", 3.3.4).
void LinePlacer::draw_dots(const Fragment& fragment) {
    const Look& look = text_.looks[fragment.look];
    const bool over = font::han_form(look.language) == font::HanForm::japanese;
    const Length y = over ? -look.size.scaled(98, 100) : look.size.scaled(25, 100);
    Length x = fragment.x;
    for (std::uint32_t i = fragment.glyphs.begin; i < fragment.glyphs.end; ++i) {
        const pages::Glyph& glyph = fragment.word->glyphs[i];
        const Length advance{stretched(glyph.advance, fragment.stretch)};
        const char32_t c = code_point_at(text_.text, fragment.word_begin + glyph.text);
        if (is_ideographic(c) && u_isalpha(static_cast<UChar32>(c)) && advance > Length{}) {
            pages::Path dot = circle(look.size.scaled(7, 100));
            dot.fill = look.colour;
            pages::Item& item = line_.items.emplace_back();
            item.at = {x + advance / 2, y - look.rise};
            item.content = std::move(dot);
        }
        x += advance;
    }
}

}  // namespace triptych::typeset
