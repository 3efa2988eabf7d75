#include "deck/fit/one_slide.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

#include "deck/content.hpp"
#include "deck/fit/measure_slide.hpp"
#include "deck/setting/scale.hpp"
#include "deck/setting/zones.hpp"
#include "deck/split/text.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

using style::Role;

constexpr std::size_t most_shown = 2048;  // bytes; no slide holds twice as many

doc::Blocks start_of(const std::string& text, std::size_t bytes, Span span) {
    const std::size_t space = bytes < text.size() ? text.find_last_of(" \n", bytes) : bytes;
    const std::string start = space == std::string::npos ? "" : text.substr(0, space);
    return {paragraph_of(inlines_of(start + " […]", span), span)};
}

}  // namespace

bool OneSlide::fits_in_scale(Slide& slide) {
    const auto& look = setting_.look();
    const Length own = setting_.text(Role::body).size;
    say_more(slide);
    for (const Length size : body_sizes(slide, look)) {
        const BodyHeight height = measure_body(slide, size, setting_);
        if (height.fits() && (size <= own || has_few_lines(slide))) return true;
    }
    return false;
}

bool OneSlide::fits_smallest(Slide& slide) {
    return measure_body(slide, smallest(), setting_).fits();
}

void OneSlide::say_more(Slide& slide) {
    if (setting_.look().zones != style::Zones::fixed || !slide.leaves_out()) return;
    if (said_more_) slide.body.pop_back();
    said_more_ = true;
    slide.body.push_back(paragraph_of(more_line(slide, setting_.language), slide.span));
}

bool OneSlide::has_few_lines(const Slide& slide) const {
    Length text;
    const auto all = shapes(slide, setting_.look());
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].kind != ShapeKind::cells && all[i].kind != ShapeKind::aside)
            text += slide.measures.shapes[i];
    for (const Length cell : slide.measures.cells) text += cell;
    const auto& style = setting_.text(Role::body);
    return text <= resized(style, slide.measures.body_size).leading * most_large_lines;
}

Length OneSlide::smallest() const { return scale_of(setting_.look()).small; }

bool OneSlide::drop_covers(Slide& slide) {
    bool dropped = false;
    for (auto& block : slide.body)
        if (auto* cards = std::get_if<doc::Cards>(&block.node))
            for (auto& card : cards->cards) {
                dropped = dropped || card.cover;
                card.cover.reset();
            }
    if (dropped)
        diagnostics_.report(Kind::content_dropped, slide.span,
                            say("cards of slide '{}' are shown without their pictures",
                                doc::plain_text(slide.title)),
                            say("use fewer cards to keep the pictures"));
    return dropped;
}

void OneSlide::cut_short(Slide& slide) {
    diagnostics_.report(Kind::content_dropped, slide.span,
                        say("slide '{}' shows only the start of its text; the notes hold all of it",
                            doc::plain_text(slide.title)),
                        say("break the text into paragraphs or list items"));
    const std::string text = doc::plain_text(slide.body);
    std::size_t fits = 0;
    for (std::size_t step = std::min(text.size(), most_shown); step > 0; step /= 2) {
        if (fits + step > text.size()) continue;
        slide.body = start_of(text, fits + step, slide.span);
        if (fits_smallest(slide)) fits += step;
    }
    slide.body = start_of(text, fits, slide.span);
    fits_smallest(slide);
}

}  // namespace triptych::deck
