#include "deck/fit/even_sizes.hpp"

#include <algorithm>
#include <cstddef>

#include "deck/fit/measure_slide.hpp"
#include "deck/setting/scale.hpp"

namespace triptych::deck {
namespace {

/// End of the slides from `begin` on that have its archetype.
std::size_t run_end(const std::vector<Slide>& slides, std::size_t begin) {
    std::size_t end = begin + 1;
    while (end < slides.size() && slides[end].archetype == slides[begin].archetype) ++end;
    return end;
}

bool is_set_at(const Slide& slide, Length size) { return slide.measures.body_size == size; }

}  // namespace

void even_sizes(std::vector<Slide>& slides, const Settings& settings, const WiderSetting* wider) {
    for (std::size_t begin = 0, end = 0; begin < slides.size(); begin = end) {
        end = run_end(slides, begin);
        if (slides[begin].archetype == Archetype::none) continue;
        const Scale scale = scale_of(settings.of(slides[begin]).look());
        const auto first = slides.begin() + static_cast<std::ptrdiff_t>(begin);
        const auto last = slides.begin() + static_cast<std::ptrdiff_t>(end);
        const bool mixed = std::any_of(first, last, [&](const Slide& slide) {
            return is_set_at(slide, scale.usual) && !slide.body.empty();
        });
        if (!mixed) continue;
        for (auto slide = first; slide != last; ++slide) {
            if (!is_set_at(*slide, scale.large) || slide->body.empty()) continue;
            Setting setting = settings.of(*slide);
            setting.wider = wider;
            measure_body(*slide, scale.usual, setting);
        }
    }
}

}  // namespace triptych::deck
