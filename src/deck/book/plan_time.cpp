#include <string>

#include <fmt/format.h>

#include "deck/content.hpp"
#include "deck/deck.hpp"
#include "deck/split/text.hpp"

namespace triptych::deck {
namespace {

std::uint64_t weight_of(const Slide& slide) {
    switch (slide.kind) {
        case SlideKind::title:
        case SlideKind::part:
        case SlideKind::divider:
        case SlideKind::closing:
            return 1;
        case SlideKind::content:
        case SlideKind::picture:
        case SlideKind::full_picture:
            return 3;
    }
    return 1;
}

std::string clock(std::uint32_t seconds) {
    return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

}  // namespace

void plan_time(Deck& deck) {
    if (deck.minutes == 0) return;
    std::uint64_t all = 0, before = 0;
    for (const Slide& slide : deck.slides) all += weight_of(slide);
    if (all == 0) return;
    const std::uint64_t seconds = std::uint64_t{deck.minutes} * 60;
    // Rounded at the end of each slide, so that they come out even.
    for (Slide& slide : deck.slides) {
        const std::uint64_t begins = seconds * before / all;
        before += weight_of(slide);
        slide.seconds = static_cast<std::uint16_t>(seconds * before / all - begins);
    }
}

void add_cues(Deck& deck) {
    std::uint32_t begins = 0;
    for (Slide& slide : deck.slides) {
        const std::uint32_t ends = begins + slide.seconds;
        std::string cue =
            slide.seconds > 0 ? clock(begins) + "\xE2\x80\x93" + clock(ends) : std::string();
        const std::string booklet = booklet_words(slide, deck.language);
        if (!cue.empty() && !booklet.empty()) cue += " \xC2\xB7 ";
        cue += booklet;
        begins = ends;
        // A slide that says all keeps no notes for a number alone.
        const bool cued = !cue.empty() && (!slide.notes.empty() || slide.seconds > 0);
        if (cued)
            slide.notes.insert(slide.notes.begin(),
                               paragraph_of(inlines_of(std::move(cue), slide.span), slide.span));
    }
}

}  // namespace triptych::deck
