#include <algorithm>
#include <utility>

#include "typeset/inline/place.hpp"

namespace triptych::typeset {

namespace {

/// How far letters of full width reach over the base line, in thousandths of their size; that much
/// less than one they reach under it.
constexpr std::int64_t over_base = 880;

/// Room is left around the letters of a reading that is narrower than its words: one part at
/// either end, two between them (JLREQ, 3.3.6).
void spread(std::vector<pages::Item>& items, Length room) {
    std::size_t count = 0;
    for (pages::Item& item : items)
        if (auto* run = std::get_if<pages::GlyphRun>(&item.content)) count += run->glyphs.size();
    if (count == 0 || room <= Length{}) return;
    const Length share = room / static_cast<std::int64_t>(count);
    Length before = share / 2;
    for (pages::Item& item : items) {
        auto* run = std::get_if<pages::GlyphRun>(&item.content);
        if (run == nullptr) continue;
        item.at.x += before;
        for (pages::Glyph& glyph : run->glyphs) {
            glyph.advance += static_cast<std::int32_t>(share.units);
            before += share;
        }
    }
}

/// Kana and the like, which may be spaced out; letters that make words stay together.
bool is_spaced(const std::string& reading) {
    return !reading.empty() && static_cast<unsigned char>(reading.front()) >= 0xE3;
}

}  // namespace

/// Over the words, in their middle. What is wider than they are has been given room at their sides.
void LinePlacer::draw_reading(const Band& band) {
    const Look& look = text_.looks[band.look];
    Reading& reading = text_.readings[static_cast<std::size_t>(band.id)];
    if (reading.text.empty()) return;  // drawn over the first part of its words
    const Length size = reading.style.size;
    const Length rise =
        look.rise + look.size.scaled(over_base, 1000) + size.scaled(1000 - over_base, 1000);
    line_.ascent = std::max(line_.ascent, rise + size.scaled(over_base, 1000));
    if (context_.measuring) return;
    const std::string text = std::exchange(reading.text, {});
    reading.style.colour = look.colour;
    const std::string language = std::exchange(context_.language, look.language);
    Line line = set_line(text, reading.style, element(reading.element), context_);
    context_.language = language;
    const Length room = band.right - band.left - line.width;
    if (is_spaced(text)) spread(line.items, room);
    const Length left = is_spaced(text) && room > Length{} ? band.left : band.left + room / 2;
    for (pages::Item& item : line.items) {
        if (auto* run = std::get_if<pages::GlyphRun>(&item.content)) run->beside = true;
        item.at.x += left;
        item.at.y -= rise;
        line_.items.push_back(std::move(item));
    }
}

}  // namespace triptych::typeset
