#include "deck/fit/kickers.hpp"

#include "deck/split/text.hpp"

namespace triptych::deck {

void keep_cut_kickers(Deck& deck, const Settings& settings) {
    for (Slide& slide : deck.slides) {
        if (slide.kicker.empty()) continue;
        slide.kicker_cut = kicker_of(slide, deck, settings.of(slide)).is_cut;
        if (slide.kicker_cut)
            slide.notes.insert(slide.notes.begin(), paragraph_of(slide.kicker, slide.span));
    }
}

}  // namespace triptych::deck
