#include "deck/fit/fit_digest.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "deck/fit/measure_slide.hpp"
#include "deck/fit/shorten.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t few_points = 32;

class DigestFitter {
public:
    DigestFitter(OneSlide& one, const Setting& setting) : one_(one), setting_(setting) {}

    void fit(Slide& slide) {
        const std::size_t more = slide.more;
        if (!fit_in_scale(slide)) fit_small(slide);
        count_dropped(slide, slide.more - more);
    }

private:
    bool fit_in_scale(Slide& slide) {
        const doc::Blocks body = slide.body;
        std::vector<Cut> cuts = slide.cuts;
        const std::size_t more = slide.more;
        if (one_.fits_in_scale(slide)) return true;
        if (slide.archetype == Archetype::process) {
            while (drop_step_text(slide))
                if (one_.fits_in_scale(slide)) return true;
            // A list holds more steps than a row of chevrons.
            slide.archetype = Archetype::bullets;
            slide.body = body;
            slide.cuts = cuts;
            measure_frame(slide, setting_);
            one_.set_said_more(false);
            if (one_.fits_in_scale(slide)) return true;
        }
        if (slide.archetype == Archetype::terms &&
            (fits_as(slide, Archetype::plain_pillar) || fits_as(slide, Archetype::bullets)))
            return true;
        widen(slide);
        drop_halves(slide, [&](Slide& half) { return one_.fits_in_scale(half); });
        while (!one_.fits_in_scale(slide)) {
            // Half of opposites, or of steps, would mislead.
            const bool counts = slide.archetype == Archetype::bullets || slide.compared;
            if (counts && take_claim(slide, cuts)) continue;
            if (drop_point(slide.body)) {
                ++slide.more;
                continue;
            }
            if (one_.drop_covers(slide) || take_claim(slide, cuts)) continue;
            slide.body = body;
            slide.cuts = cuts;
            slide.more = more;
            one_.set_said_more(false);
            return false;
        }
        return true;
    }
    /// Beside their claim, or below each other, terms of one line take less room than in columns.
    bool fits_as(Slide& slide, Archetype archetype) {
        Slide other = slide;
        const bool said_more = one_.said_more();
        other.archetype = archetype;
        measure_frame(other, setting_);
        widen(other);
        if (!one_.fits_in_scale(other)) {
            one_.set_said_more(said_more);
            return false;
        }
        slide = std::move(other);
        return true;
    }
    bool take_claim(Slide& slide, std::vector<Cut>& cuts) const {
        if (!drop_claim(slide, cuts)) return false;
        measure_frame(slide, setting_);
        return true;
    }
    /// Longer lines before fewer points.
    void widen(Slide& slide) {
        if (slide.archetype != Archetype::bullets) return;
        slide.measures.wide_text = true;
        measure_frame(slide, setting_);
    }
    void fit_small(Slide& slide) {
        drop_halves(slide, [&](Slide& half) {
            one_.say_more(half);
            return one_.fits_smallest(half);
        });
        for (one_.say_more(slide); !one_.fits_smallest(slide); one_.say_more(slide)) {
            if (drop_point(slide.body))
                ++slide.more;
            else if (!drop_part(slide))
                return one_.cut_short(slide);
        }
    }
    /// Leaving out point by point sets what is left each time: of many points half go at once, as
    /// long as even the other half does not fit.
    template <typename Fits>
    void drop_halves(Slide& slide, Fits fits) {
        for (std::size_t points = count_points(slide.body); points > few_points;
             points -= points / 2) {
            Slide half = slide;
            for (std::size_t i = 0; i < points / 2 && drop_point(half.body); ++i) ++half.more;
            const bool said_more = one_.said_more();
            if (fits(half)) return one_.set_said_more(said_more);
            slide = std::move(half);
        }
    }
    static void count_dropped(Slide& slide, std::size_t dropped) {
        if (dropped == 0) return;
        const CutKind kind = slide.more_of == MoreOf::rows    ? CutKind::rows
                             : slide.more_of == MoreOf::lines ? CutKind::lines
                                                              : CutKind::points;
        const auto said = std::find_if(slide.cuts.begin(), slide.cuts.end(),
                                       [&](const Cut& cut) { return cut.kind == kind; });
        if (said == slide.cuts.end())
            slide.cuts.push_back({kind, dropped});
        else
            said->count += dropped;
    }

    OneSlide& one_;
    const Setting& setting_;
};

}  // namespace

void fit_digest(Slide& slide, OneSlide& one, const Setting& setting) {
    DigestFitter(one, setting).fit(slide);
}

}  // namespace triptych::deck
