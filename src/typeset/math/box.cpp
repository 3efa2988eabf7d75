#include "typeset/math/box.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace triptych::typeset::math {
namespace {

/// `pages::GlyphRun::text` holds at most 65,535 bytes.
constexpr std::size_t longest_run = 60'000;

std::int32_t scaled_units(std::int32_t value, std::int64_t numerator, std::int64_t denominator) {
    return static_cast<std::int32_t>(Length{value}.scaled(numerator, denominator).units);
}

Length advance_of(const pages::GlyphRun& run) {
    Length sum;
    for (const pages::Glyph& glyph : run.glyphs) sum += Length{glyph.advance};
    return sum;
}

void join(pages::GlyphRun& run, const pages::GlyphRun& next) {
    const auto glyphs = static_cast<std::uint32_t>(run.glyphs.size());
    const std::size_t text = run.text.size();
    run.text += next.text;
    for (pages::Glyph glyph : next.glyphs) {
        glyph.text = static_cast<std::uint16_t>(glyph.text + text);
        run.glyphs.push_back(glyph);
    }
    for (pages::GlyphOffset offset : next.offsets) {
        offset.glyph += glyphs;
        run.offsets.push_back(offset);
    }
}

pages::Path filled(Size size, Colour colour) {
    pages::Path path;
    path.segments = {pages::MoveTo{{}}, pages::LineTo{{size.width, {}}},
                     pages::LineTo{{size.width, size.height}}, pages::LineTo{{{}, size.height}},
                     pages::ClosePath{}};
    path.fill = colour;
    return path;
}

pages::Path drawn_line(const Stroke& stroke, Colour colour) {
    pages::Path path;
    path.segments = {pages::MoveTo{{}}, pages::LineTo{stroke.to}};
    path.stroke = colour;
    path.line_width = stroke.thickness;
    return path;
}

/// Makes items of ink; a run that starts where the one before ends is joined to it, with the space
/// between them.
class Drawer {
public:
    Drawer(Colour colour, pages::ElementId element, std::vector<pages::Item>& items)
        : colour_(colour), element_(element), items_(items) {}

    void add(Ink ink, Point at) {
        const Point place = ink.at + at;
        const Colour colour = ink.colour.value_or(colour_);
        if (auto* run = std::get_if<pages::GlyphRun>(&ink.content))
            return add_run(std::move(*run), place, colour);
        last_ = nullptr;
        const auto* size = std::get_if<Size>(&ink.content);
        items_.push_back(
            {place, element_,
             size ? filled(*size, colour) : drawn_line(std::get<Stroke>(ink.content), colour)});
    }

private:
    void add_run(pages::GlyphRun run, Point at, Colour colour) {
        const Length width = advance_of(run);
        run.colour = colour;
        if (last_ != nullptr && continues(run, at)) {
            last_->glyphs.back().advance += static_cast<std::int32_t>((at.x - end_.x).units);
            join(*last_, run);
        } else {
            items_.push_back({at, element_, std::move(run)});
            last_ = &std::get<pages::GlyphRun>(items_.back().content);
        }
        end_ = {at.x + width, at.y};
    }
    bool continues(const pages::GlyphRun& run, Point at) const {
        return last_->face == run.face && last_->size == run.size && last_->colour == run.colour &&
               at.y == end_.y && at.x >= end_.x &&
               last_->text.size() + run.text.size() < longest_run;
    }

    Colour colour_;
    pages::ElementId element_;
    std::vector<pages::Item>& items_;
    pages::GlyphRun* last_ = nullptr;
    Point end_;
};

}  // namespace

void put(Box& box, Box part, Point at) {
    box.height = std::max(box.height, part.height - at.y);
    box.depth = std::max(box.depth, part.depth + at.y);
    for (Ink& ink : part.ink) ink.at = ink.at + at;
    std::move(part.ink.begin(), part.ink.end(), std::back_inserter(box.ink));
}

void append(Box& box, Box part) {
    const Length width = part.width;
    put(box, std::move(part), {box.width, {}});
    box.width += width;
}

void put_rule(Box& box, Point at, Size size) {
    Ink& rule = box.ink.emplace_back();
    rule.at = {at.x, at.y - size.height};
    rule.content = size;
    box.height = std::max(box.height, size.height - at.y);
    box.depth = std::max(box.depth, at.y);
}

void put_stroke(Box& box, Point from, Point to, Length thickness) {
    Ink& line = box.ink.emplace_back();
    line.at = from;
    line.content = Stroke{{to.x - from.x, to.y - from.y}, thickness};
}

void colour_in(Box& box, Colour colour) {
    for (Ink& ink : box.ink)
        if (!ink.colour) ink.colour = colour;
}

Box raised(Box box, Length by) {
    for (Ink& ink : box.ink) ink.at.y -= by;
    box.height += by;
    box.depth -= by;
    return box;
}

Box centred(Box box, Length width) {
    const Length left = (width - box.width) / 2;
    for (Ink& ink : box.ink) ink.at.x += left;
    box.width = width;
    return box;
}

Box scaled(Box box, std::int64_t numerator, std::int64_t denominator) {
    const auto scale = [&](Length& length) { length = length.scaled(numerator, denominator); };
    for (Length* length : {&box.width, &box.height, &box.depth}) scale(*length);
    for (Ink& ink : box.ink) {
        scale(ink.at.x);
        scale(ink.at.y);
        if (auto* size = std::get_if<Size>(&ink.content)) {
            scale(size->width);
            scale(size->height);
            continue;
        }
        if (auto* stroke = std::get_if<Stroke>(&ink.content)) {
            scale(stroke->to.x);
            scale(stroke->to.y);
            scale(stroke->thickness);
            continue;
        }
        auto& run = std::get<pages::GlyphRun>(ink.content);
        scale(run.size);
        for (pages::Glyph& glyph : run.glyphs)
            glyph.advance = scaled_units(glyph.advance, numerator, denominator);
        for (pages::GlyphOffset& offset : run.offsets) {
            offset.x = scaled_units(offset.x, numerator, denominator);
            offset.y = scaled_units(offset.y, numerator, denominator);
        }
    }
    return box;
}

void draw(Box box, Point at, Colour colour, pages::ElementId element,
          std::vector<pages::Item>& items) {
    Drawer drawer(colour, element, items);
    for (Ink& ink : box.ink) drawer.add(std::move(ink), at);
}

}  // namespace triptych::typeset::math
