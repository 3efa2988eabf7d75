#include "deck/fit/kickers.hpp"

#include "base/text.hpp"
#include "deck/setting/zones.hpp"
#include "deck/split/text.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {

void keep_cut_kickers(Deck& deck, const Settings& settings) {
    for (Slide& slide : deck.slides) {
        if (slide.kicker.empty()) continue;
        const Setting& setting = settings.of(slide.kind);
        const Length room = arrange(slide, setting.look()).kicker.size.width;
        const std::string whole = text::collapse_spaces(doc::plain_text(slide.kicker));
        slide.kicker_cut = doc::plain_text(kicker_words(slide, deck, room, setting)) != whole;
        if (slide.kicker_cut)
            slide.notes.insert(slide.notes.begin(), paragraph_of(slide.kicker, slide.span));
    }
}

}  // namespace triptych::deck
